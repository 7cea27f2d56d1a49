package dev.tenon.database.internal.engine.postgres;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.Isolation;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.ServerDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every class of failure, as a real server gives it. */
@Timeout(120)
class PostgresFailuresTest {

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database =
                ServerDatabase.postgres(s ->
                        ServerDatabase.limits(s, 4, Duration.ofSeconds(30), Duration.ofSeconds(20))
                                .with("lock-timeout", "200ms"));
        database.run(
                "create table note(id int primary key, title varchar(5) not null unique,"
                        + " n int check (n > 0), parent int references note)");
        database.run("insert into note values (1, 'a', 1, null), (2, 'b', 2, null)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    insert into note values (1, 'c', 1, null)         | UNIQUE
                    insert into note values (3, 'c', 1, 9)            | FOREIGN_KEY
                    insert into note values (3, null, 1, null)        | NOT_NULL
                    insert into note values (3, 'c', 0, null)         | CHECK
                    insert into note values (3, 'abcdef', 1, null)    | TYPE
                    update note set n = 3000000000                    | TYPE
                    insert into note(id) values ('x')                 | TYPE
                    select 1/0                                        | TYPE
                    update note set n = true                          | TYPE
                    selec 1                                           | SYNTAX
                    select * from nothing                             | MISSING_TABLE
                    select * from nowhere.note                        | MISSING_TABLE
                    select nothing from note                          | MISSING_COLUMN
                    create table note(id int)                         | DUPLICATE_TABLE
                    create schema public                              | DUPLICATE_TABLE
                    alter table note add column n int                 | DUPLICATE_COLUMN
                    select pg_sleep(60)                               | TIMEOUT
                    select nothing()                                  | STATEMENT_FAILED
                    """)
    void statementsFailWithTheirClass(String sql, DatabaseError code) {
        var options =
                code == DatabaseError.TIMEOUT
                        ? WriteOptions.timeout(Duration.ofMillis(100))
                        : WriteOptions.DEFAULT;
        failure(code, () -> database.sessions().write(options, s -> s.query(sql).maps()));
    }

    @Test
    void violatedConstraintsNameTableAndColumns() {
        assertNamed("insert into note values (1, 'c', 1, null)", "id");
        assertNamed("insert into note values (3, 'a', 1, null)", "title");
        assertNamed("insert into note values (3, null, 1, null)", "title");
        assertNamed("insert into note values (3, 'c', 1, 9)", "parent");
    }

    private void assertNamed(String sql, String column) {
        var e = catchThrowableOfType(ConstraintViolationException.class, () -> database.run(sql));
        assertThat(e.table()).contains("note");
        assertThat(e.columns()).containsExactly(column);
    }

    @Test
    void whatIsLockedIsBusyAfterTheLockTimeout() throws Exception {
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var holder =
                Thread.ofVirtual()
                        .start(() ->
                                database.write(s -> {
                                    s.execute("update note set n = 5 where id = 1");
                                    locked.countDown();
                                    return done.await(60, TimeUnit.SECONDS);
                                }));
        assertThat(locked.await(30, TimeUnit.SECONDS)).isTrue();
        var e =
                failure(
                        DatabaseError.BUSY,
                        () ->
                                database.sessions()
                                        .write(
                                                WriteOptions.DEFAULT.noRetry(),
                                                s -> s.execute("update note set n = 6")));
        done.countDown();
        holder.join();
        assertThat(e).hasStackTraceContaining("lock timeout");
    }

    @Test
    void concurrentChangesAreSerializationFailures() {
        var e =
                failure(
                        DatabaseError.SERIALIZATION,
                        () ->
                                database.sessions()
                                        .write(
                                                WriteOptions.DEFAULT
                                                        .isolation(Isolation.REPEATABLE_READ)
                                                        .noRetry(),
                                                s -> {
                                                    s.query("select * from note").maps();
                                                    Thread.ofVirtual()
                                                            .start(() ->
                                                                    database.run(
                                                                            "update note set n = 7"))
                                                            .join();
                                                    return s.execute("update note set n = 8");
                                                }));
        assertThat(e).hasStackTraceContaining("could not serialize");
    }

    @Test
    void whoIsRefusedAtTheDoorIsToldWhy() throws SQLException {
        var url = PostgresServer.newUrl();
        assertThat(classOf(url.replaceAll("user=postgres", "user=nobody")))
                .isEqualTo(ErrorClass.PERMISSION);
        assertThat(classOf(PostgresServer.url("nothing"))).isEqualTo(ErrorClass.MISSING_DATABASE);
        assertThat(classOf("jdbc:postgresql://127.0.0.1:1/x")).isEqualTo(ErrorClass.CONNECTION);
    }

    private static ErrorClass classOf(String url) {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(url);
        var e = catchThrowableOfType(SQLException.class, source::getConnection);
        return PostgresErrors.classify(e).errorClass();
    }

    @Test
    void aRoleWithoutTheRightIsNotPermitted() {
        database.run("create role small");
        try {
            failure(
                    DatabaseError.NOT_PERMITTED,
                    () ->
                            database.write(s -> {
                                // Sessions do not run SET; the server's function does the same.
                                s.query("select set_config('role', 'small', true)").maps();
                                return s.execute("delete from note");
                            }));
        } finally {
            database.run("drop role small");
        }
    }

    @Test
    void aServerThatIsFullHasADiskFullClass() {
        // 53400 is in the hands of the user: no temporary files.
        failure(
                DatabaseError.DISK_FULL,
                () ->
                        database.write(s -> {
                            s.query(
                                            "select set_config('temp_file_limit', '0', true),"
                                                    + " set_config('work_mem', '64kB', true)")
                                    .maps();
                            return s.query(
                                            "select count(*) from (select n from"
                                                    + " generate_series(1, 1000000) n order by -n) x")
                                    .maps();
                        }));
    }
}
