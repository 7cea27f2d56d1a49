package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.RetryPolicy;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.OwnPostgres;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server takes away from those who work on it. */
@Timeout(120)
class PostgresLossesTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir static Path folder;
    private static OwnPostgres server;
    private ServerDatabase database;

    @BeforeAll
    static void start() throws Exception {
        server = OwnPostgres.in(folder);
        server.run("create role worker login password 'first'");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void create() throws SQLException {
        server.run("alter role worker password 'first'");
        server.run("create database work owner worker");
    }

    @AfterEach
    void drop() throws SQLException {
        if (database != null) {
            database.close();
        }
        server.run("drop database if exists work with (force)");
    }

    private static StoreSettings settings(int connections, Duration wait) {
        return ServerDatabase.limits(
                StoreSettings.of("work", server.url("work"))
                        .with("user", "worker")
                        .with("password", "first"),
                connections,
                wait,
                LONG);
    }

    private void open(int connections, Duration wait) {
        database = ServerDatabase.open(settings(connections, wait));
        database.run("create table note(id int)");
    }

    @Test
    void whatWasAcknowledgedIsThereHoweverManyConnectionsAreLost() throws Exception {
        open(8, LONG);
        var options =
                WriteOptions.DEFAULT.retry(
                        new RetryPolicy(1000, Duration.ofMillis(5), SHORT, Duration.ofSeconds(60)));
        var next = new AtomicInteger();
        var enough = new AtomicBoolean();
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        Set<Integer> unknown = ConcurrentHashMap.newKeySet();
        Set<Integer> failed = ConcurrentHashMap.newKeySet();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                var _ =
                        executor.submit(() -> {
                            while (!enough.get()) {
                                int id = next.incrementAndGet();
                                try {
                                    database.sessions()
                                            .write(
                                                    options,
                                                    s ->
                                                            s.execute(
                                                                    "insert into note values (?)",
                                                                    id));
                                    acknowledged.add(id);
                                } catch (DatabaseException e) {
                                    (e.outcome() == CommitOutcome.UNKNOWN ? unknown : failed)
                                            .add(id);
                                }
                            }
                        });
            }
            for (int i = 0; i < 60; i++) {
                server.run(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = 'work'");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            enough.set(true);
        }
        var rows = database.rows(Integer.class, "select id from note");
        var there = new HashSet<>(rows);
        assertThat(rows).as("none was written twice").hasSameSizeAs(there);
        assertThat(acknowledged)
                .as("failed: %s, unknown: %s", failed, unknown)
                .hasSizeGreaterThan(60);
        assertThat(there.containsAll(acknowledged)).isTrue();
        there.removeAll(acknowledged);
        assertThat(unknown).containsAll(there);
        assertThat(acknowledged.size() + unknown.size() + failed.size()).isEqualTo(next.get());
    }

    @Test
    void aDatabaseThatIsDroppedWhileItIsUsedIsNamedAndTakenAgainWhenItIsBack() throws Exception {
        open(2, SHORT);
        database.run("insert into note values (1)");
        server.run("drop database work with (force)");

        for (int i = 0; i < 3; i++) {
            var e =
                    failure(
                            DatabaseError.MISSING_DATABASE,
                            () -> database.run("insert into note values (2)"));
            assertThat(e.getMessage()).contains("work", "does not exist");
            assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        }

        server.run("create database work owner worker");
        untilItWorks("create table note(id int)");
        assertThat(database.rows(Integer.class, "select id from note")).isEmpty();
    }

    @Test
    void aPasswordThatIsChangedWhileItIsUsedHitsNewConnectionsAlone() throws Exception {
        open(2, SHORT);
        server.run("alter role worker password 'second'");
        database.run("insert into note values (1)");

        server.run(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = 'work'");
        var e =
                failure(
                        DatabaseError.NOT_PERMITTED,
                        () -> database.run("insert into note values (2)"));
        assertThat(e.getMessage())
                .contains("work", "password authentication failed for user \"worker\"")
                .doesNotContain("first");

        server.run("alter role worker password 'first'");
        untilItWorks("insert into note values (3)");
        assertThat(database.rows(Integer.class, "select id from note order by 1"))
                .containsExactly(1, 3);
    }

    @Test
    void aServerWithoutAConnectionLeftIsWaitedForAndThenNamed() throws Exception {
        server.run("alter role worker connection limit 2");
        try {
            var others = new ArrayList<Connection>();
            for (int i = 0; i < 2; i++) {
                others.add(DriverManager.getConnection(server.url("work"), "worker", "first"));
            }
            try (var log = new CapturedLog("dev.tenon.database")) {
                var e =
                        failure(
                                DatabaseError.UNREACHABLE,
                                () ->
                                        ServerDatabase.open(
                                                settings(2, SHORT).with("connect-limit", "1s")));
                assertThat(e.getMessage()).contains("work", "too many connections");
                assertThat(log.messages())
                        .anyMatch(m ->
                                m.contains("too many connections")
                                        && m.contains("It is tried again in"));
            }
            try (var log = new CapturedLog("dev.tenon.database");
                    var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var opening = executor.submit(() -> ServerDatabase.open(settings(2, LONG)));
                log.await("It is tried again in");
                for (var other : others) {
                    other.close();
                }
                database = opening.get();
                assertThat(database.rows(Integer.class, "select 1")).containsExactly(1);
            }
        } finally {
            server.run("alter role worker connection limit -1");
        }
    }

    @Test
    void aHundredSlowWorksAreRefusedByNameAndLeaveThePoolAsItWas() throws Exception {
        open(8, SHORT);
        var threads = threads();
        // So that none is being made when the works come.
        useAllAtOnce(8);
        Set<String> messages = ConcurrentHashMap.newKeySet();
        var done = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                var _ =
                        executor.submit(() -> {
                            try {
                                database.sessions()
                                        .write(s -> s.query("select pg_sleep(3)").maps());
                                done.incrementAndGet();
                            } catch (DatabaseException e) {
                                assertThat(e.code()).isEqualTo(DatabaseError.CONNECTIONS_USED_UP);
                                messages.add(e.getMessage());
                            }
                            return null;
                        });
            }
        }
        assertThat(done.get()).isGreaterThanOrEqualTo(8);
        assertThat(messages)
                .isNotEmpty()
                .allSatisfy(m ->
                        assertThat(m)
                                .contains(
                                        "All 8 are lent",
                                        "PostgresLossesTest.java:",
                                        "now with: select pg_sleep(3)"));
        for (int round = 0; round < 3; round++) {
            useAllAtOnce(8);
        }
        assertThat(connections(8)).isLessThanOrEqualTo(8);
        // Those that make connections end when they have nothing to do.
        awaitThreads(threads);
        database.close();
        assertThat(connections(0)).isZero();
    }

    /** The pool makes a pause after it was refused a connection. */
    private void untilItWorks(String sql) {
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            try {
                database.run(sql);
                return;
            } catch (DatabaseException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private void useAllAtOnce(int count) throws Exception {
        var together = new java.util.concurrent.CyclicBarrier(count);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < count; i++) {
                works.add(
                        executor.submit(
                                () -> database.write(s -> together.await(20, TimeUnit.SECONDS))));
            }
            for (var work : works) {
                assertThat(work.get()).isNotNegative();
            }
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(n -> n.startsWith("tenon-work"))
                .toList();
    }

    private static void awaitThreads(List<String> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (threads().size() > wanted.size() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(threads()).hasSizeLessThanOrEqualTo(wanted.size());
    }

    /** Returns how many connections to the database there are, once they are as few as wanted. */
    private static int connections(int wanted) throws SQLException {
        int count = Integer.MAX_VALUE;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (count > wanted && System.nanoTime() < end) {
            try (var admin = DriverManager.getConnection(server.url("postgres"), "postgres", "");
                    var statement = admin.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select count(*) from pg_stat_activity where datname = 'work'")) {
                rows.next();
                count = rows.getInt(1);
            }
        }
        return count;
    }
}
