package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.Hostile;
import dev.tenon.database.Isolation;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What sessions do on every engine whose databases are on a server. */
abstract class ServerSessionContract extends SessionContract {

    @Test
    void theIsolationOfAWriteIsItsOwn() {
        for (int i = 0; i < 3; i++) {
            assertThat(seenOfAnother(Isolation.READ_COMMITTED)).isOne();
            assertThat(seenOfAnother(Isolation.REPEATABLE_READ)).isZero();
        }
    }

    /** Returns how many rows of another session appear in the middle of a transaction. */
    private long seenOfAnother(Isolation isolation) {
        return sessions.write(
                WriteOptions.DEFAULT.isolation(isolation),
                s -> {
                    long before = count(s);
                    Thread.ofVirtual().start(() -> insert("n" + System.nanoTime())).join();
                    return count(s) - before;
                });
    }

    private static long count(Session s) {
        return s.query("select count(*) from note").one(Long.class);
    }

    @Test
    void theIsolationOfAReadIsItsOwn() {
        var committed = ReadOptions.DEFAULT.isolation(Isolation.READ_COMMITTED);
        for (var options : List.of(committed, ReadOptions.DEFAULT, committed)) {
            long seen =
                    sessions.read(
                            options,
                            s -> {
                                long before = count(s);
                                Thread.ofVirtual()
                                        .start(() -> insert("n" + System.nanoTime()))
                                        .join();
                                return count(s) - before;
                            });
            assertThat(seen).isEqualTo(options.equals(committed) ? 1 : 0);
        }
    }

    @Test
    void whoWaitsInVainForAConnectionIsToldWhoHoldsThem() throws Exception {
        var settings =
                ServerDatabase.limits(
                        database.settings(), 3, Duration.ofMillis(300), Duration.ofSeconds(20));
        var held = new CountDownLatch(3);
        var done = new CountDownLatch(1);
        try (var small = ServerDatabase.open(settings);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                var _ =
                        executor.submit(() ->
                                small.sessions()
                                        .read(s -> {
                                            held.countDown();
                                            return done.await(60, TimeUnit.SECONDS);
                                        }));
            }
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            var e =
                    failure(
                            DatabaseError.CONNECTIONS_USED_UP,
                            () -> small.rows(Long.class, "select 1"));
            done.countDown();
            assertThat(e.getMessage())
                    .contains(
                            "module dev.tenon.database",
                            "ServerSessionContract.java:",
                            "between two statements",
                            "All 3 are lent");
        }
    }

    @Test
    void theTimeOfASessionHoldsForTheWaitForAConnectionToo() throws Exception {
        var settings =
                ServerDatabase.limits(
                        database.settings(), 1, Duration.ofMinutes(10), Duration.ofSeconds(20));
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var patient = ServerDatabase.open(settings);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ =
                    executor.submit(() ->
                            patient.sessions()
                                    .read(s -> {
                                        held.countDown();
                                        return done.await(60, TimeUnit.SECONDS);
                                    }));
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            failure(
                    DatabaseError.CONNECTIONS_USED_UP,
                    () ->
                            patient.sessions()
                                    .read(
                                            ReadOptions.timeout(Duration.ofMillis(100)),
                                            Session::isReadOnly));
            done.countDown();
        }
    }

    @Test
    void whatStillRunsWhenTheDatabaseIsClosedIsInterrupted() throws Exception {
        var running = new CountDownLatch(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading =
                    executor.submit(() ->
                            sessions.read(s -> {
                                running.countDown();
                                return s.query(endless()).one(Long.class);
                            }));
            var writing =
                    executor.submit(() ->
                            sessions.write(s -> {
                                insert(s, "never");
                                running.countDown();
                                return s.query(endless()).one(Long.class);
                            }));
            assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
            var settings = database.settings();
            database.close();
            for (var ended : List.of(reading, writing)) {
                assertThatThrownBy(ended::get).hasCauseInstanceOf(DatabaseException.class);
            }
            database = ServerDatabase.open(settings);
        }
        sessions = database.sessions();
        assertThat(titles()).isEmpty();
    }

    @Test
    void aDatabaseAtRestHasNoThread() {
        insert("a");
        assertThat(titles()).containsExactly("a");
        var end = Instant.now().plusSeconds(60);
        while (threadsOfPools() > 0 && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(threadsOfPools()).isZero();
        insert("b");
        assertThat(titles()).containsExactly("a", "b");
    }

    /** Those of other databases are of other tests, which have ended. */
    private static long threadsOfPools() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(n -> n.startsWith("tenon-test-"))
                .count();
    }

    @Test
    void noFailureLeavesAConnectionBehind() {
        for (int i = 0; i < 50; i++) {
            failure(DatabaseError.MISSING_TABLE, () -> database.run("delete from missing"));
            failure(
                    DatabaseError.MISSING_TABLE,
                    () -> database.rows(Long.class, "select 1 from missing"));
        }
        insert("a");
        assertThat(titles()).containsExactly("a");
    }

    /** What the next session would find changed, whatever setter JDBC has or will have. */
    @Test
    void noSetterOfTheConnectionIsASessionsToCall() {
        var setters =
                Arrays.stream(Connection.class.getMethods())
                        .filter(m -> m.getName().startsWith("set"))
                        .toList();
        assertThat(setters)
                .extracting(Method::getName)
                .contains(
                        "setReadOnly",
                        "setTransactionIsolation",
                        "setSchema",
                        "setCatalog",
                        "setNetworkTimeout",
                        "setClientInfo",
                        "setTypeMap",
                        "setHoldability",
                        "setShardingKey");
        sessions.read(s -> {
            var connection = s.connection();
            for (var setter : setters) {
                var arguments =
                        Arrays.stream(setter.getParameterTypes())
                                .map(ServerSessionContract::anArgument)
                                .toArray();
                assertThatThrownBy(() -> setter.invoke(connection, arguments))
                        .cause()
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining(setter.getName() + "() is refused");
            }
            return null;
        });
    }

    private static @Nullable Object anArgument(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        return type == int.class ? 8 : null;
    }

    @Test
    void hostileTextsComeBackByteForByteThroughEveryDoor() {
        database.run("create table hostile(way varchar(10), t " + text() + ", b " + bytes() + ")");
        for (var value : Hostile.texts()) {
            if (!isText(value)) {
                continue;
            }
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            database.write(s -> {
                s.execute("delete from hostile");
                s.execute("insert into hostile values ('place', ?, ?)", value, bytes);
                s.update("insert into hostile values ('name', :t, :b)")
                        .bind("t", value)
                        .bind("b", bytes)
                        .execute();
                s.batch("insert into hostile values ('batch', ?, ?)").add(value, bytes).execute();
                try (var jdbc =
                        s.connection()
                                .prepareStatement("insert into hostile values ('jdbc', ?, ?)")) {
                    jdbc.setString(1, value);
                    jdbc.setBytes(2, bytes);
                    return jdbc.executeUpdate();
                }
            });
            assertThat(database.rows(String.class, "select t from hostile where t = ?", value))
                    .containsExactly(value, value, value, value);
            assertThat(database.rows(byte[].class, "select b from hostile"))
                    .hasSize(4)
                    .allSatisfy(b -> assertThat(b).isEqualTo(bytes));
        }
    }

    /** Returns the type of texts of any length. */
    abstract String text();

    /** Returns the type of bytes of any length. */
    abstract String bytes();

    /** Returns whether the engine takes it for a text. */
    boolean isText(String value) {
        return true;
    }
}
