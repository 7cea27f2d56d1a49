package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.Isolation;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session leaves with its connection does not show to the next one that gets it. */
@Timeout(120)
class MariaDbLeftoversTest {

    private static final String STATE =
            """
            select concat_ws(' ', coalesce(@a, '-'), @@group_concat_max_len, @@max_statement_time,
                is_used_lock('tenon-test') is null)\
            """;

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        // One of each kind, so that the next session gets the connection of the last one.
        database =
                ServerDatabase.mariaDb(s ->
                        ServerDatabase.limits(
                                s, 1, Duration.ofSeconds(30), Duration.ofSeconds(20)));
        database.run("create table note(id int)");
        database.run("create procedure change_settings() set session group_concat_max_len = 77");
        database.run("create procedure change_it(out o int) set o = 7");
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    static List<String> marks() {
        return List.of(
                "select @a := 7",
                "select 7 into @a",
                "select 7 into @`a`",
                "do @a := 7",
                "call change_it(@a)",
                "call change_settings()",
                "select get_lock('tenon-test', 1)",
                "do `get_lock`('tenon-test', 1)");
    }

    @ParameterizedTest
    @MethodSource("marks")
    void whatIsLeftByAStatementIsGone(String sql) {
        var before = state();
        database.write(s -> s.execute(sql));
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("marks")
    void whatIsLeftByALibraryIsGone(String sql) {
        var before = state();
        database.write(s -> {
            try (var statement = s.connection().createStatement()) {
                return statement.execute(sql);
            }
        });
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temporary table t(i int)",
                "create or replace temporary table t(i int)",
                "create temporary table if not exists t as select 1 as i"
            })
    void aTemporaryTableIsGone(String sql) {
        database.write(s -> {
            s.execute(sql);
            return s.query("select count(*) from t").one(Long.class);
        });
        failure(DatabaseError.MISSING_TABLE, () -> database.run("delete from t"));
    }

    @Test
    void aCallOfALibraryLeavesNothing() {
        var before = state();
        database.write(s -> {
            try (var call = s.connection().prepareCall("{call change_settings()}")) {
                return call.execute();
            }
        });
        assertThat(state()).isEqualTo(before);
    }

    /** It is given back before the end of its connection, which takes the server a moment. */
    @Test
    void aLockIsFreeAtOnce() throws SQLException {
        try (var other = MariaDbServer.newDatabase();
                var statement = other.createStatement()) {
            for (int i = 0; i < 20; i++) {
                database.write(s -> s.execute("select get_lock('tenon-test', 0)"));
                try (var row = statement.executeQuery("select is_free_lock('tenon-test')")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getInt(1)).isOne();
                }
            }
        }
    }

    /** SET TRANSACTION holds for the next transaction, and not every work begins one. */
    @ParameterizedTest
    @ValueSource(strings = {"select 1", ""})
    void theIsolationOfAWorkThatDoesNothingIsNotThatOfTheNextOne(String sql) throws SQLException {
        Work<Integer> nothing = s -> sql.isEmpty() ? 0 : s.query(sql).one(Integer.class);
        try (var other = ServerDatabase.open(database.settings())) {
            Work<Long> seen =
                    s -> {
                        long before = count(s);
                        other.run("insert into note values (1)");
                        return count(s) - before;
                    };
            var committed = Isolation.READ_COMMITTED;
            var sessions = database.sessions();
            for (int i = 0; i < 2; i++) {
                sessions.write(WriteOptions.DEFAULT.isolation(committed), nothing);
                assertThat(sessions.<Long>write(seen)).isZero();
                sessions.read(ReadOptions.DEFAULT.isolation(committed), nothing);
                assertThat(sessions.<Long>read(seen)).isZero();
            }
        }
    }

    private static long count(Session s) {
        return s.query("select count(*) from note").one(Long.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select @@version, @@session.sql_mode",
                "select 'a@b', '@a' /* @a */ -- get_lock",
                "insert into note values (1)",
                "select release_lock('x')"
            })
    void whatLeavesNothingKeepsTheConnection(String sql) {
        long id = database.<Long>write(MariaDbLeftoversTest::id);
        database.write(s -> s.execute(sql));
        assertThat(database.<Long>write(MariaDbLeftoversTest::id)).isEqualTo(id);
    }

    private String state() {
        return database.write(s -> s.query(STATE).one(String.class));
    }

    private static long id(Session s) {
        return s.query("select connection_id()").one(Long.class);
    }
}
