package dev.tenon.database.internal.engine.mariadb;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Every class of failure, as a real server gives it. */
@Timeout(120)
class MariaDbFailuresTest {

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database =
                ServerDatabase.mariaDb(s ->
                        ServerDatabase.limits(s, 4, Duration.ofSeconds(30), Duration.ofSeconds(20))
                                .with("lock-timeout", "1s"));
        database.run(
                "create table note(id int primary key, title varchar(5) not null unique,"
                        + " n int check (n > 0), parent int, constraint c foreign key (parent)"
                        + " references note(id))");
        database.run("insert into note values (1, 'a', 1, null), (2, 'b', 2, null)");
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    insert into note values (1, 'c', 1, null)         | UNIQUE
                    insert into note values (3, 'c', 1, 9)            | FOREIGN_KEY
                    insert into note values (3, null, 1, null)        | NOT_NULL
                    insert into note(id) values (3)                   | NOT_NULL
                    insert into note values (3, 'c', 0, null)         | CHECK
                    insert into note values (3, 'abcdef', 1, null)    | TYPE
                    update note set n = 3000000000                    | TYPE
                    insert into note values (3, 'c', 'x', null)       | TYPE
                    selec 1                                           | SYNTAX
                    delete from nothing                               | MISSING_TABLE
                    drop table nothing                                | MISSING_TABLE
                    update note set nothing = 1                       | MISSING_COLUMN
                    create table note(id int)                         | DUPLICATE_TABLE
                    alter table note add column n int                 | DUPLICATE_COLUMN
                    set global max_connections = 'x'                  | FORBIDDEN_STATEMENT
                    lock tables note write                            | FORBIDDEN_STATEMENT
                    call nothing()                                    | STATEMENT_FAILED
                    """)
    void statementsFailWithTheirClass(String sql, DatabaseError code) {
        failure(code, () -> database.run(sql));
    }

    @Test
    void aStatementThatTakesTooLongIsEndedByTheServer() throws SQLException {
        var settings =
                ServerDatabase.limits(
                        database.settings(), 2, Duration.ofSeconds(30), Duration.ofMillis(200));
        try (var hasty = ServerDatabase.open(settings)) {
            var e =
                    failure(
                            DatabaseError.TIMEOUT,
                            () ->
                                    hasty.maps(
                                            "select count(*) from seq_1_to_10000000 a,"
                                                    + " seq_1_to_10000000 b"));
            assertThat(e).hasStackTraceContaining("max_statement_time");
        }
    }

    @Test
    void violatedConstraintsNameWhatTheServerNames() {
        var missing = violated("insert into note values (3, null, 1, null)");
        assertThat(missing.columns()).containsExactly("title");
        var reference = violated("insert into note values (3, 'c', 1, 9)");
        assertThat(reference.table()).contains("note");
        assertThat(reference.columns()).containsExactly("parent");
    }

    private ConstraintViolationException violated(String sql) {
        return catchThrowableOfType(ConstraintViolationException.class, () -> database.run(sql));
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
        failure(
                DatabaseError.BUSY,
                () ->
                        database.sessions()
                                .write(
                                        WriteOptions.DEFAULT.noRetry(),
                                        s -> s.execute("update note set n = 6")));
        done.countDown();
        holder.join();
    }

    /** InnoDB undoes the whole transaction, and what follows would be committed alone. */
    @Test
    void aDeadlockEndsTheTransactionAndTheOthersWork() throws Exception {
        var e = deadlock();
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(database.rows(Integer.class, "select count(*) from note where title = 'lost'"))
                .containsExactly(0);
    }

    private DatabaseException deadlock() throws Exception {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        var other =
                Thread.ofVirtual()
                        .start(() ->
                                database.write(s -> {
                                    // More rows: InnoDB ends the one with fewer changes.
                                    for (int i = 10; i < 60; i++) {
                                        s.execute(
                                                "insert into note values (?, ?, 1, null)",
                                                i,
                                                "n" + i);
                                    }
                                    s.execute("update note set n = 3 where id = 1");
                                    first.countDown();
                                    second.await(30, TimeUnit.SECONDS);
                                    return s.execute("update note set n = 3 where id = 2");
                                }));
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        var e =
                failure(
                        DatabaseError.ABORTED,
                        () ->
                                database.sessions()
                                        .write(
                                                WriteOptions.DEFAULT.noRetry(),
                                                s -> {
                                                    s.execute("update note set n = 4 where id = 2");
                                                    second.countDown();
                                                    try {
                                                        s.execute(
                                                                "update note set n = 4 where id ="
                                                                        + " 1");
                                                    } catch (DatabaseException deadlock) {
                                                        assertThat(deadlock.code())
                                                                .isEqualTo(DatabaseError.DEADLOCK);
                                                    }
                                                    return s.execute(
                                                            "insert into note values (9, 'lost', 1,"
                                                                    + " null)");
                                                }));
        other.join();
        return e;
    }

    /** MariaDB commits before it changes a table, so half of the session would hold. */
    @Test
    void tablesAreNotChangedInTheMiddleOfAnotherChange() {
        for (var sql :
                List.of(
                        "create table more(id int)",
                        " /* x */ ALTER table note add column more int",
                        "-- x\n drop table note",
                        "truncate note")) {
            failure(
                    DatabaseError.FORBIDDEN_STATEMENT,
                    () ->
                            database.write(s -> {
                                s.execute("update note set n = 9");
                                return s.execute(sql);
                            }));
        }
        assertThat(database.one(Integer.class, "select sum(n) from note")).isEqualTo(3);
        database.write(s -> {
            s.execute("create table more(id int)");
            s.execute("create table even_more(id int)");
            s.execute("insert into more values (1)");
            return s.execute("create temporary table t(id int)");
        });
    }

    @Test
    void whoIsRefusedAtTheDoorIsToldWhy() throws SQLException {
        var url = MariaDbServer.newUrl();
        assertThat(classOf(url.replace("user=tenon", "user=nobody&password=x")))
                .isEqualTo(ErrorClass.PERMISSION);
        assertThat(classOf(MariaDbServer.url("nothing"))).isEqualTo(ErrorClass.MISSING_DATABASE);
        assertThat(classOf("jdbc:mariadb://127.0.0.1:1/x")).isEqualTo(ErrorClass.CONNECTION);
    }

    private static ErrorClass classOf(String url) throws SQLException {
        var source = new MariaDbDataSource(url);
        var e = catchThrowableOfType(SQLException.class, source::getConnection);
        return MariaDbErrors.classify(e).errorClass();
    }

    @Test
    void aLostConnectionIsReplacedAndTheWorkRepeated() {
        var runs = new AtomicInteger();
        long changed =
                database.write(s -> {
                    long id = s.query("select connection_id()").one(Long.class);
                    if (runs.incrementAndGet() == 1) {
                        Thread.ofVirtual().start(() -> kill(id)).join();
                    }
                    return s.execute("update note set n = 9 where id = 1");
                });
        assertThat(changed).isOne();
        assertThat(runs).hasValue(2);
    }

    private void kill(long connection) {
        try (var admin = new MariaDbDataSource(database.settings().url()).getConnection();
                var statement = admin.createStatement()) {
            statement.execute("kill " + connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
