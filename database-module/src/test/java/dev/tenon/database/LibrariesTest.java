package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Libraries that bring their own ways of writing SQL run on the connection of a session. */
@Timeout(120)
class LibrariesTest {

    private static final String INSERT = "insert into note(note_title) values (?)";

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

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
    void jdbiReadsAndWrites() {
        sessions.write(s -> {
            try (var handle = Jdbi.create(s.connection()).open()) {
                assertThat(handle.execute(INSERT, "jdbi")).isOne();
                var key =
                        handle.createUpdate("insert into note(note_title) values (:t)")
                                .bind("t", "key")
                                .executeAndReturnGeneratedKeys()
                                .mapTo(Long.class)
                                .one();
                assertThat(key).isEqualTo(2);
                var batch = handle.prepareBatch(INSERT);
                for (var title : List.of("x", "y")) {
                    batch.bind(0, title).add();
                }
                assertThat(batch.execute()).containsExactly(1, 1);
                assertThatThrownBy(() -> handle.execute(INSERT, "jdbi"))
                        .isInstanceOf(UnableToExecuteStatementException.class)
                        .hasMessageContaining("UNIQUE");
                assertThat(
                                handle.createQuery("select note_title from note order by id")
                                        .mapTo(String.class)
                                        .list())
                        .containsExactly("jdbi", "key", "x", "y");
            }
            return null;
        });
        assertThat(database.titles()).hasSize(4);
    }

    @Test
    void jdbiCannotEndTheTransaction() {
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            var handle = Jdbi.create(s.connection()).open();
                            handle.execute(INSERT, "undone");
                            handle.commit();
                            return null;
                        }))
                .isInstanceOf(TransactionException.class)
                .rootCause()
                .hasMessageContaining("belongs to its session");
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            var handle = Jdbi.create(s.connection()).open();
                            handle.execute(INSERT, "undone");
                            handle.savepoint("mine");
                            return null;
                        }))
                .isInstanceOf(TransactionException.class);
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void jooqReadsAndWrites() {
        var note = DSL.table("note");
        var title = DSL.field("note_title", String.class);
        sessions.write(s -> {
            var jooq = DSL.using(s.connection(), SQLDialect.SQLITE);
            assertThat(jooq.insertInto(note, title).values("a").values("b").execute()).isEqualTo(2);
            assertThat(
                            jooq.insertInto(note, title)
                                    .values("c")
                                    .returning(DSL.field("id", Long.class))
                                    .fetchOne(0))
                    .isEqualTo(3L);
            assertThatThrownBy(() -> jooq.insertInto(note, title).values("a").execute())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("UNIQUE");
            try (var rows = jooq.select(title).from(note).orderBy(title).fetchLazy()) {
                assertThat(rows.fetchNext(2).getValues(title)).containsExactly("a", "b");
            }
            return null;
        });
        assertThat(database.titles()).containsExactly("a", "b", "c");
    }

    @Test
    void jooqCannotEndTheTransaction() {
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            var jooq = DSL.using(s.connection(), SQLDialect.SQLITE);
                            jooq.execute(INSERT, "undone");
                            jooq.transaction(c -> c.dsl().execute(INSERT, "undone too"));
                            return null;
                        }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("belongs to its session");
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void jdbcTemplateReadsAndWrites() {
        sessions.write(s -> {
            var template = new JdbcTemplate(new SingleConnectionDataSource(s.connection(), true));
            assertThat(template.update(INSERT, "a")).isOne();
            assertThat(template.batchUpdate(INSERT, List.<Object[]>of(new Object[] {"b"})))
                    .containsExactly(1);
            var keys = new GeneratedKeyHolder();
            template.update(
                    connection -> {
                        var statement = connection.prepareStatement(INSERT, 1);
                        statement.setString(1, "c");
                        return statement;
                    },
                    keys);
            assertThat(keys.getKey()).hasToString("3");
            assertThatThrownBy(() -> template.update(INSERT, "a"))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
            assertThat(
                            template.queryForList(
                                    "select note_title from note order by id", String.class))
                    .containsExactly("a", "b", "c");
            return null;
        });
        assertThat(database.titles()).containsExactly("a", "b", "c");
    }

    @Test
    void jdbcTemplateCannotEndTheTransaction() {
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            var source = new SingleConnectionDataSource(s.connection(), false);
                            var transactions =
                                    new TransactionTemplate(
                                            new DataSourceTransactionManager(source));
                            return transactions.execute(
                                    status -> new JdbcTemplate(source).update(INSERT, "undone"));
                        }))
                .isInstanceOf(TransactionSystemException.class)
                .rootCause()
                .hasMessageContaining("belongs to its session");
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void aFailureOfALibraryThatMayPassIsTriedAgain() throws Exception {
        var attempts = new int[1];
        sessions.write(s -> {
            if (++attempts[0] == 1) {
                try (var other = Other.on(database)) {
                    other.run("pragma busy_timeout = 0");
                    DSL.using(other.connection(), SQLDialect.SQLITE).execute("begin immediate");
                }
            }
            return null;
        });
        assertThat(attempts[0]).isEqualTo(2);
    }

    @Test
    void aLibraryThatOutlivesItsSessionIsRefused() {
        var template =
                sessions.read(s ->
                        new JdbcTemplate(new SingleConnectionDataSource(s.connection(), true)));
        assertThatThrownBy(() -> template.queryForList("select 1", String.class))
                .isInstanceOf(CannotGetJdbcConnectionException.class);
        var jooq = sessions.read(s -> DSL.using(s.connection(), SQLDialect.SQLITE));
        failure(DatabaseError.SESSION_OVER, () -> jooq.fetch("select 1"));
    }
}
