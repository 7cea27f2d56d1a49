package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.ServerDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MariaDB commits before it changes a table, so half of a session would hold. */
@Timeout(120)
class ImplicitCommitsTest {

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = ServerDatabase.mariaDb(s -> s);
        database.run("create table note(id int)");
        database.run("create procedure p() insert into note values (1)");
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into note values (1)",
                "/* audit */ insert into note values (1)",
                "-- c\ninsert into note values (1)",
                "# c\ninsert into note values (1)",
                "insert/**/into note values (1)",
                "replace`note` values (1)",
                "call p()",
                "analyze insert into note values (1)"
            })
    void aChangeIsSeenHoweverItIsWritten(String change) {
        refused(change, "create table more(id int)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{call p()}", "{ CALL/**/p() }", "/* x */ call p()"})
    void aCallOfALibraryIsAChange(String sql) {
        failure(
                DatabaseError.FORBIDDEN_STATEMENT,
                () ->
                        database.write(s -> {
                            try (var call = s.connection().prepareCall(sql)) {
                                var _ = call.execute();
                            }
                            return s.execute("create table more(id int)");
                        }));
        assertThat(database.rows(Integer.class, "select id from note")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create/**/table more(id int)",
                "/* a */ -- b\n # c\n create table more(id int)",
                "create or /* x */ replace table more(id int)",
                "alter/**/table note add column more int",
                "truncate`note`",
                "analyze/**/table note",
                "drop\ntable note",
                "load index into cache note"
            })
    void aCommitIsSeenHoweverItIsWritten(String commit) {
        refused("insert into note values (1)", commit);
    }

    private void refused(String change, String commit) {
        failure(
                DatabaseError.FORBIDDEN_STATEMENT,
                () ->
                        database.write(s -> {
                            s.execute(change);
                            return s.execute(commit);
                        }));
        failure(
                DatabaseError.FORBIDDEN_STATEMENT,
                () ->
                        database.write(s -> {
                            try (var statement = s.connection().createStatement()) {
                                var _ = statement.execute(change);
                                return statement.execute(commit);
                            }
                        }));
        assertThat(database.rows(Integer.class, "select id from note")).isEmpty();
    }

    @Test
    void temporaryTablesCommitNothing() {
        database.write(s -> {
            s.execute("/* x */ insert into note values (1)");
            s.execute("create/**/temporary/**/table t(id int)");
            s.execute("create or replace /* x */ temporary table t(id int)");
            return s.execute("drop -- x\n temporary table t");
        });
        assertThat(database.rows(Integer.class, "select id from note")).containsExactly(1);
    }
}
