package dev.tenon.database.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.Isolation;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import dev.tenon.database.fixture.ServerDatabase;
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
class PostgresLeftoversTest {

    /** Everything that outlives a transaction and can be asked for. */
    private static final String STATE =
            """
            select concat_ws(' ',
                (select md5(string_agg(name || '=' || setting, ',' order by name))
                 from pg_settings where name <> 'transaction_isolation'),
                nullif(current_setting('my.own', true), ''),
                (select count(*) from pg_locks
                 where pid = pg_backend_pid() and locktype = 'advisory'),
                (select count(*) from pg_class where relnamespace = pg_my_temp_schema()),
                (select count(*) from pg_cursors where is_holdable),
                (select count(*) from pg_listening_channels()))\
            """;

    private static final String PREPARED =
            "select count(*) from pg_prepared_statements where statement like '%generate_series%'";

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        // One of each kind, so that the next session gets the connection of the last one.
        database =
                ServerDatabase.postgres(s ->
                        ServerDatabase.limits(
                                s, 1, Duration.ofSeconds(30), Duration.ofSeconds(20)));
        database.run("create table note(id int)");
        database.run("create table temp(id int)");
        database.run(
                "create procedure change() language plpgsql as"
                        + " $$ begin set work_mem = '77MB'; end $$");
    }

    @AfterEach
    void close() {
        database.close();
    }

    static List<String> marks() {
        return List.of(
                "select set_config('work_mem', '77MB', false)",
                "select set_config('my.own', '77MB', not true)",
                "select set_config('work_mem', '7MB', true), set_config('my.own', 'x', false)",
                "select pg_catalog . \"set_config\" /* true) */ ('work_mem', '77MB', false)",
                "select U&\"set\\005Fconfig\"('work_mem', '77MB', false)",
                "update pg_settings set setting = '77MB' where name = 'work_mem'",
                "do $$ begin perform set_config('work_mem', '77MB', false); end $$",
                "do language plpgsql 'begin set work_mem = ''77MB''; end'",
                "call change()",
                "/* x */ call change()",
                "select pg_advisory_lock(7)",
                "select pg_advisory_lock_shared(7)",
                "select pg_try_advisory_lock(7, 7)",
                "select pg_try_advisory_lock_shared(7, 7)",
                "create temp table t(i int)",
                "create local temporary table t(i int)",
                "create temp table t(\" on commit drop \" int)",
                "create temporary sequence q",
                "create or replace temp view v as select 1 as i",
                "create table pg_temp.t(i int)",
                "create temp table t on commit delete rows as select 1 as i",
                "explain analyze create temp table t as select 1 as i",
                "select 1 as i into temp t",
                "with x as (select 1 as i) select * into local temporary table t from x",
                "declare c cursor with hold for select 1");
    }

    @ParameterizedTest
    @MethodSource("marks")
    void whatIsLeftByAStatementIsGone(String sql) {
        var before = state();
        assertThat(
                        database.<String>write(s -> {
                            s.execute(sql);
                            return state(s);
                        }))
                .isNotEqualTo(before);
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
    @MethodSource("marks")
    void theConnectionIsTheSameAgain(String sql) {
        assertThat(
                        database.<Integer>write(s -> {
                            s.execute(sql);
                            return pid(s);
                        }))
                .isEqualTo(database.<Integer>write(PostgresLeftoversTest::pid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE_READ", "READ_COMMITTED"})
    void whatIsLeftByAReadIsGone(Isolation isolation) {
        var options = ReadOptions.DEFAULT.isolation(isolation);
        var before = database.sessions().read(options, PostgresLeftoversTest::state);
        database.sessions()
                .read(
                        options,
                        s -> s.query("select set_config(?, '77MB', ?)", "work_mem", false).maps());
        database.sessions()
                .read(
                        options,
                        s -> {
                            try (var rows =
                                    s
                                            .query(
                                                    "select pg_advisory_lock_shared(i) from"
                                                            + " generate_series(1, 9) i")
                                            .stream(String.class)) {
                                return rows.count();
                            }
                        });
        assertThat(database.sessions().<String>read(options, PostgresLeftoversTest::state))
                .isEqualTo(before);
    }

    @Test
    void whatIsLeftByABatchIsGone() {
        var before = state();
        database.write(s ->
                s.batch("insert into note select 1 where pg_try_advisory_lock(?)")
                        .add(1)
                        .add(2)
                        .execute());
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatIsLeftByAWorkThatFailsIsGone() {
        var before = state();
        for (var failing : List.of("select 1 / 0", "selec")) {
            assertThatThrownBy(() ->
                            database.write(s -> {
                                s.query("select pg_advisory_lock(7)").maps();
                                return s.execute(failing);
                            }))
                    .isInstanceOf(Exception.class);
            assertThat(state()).isEqualTo(before);
        }
    }

    /** It would close the socket of the virtual thread that cleans. */
    @Test
    void anInterruptDoesNotKeepTheConnectionFromBeingCleaned() throws Exception {
        int pid = database.<Integer>write(PostgresLeftoversTest::pid);
        Thread.ofVirtual()
                .start(() ->
                        database.write(s -> {
                            s.query("select pg_advisory_lock(7)").maps();
                            Thread.currentThread().interrupt();
                            return null;
                        }))
                .join();
        assertThat(database.<Integer>write(PostgresLeftoversTest::pid)).isEqualTo(pid);
        assertThat(database.<Long>write(s -> s.query(PREPARED).one(Long.class))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('work_mem', '64MB', true)",
                "select set_config(?, ?, true), pg_advisory_xact_lock(1)",
                "create temp table t(i int) on commit drop",
                "select 'create temp table', 'set_config' -- call x",
                "insert into note select 1 /* pg_advisory_lock */",
                "insert into temp select 1"
            })
    void whatEndsWithTheTransactionCostsNothing(String sql) {
        prepareOnTheServer();
        database.write(s -> {
            if (sql.contains("?")) {
                return s.execute(sql, "work_mem", "64MB");
            }
            return s.execute(sql);
        });
        assertThat(database.<Long>write(s -> s.query(PREPARED).one(Long.class))).isPositive();
    }

    /** DISCARD ALL takes them from the server, and the driver has to know. */
    @Test
    void statementsThatTheDriverHasPreparedWorkOn() {
        for (int i = 0; i < 3; i++) {
            prepareOnTheServer();
            database.write(s -> s.query("select pg_advisory_lock(7)").maps());
            assertThat(database.<Long>write(s -> s.query(PREPARED).one(Long.class))).isZero();
        }
    }

    private void prepareOnTheServer() {
        for (int i = 0; i < 10; i++) {
            long rows =
                    database.write(s ->
                            s.query("select count(*) from generate_series(1, ?)", 3)
                                    .one(Long.class));
            assertThat(rows).isEqualTo(3);
        }
    }

    private String state() {
        return database.write(PostgresLeftoversTest::state);
    }

    private static String state(Session s) {
        return s.query(STATE).one(String.class);
    }

    private static int pid(Session s) {
        return s.query("select pg_backend_pid()").one(Integer.class);
    }
}
