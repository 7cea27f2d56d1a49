package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.DatabaseError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class JdbcConnectionTest {

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

    private interface Misuse {
        void of(Connection connection) throws SQLException;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.withNotes(folder.resolve("data"));
        sessions = database.sessions();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWouldEndTheTransactionIsRefused() {
        sessions.write(s -> {
            var connection = s.connection();
            for (var misuse :
                    List.<Misuse>of(
                            Connection::commit,
                            Connection::rollback,
                            Connection::close,
                            Connection::setSavepoint,
                            c -> c.setAutoCommit(true),
                            c -> c.setReadOnly(false),
                            c -> c.abort(Runnable::run),
                            c -> c.unwrap(org.sqlite.SQLiteConnection.class))) {
                assertThatThrownBy(() -> misuse.of(connection))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("belongs to its session");
            }
            connection.setAutoCommit(false);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
            try (var statement =
                    connection.prepareStatement("insert into note(note_title) values (?)")) {
                statement.setString(1, "jdbc");
                statement.executeUpdate();
                assertThat(statement.getConnection()).isSameAs(connection);
                assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            }
            return null;
        });
        assertThat(database.titles()).containsExactly("jdbc");
    }

    @Test
    void whatComesFromItEndsWithTheSession() throws Exception {
        var statement =
                sessions.read(s -> {
                    var left = s.connection().createStatement();
                    var _ = left.executeQuery("select * from note");
                    return left;
                });
        statement.close();
        var connection = sessions.read(Session::connection);
        assertThat(connection.isClosed()).isTrue();
        failure(DatabaseError.SESSION_OVER, connection::createStatement);
        database.run("drop table note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                " /* x */ RollBack",
                "\ufeffcommit",
                "begin",
                "end",
                "release x",
                "attach 'x.db' as x",
                "detach x",
                "vacuum into 'x'",
                "pragma query_only=off",
                "pragma main.journal_mode=delete",
                "/* pragma table_info */ pragma query_only=off",
                "pragma/**/query_only=off"
            })
    void transactionsAndOtherFilesAreNotASessionsToTouch(String sql) {
        failure(DatabaseError.FORBIDDEN_STATEMENT, () -> database.run(sql));
        failure(
                DatabaseError.FORBIDDEN_STATEMENT,
                () ->
                        sessions.write(s -> {
                            try (var statement = s.connection().createStatement()) {
                                return statement.execute(sql);
                            }
                        }));
    }

    /**
     * For the driver's executeUpdate runs every statement of a text, and others' quotes hide them.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update note set body = [it's]; commit; --'",
                "update note set body = $a$; commit; --$a$",
                "update note set body = [it's]; attach 'other.db' as other; --'"
            })
    void aSecondStatementHiddenFromTheCheckDoesNotRun(String sql) {
        database.run("alter table note add column \"it's\" text");
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            s.execute("insert into note(note_title) values ('undone')");
                            try (var statement = s.connection().createStatement()) {
                                var _ = statement.executeUpdate(sql);
                            }
                            throw new IllegalStateException("rolls back");
                        }))
                .isInstanceOf(Exception.class);
        assertThat(database.titles()).isEmpty();
        assertThat(Files.exists(Path.of("other.db"))).isFalse();
    }

    @Test
    void harmlessPragmasTell() {
        assertThat(database.maps("pragma table_info(note)")).hasSize(3);
        assertThat(database.rows(String.class, "pragma main . quick_check")).containsExactly("ok");
    }
}
