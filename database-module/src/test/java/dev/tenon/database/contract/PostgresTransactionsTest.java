package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.Isolation;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.RetryPolicy;
import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresTransactionsTest {

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database =
                ServerDatabase.postgres(s ->
                        ServerDatabase.limits(s, 3, Duration.ofMillis(500), Duration.ofSeconds(20))
                                .with("idle-in-transaction-timeout", "300ms"));
        database.run("create table note(id int primary key, n int not null)");
        database.run("insert into note values (1, 0), (2, 0)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The driver's own commit returns as if it held, and PostgreSQL rolls back. */
    @Test
    void aWorkThatKeepsSilentAboutAFailedStatementIsNotToldThatItHolds() {
        var e =
                failure(
                        DatabaseError.ABORTED,
                        () ->
                                database.write(s -> {
                                    s.execute("update note set n = 1");
                                    assertThatThrownBy(() -> s.execute("selec"))
                                            .isInstanceOf(DatabaseException.class);
                                    return null;
                                }));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(sum()).isZero();
    }

    @Test
    void whatFollowsAFailedStatementIsRefusedUntilItsSavepoint() {
        database.write(s -> {
            s.execute("update note set n = 1 where id = 1");
            assertThatThrownBy(() ->
                            s.savepoint(i -> {
                                assertThatThrownBy(() -> i.execute("selec"))
                                        .isInstanceOf(DatabaseException.class);
                                failure(
                                        DatabaseError.ABORTED,
                                        () -> i.execute("update note set n = 5"));
                                throw new IllegalStateException("undone");
                            }))
                    .hasMessage("undone");
            return s.execute("update note set n = 1 where id = 2");
        });
        assertThat(sum()).isEqualTo(2);
    }

    @Test
    void aDeferredForeignKeyThatFailsAtTheCommitIsSaidToBeThat() {
        database.run("create table child(note int references note deferrable initially deferred)");
        var e =
                failure(
                        DatabaseError.FOREIGN_KEY,
                        () -> database.run("insert into child values (9)"));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(database.maps("select * from child")).isEmpty();
    }

    @Test
    void aConnectionLostInTheMiddleIsReplacedAndTheWorkRepeated() {
        var runs = new AtomicInteger();
        database.write(s -> {
            s.execute("update note set n = n + 1 where id = 1");
            if (runs.incrementAndGet() == 1) {
                terminate(s.query("select pg_backend_pid()").one(Integer.class));
            }
            return s.execute("update note set n = n + 1 where id = 2");
        });
        assertThat(runs).hasValue(2);
        assertThat(sum()).isEqualTo(2);
    }

    @Test
    void aConnectionLostWhileIdleIsNotHandedOut() {
        for (int i = 0; i < 3; i++) {
            database.write(s -> s.execute("update note set n = n + 1"));
            assertThat(sum()).isEqualTo(2 * (i + 1));
            terminateAll();
        }
    }

    @Test
    void whatHasEndedOneConnectionIsTakenToHaveEndedTheOthersAtRest() {
        var together = new CyclicBarrier(3);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                var _ =
                        executor.submit(
                                () -> database.write(s -> together.await(30, TimeUnit.SECONDS)));
            }
        }
        terminateAll();
        var twice =
                WriteOptions.DEFAULT.retry(
                        new RetryPolicy(
                                2,
                                Duration.ofMillis(1),
                                Duration.ofMillis(1),
                                Duration.ofMinutes(1)));
        long changed = database.sessions().write(twice, s -> s.execute("update note set n = 1"));
        assertThat(changed).isEqualTo(2);
    }

    /** Repeated, it might be done twice; given up, it might be done although it was said not to. */
    @Test
    void aConnectionLostDuringTheCommitLeavesTheOutcomeUnknown() throws Exception {
        database.run(
                "create function slow() returns trigger language plpgsql as"
                        + " 'begin perform pg_sleep(60); return null; end'");
        database.run(
                "create constraint trigger slow after insert on note deferrable initially deferred"
                        + " for each row execute function slow()");
        var runs = new AtomicInteger();
        var pid = new AtomicInteger();
        var killer =
                Thread.ofVirtual()
                        .start(() -> {
                            await(
                                    "select count(*) from pg_stat_activity where query = 'COMMIT'"
                                            + " and wait_event = 'PgSleep'");
                            terminate(pid.get());
                        });
        var e =
                failure(
                        DatabaseError.OUTCOME_UNKNOWN,
                        () ->
                                database.write(s -> {
                                    runs.incrementAndGet();
                                    pid.set(s.query("select pg_backend_pid()").one(Integer.class));
                                    return s.execute("insert into note values (3, 0)");
                                }));
        killer.join();
        assertThat(e.outcome()).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aTransactionThatDoesNothingTooLongIsEndedByTheServer() {
        var runs = new AtomicInteger();
        database.write(s -> {
            int pid = s.query("select pg_backend_pid()").one(Integer.class);
            s.execute("update note set n = n + 1 where id = 1");
            if (runs.incrementAndGet() == 1) {
                await("select count(*) = 0 from pg_stat_activity where pid = " + pid);
            }
            return s.execute("update note set n = n + 1 where id = 2");
        });
        assertThat(runs).hasValue(2);
        assertThat(sum()).isEqualTo(2);
    }

    @Test
    void serializationFailuresAreRepeatedUntilAllHaveHappened() throws Exception {
        var options = WriteOptions.DEFAULT.isolation(Isolation.SERIALIZABLE);
        var runs = new AtomicInteger();
        var together = new CyclicBarrier(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var both =
                    List.of(1, 2).stream()
                            .map(id ->
                                    executor.submit(() ->
                                            database.sessions()
                                                    .write(
                                                            options,
                                                            s -> addTheSum(s, id, runs, together))))
                            .toList();
            for (var one : both) {
                assertThat(one.get()).isOne();
            }
        }
        // One after the other: 0 + 0 + 1, then 1 + 0 + 1; both at once would make 1 and 1.
        assertThat(sum()).isEqualTo(3);
        assertThat(runs).hasValue(3);
    }

    private static long addTheSum(Session s, int id, AtomicInteger runs, CyclicBarrier together)
            throws Exception {
        long sum = s.query("select sum(n) from note").one(Long.class);
        if (runs.incrementAndGet() <= 2) {
            together.await(30, TimeUnit.SECONDS);
        }
        return s.execute("update note set n = ? where id = ?", sum + 1, id);
    }

    @Test
    void aDeadlockIsRepeatedUntilBothHaveHappened() throws Exception {
        var together = new CyclicBarrier(2);
        var runs = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var both =
                    List.of(1, 2).stream()
                            .map(id ->
                                    executor.submit(() ->
                                            database.write(s -> {
                                                s.execute(
                                                        "update note set n = n + 1 where id = ?",
                                                        id);
                                                if (runs.incrementAndGet() <= 2) {
                                                    together.await(30, TimeUnit.SECONDS);
                                                }
                                                return s.execute(
                                                        "update note set n = n + 1 where id = ?",
                                                        3 - id);
                                            })))
                            .toList();
            for (var one : both) {
                assertThat(one.get()).isOne();
            }
        }
        assertThat(sum()).isEqualTo(4);
        assertThat(runs).hasValue(3);
    }

    /** The interrupt of a statement goes by a connection of its own, and may come late. */
    @Test
    void noStatementIsHitByTheInterruptOfTheOneBefore() throws SQLException {
        try (var single =
                ServerDatabase.open(
                        ServerDatabase.limits(
                                database.settings(),
                                1,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(20)))) {
            for (int i = 0; i < 100; i++) {
                // First, so that the connection is there when the time is short.
                assertThat(single.one(String.class, "select pg_sleep(0.001)::text || 'x'"))
                        .isEqualTo("x");
                try {
                    single.sessions()
                            .read(
                                    ReadOptions.timeout(Duration.ofMillis(10)),
                                    s -> s.query("select pg_sleep(0.0085)").maps());
                } catch (DatabaseException e) {
                    assertThat(e.code())
                            .isIn(DatabaseError.TIMEOUT, DatabaseError.CONNECTIONS_USED_UP);
                }
            }
        }
    }

    @Test
    void aStreamOfABillionRowsGivesItsFirstAtOnceOnEveryIsolation() {
        for (var options :
                List.of(
                        ReadOptions.DEFAULT,
                        ReadOptions.DEFAULT.isolation(Isolation.READ_COMMITTED))) {
            List<Integer> first =
                    database.sessions()
                            .read(
                                    options,
                                    s -> {
                                        try (var rows =
                                                s
                                                        .query(
                                                                "select generate_series(1, 1000000000)")
                                                        .stream(Integer.class)) {
                                            return rows.limit(3).toList();
                                        }
                                    });
            assertThat(first).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aStreamOfMoreThanTheMemoryHoldsPasses() {
        long count = 2 * Runtime.getRuntime().maxMemory() / 1_000_000;
        long seen =
                database.sessions()
                        .read(s -> {
                            try (var rows =
                                    s
                                            .query(
                                                    "select repeat('x', 1000000) from"
                                                            + " generate_series(1, ?)",
                                                    count)
                                            .fetchSize(4)
                                            .stream(String.class)) {
                                return rows.filter(r -> r.length() == 1_000_000).count();
                            }
                        });
        assertThat(seen).isEqualTo(count);
    }

    @Test
    void textsThatPostgresqlHasNotAreRefusedBeforeTheyReachIt() {
        var e =
                failure(
                        DatabaseError.UNBINDABLE,
                        () -> database.one(String.class, "select ?", "a\0b"));
        assertThat(e.getMessage()).contains("U+0000");
    }

    @Test
    void textsFitColumnsOfOtherTypes() {
        database.run("create type mood as enum ('good')");
        database.run("create table thing(id uuid, doc jsonb, m mood)");
        var id = UUID.randomUUID();
        database.run("insert into thing values (?, ?, ?)", id, "{\"a\": 1}", "good");
        assertThat(database.one(UUID.class, "select id from thing where id = ?", id)).isEqualTo(id);
        assertThat(database.one(String.class, "select doc from thing")).isEqualTo("{\"a\": 1}");
    }

    private long sum() {
        return database.one(Long.class, "select sum(n) from note");
    }

    private void await(String query) {
        var end = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(end)) {
            try (var connection = DriverManager.getConnection(database.settings().url());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(query)) {
                row.next();
                if (List.of("t", "1").contains(row.getString(1))) {
                    return;
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("in vain: " + query);
    }

    private void terminate(int pid) {
        administer("select pg_terminate_backend(" + pid + ", 10000)");
    }

    private void terminateAll() {
        administer(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and datname = current_database()");
    }

    private void administer(String sql) {
        try (var connection = DriverManager.getConnection(database.settings().url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
