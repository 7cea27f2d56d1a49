package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SharedCommitsTest {

    private static final int THREADS = 64;

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

    @BeforeEach
    void open() {
        database = TestDatabase.in(folder.resolve("data"));
        sessions = database.sessions();
        database.run("create table parent(id integer primary key)");
        database.run(
                "create table row(id integer primary key, parent integer references parent(id)"
                        + " deferrable initially deferred)");
        database.run("create table counter(value integer)");
        database.run("insert into counter values (0)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void manyThreadsReadAndModifyWithoutOneLostUpdate() throws Exception {
        inThreads(
                40,
                (thread, round) ->
                        sessions.write(
                                WriteOptions.DEFAULT.noRetry(),
                                s -> {
                                    var value =
                                            s.query("select value from counter").one(Long.class);
                                    return s.execute("update counter set value = ?", value + 1);
                                }));
        inThreads(
                40,
                (thread, round) ->
                        sessions.write(s -> {
                            var value = s.query("select value from counter").one(Long.class);
                            return s.execute("update counter set value = ?", value + 1);
                        }));
        assertThat(database.rows(Long.class, "select value from counter"))
                .containsExactly(2L * 40 * THREADS);
    }

    @Test
    void whatFailsAmongSharedCommitsLeavesExactlyWhatWasAcknowledged() throws Exception {
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        inThreads(
                120,
                (thread, round) -> {
                    long id = 1L + thread * 1_000 + round;
                    // 14 of 200: 7 %, two of each kind.
                    int kind = (int) ((thread * 120L + round) % 200);
                    if (kind < 14) {
                        assertThatThrownBy(() -> fail(kind % 7, id))
                                .as("kind " + kind % 7)
                                .isInstanceOf(Exception.class);
                    } else {
                        sessions.write(s -> s.execute("insert into row(id) values (?)", id));
                        acknowledged.add(id);
                    }
                });
        assertThat(database.rows(Long.class, "select id from row"))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    /** Fails in one of seven ways, after an insert that must not stay. */
    private void fail(int kind, long id) {
        var options =
                kind == 3 ? WriteOptions.timeout(Duration.ofMillis(100)) : WriteOptions.DEFAULT;
        sessions.write(
                kind == 6 ? options.noRetry() : options,
                s -> {
                    s.execute("insert into row(id) values (?)", id);
                    switch (kind) {
                        case 0 -> throw new IllegalStateException("the work's own");
                        case 1 -> s.execute("insert into row(id) values (?)", id);
                        case 2, 6 -> s.execute("insert or rollback into row(id) values (?)", id);
                        case 3 ->
                                // Interrupts an update, which costs the whole transaction.
                                s.execute(
                                        "with recursive r(n) as (select 1 union all select n + 1"
                                                + " from r) insert into row(id) select -n from r");
                        case 4 -> s.execute("update row set parent = 99 where id = ?", id);
                        default -> s.execute("insert into missing values (1)");
                    }
                    return null;
                });
    }

    @Test
    void aDeferredKeyThatFailsAtTheCommitFailsItsOwnWorkAlone() throws Exception {
        var failing =
                whileTheWriterIsTaken(s -> s.execute("insert into row(id, parent) values (1, 9)"));
        for (int i = 0; i < failing.size(); i++) {
            var future = failing.get(i);
            if (i == 1) {
                assertThatThrownBy(future::get)
                        .hasCauseInstanceOf(
                                dev.tenon.database.error.ConstraintViolationException.class);
            } else {
                assertThat(future.get()).isEqualTo(1L);
            }
        }
        assertThat(database.rows(Long.class, "select id from row order by 1"))
                .containsExactly(100L, 102L, 103L);
    }

    @Test
    void aWorkThatFailedForWhatAnotherLostIsRunAgain() throws Exception {
        database.run("create unique index one on row(parent)");
        database.run("insert into parent values (7)");
        // The first takes the only parent and loses it with the whole transaction at the commit.
        var futures =
                whileTheWriterIsTaken(s -> {
                    s.execute("insert into row(id, parent) values (1, 7)");
                    return s.execute("insert into row(id, parent) values (2, 99)");
                });
        assertThatThrownBy(futures.get(1)::get).hasMessageContaining("DB-VAL-002");
        sessions.write(s -> s.execute("insert into row(id, parent) values (3, 7)"));
        assertThat(database.count("row")).isEqualTo(4);
    }

    /**
     * Lets four works queue behind one that holds the writer, the second of them as given, so that
     * all of them share one transaction.
     */
    private List<Future<Long>> whileTheWriterIsTaken(Work<Long> second) throws Exception {
        var holding = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var holder =
                sessions.writeAsync(
                        WriteOptions.DEFAULT,
                        s -> {
                            holding.countDown();
                            return enough.await(60, TimeUnit.SECONDS);
                        });
        assertThat(holding.await(30, TimeUnit.SECONDS)).isTrue();
        var futures = new ArrayList<Future<Long>>();
        for (int i = 0; i < 4; i++) {
            long id = 100 + i;
            futures.add(
                    sessions.writeAsync(
                            WriteOptions.DEFAULT,
                            i == 1
                                    ? second
                                    : s -> s.execute("insert into row(id) values (?)", id)));
        }
        enough.countDown();
        assertThat(holder.join()).isTrue();
        return futures;
    }

    @Test
    void aLoneFailureIsToldAtOnce() {
        failure(
                DatabaseError.UNIQUE,
                () ->
                        sessions.write(s -> {
                            s.execute("insert into row(id) values (1)");
                            return s.execute("insert into row(id) values (1)");
                        }));
        assertThat(database.count("row")).isZero();
    }

    @Test
    void aFullDatabaseKeepsWhatItAcknowledged() throws Exception {
        try (var small =
                TestDatabase.in(
                        folder.resolve("small"),
                        TestDatabase.options(Map.of("synchronous", "OFF", "max-pages", "300")))) {
            small.run("create table big(id integer primary key, content blob)");
            Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
            inThreads(
                    10,
                    (thread, round) -> {
                        long id = thread * 100L + round;
                        try {
                            small.run("insert into big values (?, zeroblob(4000))", id);
                            acknowledged.add(id);
                        } catch (dev.tenon.database.error.ConnectionException e) {
                            assertThat(e.code()).isEqualTo(DatabaseError.DISK_FULL);
                        }
                    });
            assertThat(acknowledged).hasSizeBetween(100, 300);
            assertThat(small.rows(Long.class, "select id from big"))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            small.run("delete from big");
            small.run("insert into big values (1, zeroblob(4000))");
        }
    }

    private interface Task {
        void run(int thread, int round);
    }

    private static void inThreads(int rounds, Task task) throws Exception {
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(
                        executor.submit(() -> {
                            for (int round = 0; round < rounds; round++) {
                                task.run(thread, round);
                            }
                        }));
            }
            for (var future : running) {
                future.get();
            }
        }
    }
}
