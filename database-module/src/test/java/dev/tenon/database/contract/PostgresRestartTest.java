package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.RetryPolicy;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.OwnPostgres;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PostgresRestartTest {

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterTheServerWasRestartedInTheMiddle() throws Exception {
        try (var server = OwnPostgres.in(folder)) {
            var settings =
                    StoreSettings.of("test", server.url("postgres")).with("user", "postgres");
            try (var database =
                    ServerDatabase.open(
                            ServerDatabase.limits(
                                    settings, 4, Duration.ofSeconds(30), Duration.ofSeconds(20)))) {
                database.run("create table note(id int primary key)");
                writeThroughARestart(server, database);
            }
        }
    }

    private static void writeThroughARestart(OwnPostgres server, ServerDatabase database)
            throws Exception {
        var options =
                WriteOptions.DEFAULT.retry(
                        new RetryPolicy(
                                1000,
                                Duration.ofMillis(10),
                                Duration.ofMillis(100),
                                Duration.ofSeconds(60)));
        var number = new AtomicInteger();
        var acknowledged = new ConcurrentSkipListSet<Integer>();
        var unknown = new ConcurrentSkipListSet<Integer>();
        var enough = new AtomicBoolean();
        var some = new CountDownLatch(200);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                var _ =
                        executor.submit(() -> {
                            while (!enough.get()) {
                                int id = number.incrementAndGet();
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
                                    assertThat(e.code()).isEqualTo(DatabaseError.OUTCOME_UNKNOWN);
                                    unknown.add(id);
                                }
                                some.countDown();
                            }
                            return null;
                        });
            }
            some.await();
            server.stop();
            server.start();
            int before = acknowledged.size();
            while (acknowledged.size() < before + 200) {
                Thread.onSpinWait();
            }
            enough.set(true);
        }
        var there =
                new ConcurrentSkipListSet<>(database.rows(Integer.class, "select id from note"));
        assertThat(there).containsAll(acknowledged);
        there.removeAll(acknowledged);
        assertThat(unknown).containsAll(there);
        assertThat(acknowledged.size() + unknown.size()).isEqualTo(number.get());
    }

    @Test
    void aServerThatComesUpLateIsWaitedForAndTheLogSaysSo() throws Exception {
        var log = new ConcurrentSkipListSet<String>();
        var tried = new CountDownLatch(1);
        var logger = Logger.getLogger("dev.tenon.database");
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        log.add(record.getMessage());
                        tried.countDown();
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        logger.addHandler(handler);
        try (var server = OwnPostgres.in(folder)) {
            var settings =
                    StoreSettings.of("test", server.url("postgres"))
                            .with("user", "postgres")
                            .with("password", "very secret");
            server.stop();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var database = executor.submit(() -> ServerDatabase.open(settings));
                tried.await();
                server.start();
                try (var opened = database.get()) {
                    assertThat(opened.one(Integer.class, "select 1")).isOne();
                }
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(log)
                .anyMatch(m ->
                        m.contains("cannot be reached at localhost:")
                                && m.contains("Connection to localhost")
                                && m.contains("It is tried again in"))
                .noneMatch(m -> m.contains("very secret"));
    }

    @Test
    void aServerThatDoesNotComeUpIsGivenUp() {
        var settings =
                StoreSettings.of("test", "jdbc:postgresql://127.0.0.1:1/x")
                        .with("connect-limit", "500ms");
        var e = failure(DatabaseError.UNREACHABLE, () -> ServerDatabase.open(settings));
        assertThat(e.getMessage()).contains("127.0.0.1:1/x", "refused");
    }
}
