package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static dev.tenon.database.TestDatabase.ENDLESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(120)
class TimeLimitsTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

    @BeforeEach
    void open() {
        database = TestDatabase.withNotes(folder.resolve("data"));
        sessions = database.sessions();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTimeoutInterruptsTheStatementOfARead() {
        var options = ReadOptions.timeout(SHORT);
        failure(
                DatabaseError.TIMEOUT,
                () -> sessions.read(options, s -> s.query(ENDLESS).one(Long.class)));
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void aTimeoutInterruptsTheStatementOfAWriteAndUndoesIt() {
        failure(
                DatabaseError.TIMEOUT,
                () ->
                        sessions.write(
                                WriteOptions.timeout(SHORT),
                                s -> {
                                    insert(s, "x");
                                    return s.query(ENDLESS).one(Long.class);
                                }));
        assertThat(database.titles()).isEmpty();
        database.insert("after");
    }

    @Test
    void aTimeoutInterruptsALibrarysStatement() {
        assertThatThrownBy(() ->
                        sessions.read(
                                ReadOptions.timeout(SHORT),
                                s -> {
                                    try (var statement = s.connection().createStatement()) {
                                        return statement.executeQuery(ENDLESS).next();
                                    }
                                }))
                .hasMessageContaining("interrupted");
    }

    @Test
    void aTimeoutInterruptsAStreamThatHasRowsAlready() {
        var rows =
                "with recursive r(n) as (select 1 union all select n + 1 from r) select n from r"
                        + " where n = 1 or n < 0";
        failure(
                DatabaseError.TIMEOUT,
                () ->
                        sessions.read(
                                ReadOptions.timeout(SHORT),
                                s -> s.query(rows).stream(Long.class).toList()));
    }

    @Test
    void theTimeOfAStatementGoesOnAfterOneWithinIt() {
        var rows =
                "with recursive r(n) as (select 1 union all select n + 1 from r) select n from r"
                        + " where n = 1 or n < 0";
        failure(
                DatabaseError.TIMEOUT,
                () ->
                        sessions.read(
                                ReadOptions.timeout(Duration.ofMillis(200)),
                                s ->
                                        s.query(rows)
                                                .list(row -> s.query("select 1").one(Long.class))));
    }

    @Test
    void eachStatementHasTheTimeOfTheSettings() {
        try (var hasty =
                TestDatabase.in(
                        folder.resolve("hasty"),
                        TestDatabase.times(Duration.ofSeconds(30), SHORT))) {
            failure(DatabaseError.TIMEOUT, () -> hasty.rows(Long.class, ENDLESS));
            assertThat(hasty.rows(Long.class, "select 1")).containsExactly(1L);
        }
    }

    @Test
    void cancellingInterruptsTheStatement() throws Exception {
        var running = new CountDownLatch(1);
        var future =
                sessions.writeAsync(
                        WriteOptions.DEFAULT,
                        s -> {
                            insert(s, "x");
                            running.countDown();
                            return s.query(ENDLESS).one(Long.class);
                        });
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        future.cancel(true);
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        // Waits until the cancelled one has given the writer back.
        database.insert("after");
        assertThat(database.titles()).containsExactly("after");
    }

    @Test
    void aFutureThatRunsOutOfTimeInterruptsTheStatement() {
        var future =
                sessions.readAsync(ReadOptions.DEFAULT, s -> s.query(ENDLESS).one(Long.class))
                        .orTimeout(50, TimeUnit.MILLISECONDS);
        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
        // With the statement still running, this would wait for its time to be up.
        database.close();
        assertThat(sessions.database()).isEqualTo("test");
    }

    @Test
    void cancellingAWorkThatWaitsKeepsItFromRunning() throws Exception {
        var ran = new CountDownLatch(1);
        sessions.write(s -> {
            var waiting =
                    CompletableFuture.supplyAsync(() ->
                                    sessions.writeAsync(
                                            WriteOptions.DEFAULT,
                                            t -> {
                                                ran.countDown();
                                                return insert(t, "never");
                                            }))
                            .join();
            waiting.cancel(true);
            return insert(s, "a");
        });
        database.insert("b");
        assertThat(database.titles()).containsExactly("a", "b");
    }

    @Test
    void asyncWorksReturnWhatTheyReturn() {
        var written = sessions.writeAsync(WriteOptions.DEFAULT, s -> insert(s, "a"));
        assertThat(written.join()).isOne();
        assertThat(sessions.readAsync(ReadOptions.DEFAULT, s -> 7).join()).isEqualTo(7);
        var failing =
                sessions.writeAsync(
                        WriteOptions.DEFAULT, s -> s.execute("insert into missing values (1)"));
        assertThatThrownBy(failing::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(dev.tenon.database.error.QueryException.class);
    }

    @Test
    void whoWaitsTooLongToWriteIsToldWhoHoldsTheWriter() throws Exception {
        var holding = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var holder =
                Thread.ofVirtual()
                        .start(() ->
                                sessions.write(s -> {
                                    holding.countDown();
                                    return enough.await(60, TimeUnit.SECONDS);
                                }));
        assertThat(holding.await(30, TimeUnit.SECONDS)).isTrue();
        var e =
                failure(
                        DatabaseError.WRITER_TAKEN,
                        () ->
                                sessions.write(
                                        WriteOptions.timeout(Duration.ofMillis(400)),
                                        s -> s.execute("delete from note")));
        enough.countDown();
        holder.join();
        assertThat(e.getMessage()).contains("module", "TimeLimitsTest.java:", "between two");
    }

    @Test
    void theStatementOfTheHolderIsNamed() throws Exception {
        var holding = new CountDownLatch(1);
        var holder =
                sessions.writeAsync(
                        WriteOptions.DEFAULT,
                        s -> {
                            holding.countDown();
                            return s.query(ENDLESS).one(Long.class);
                        });
        assertThat(holding.await(30, TimeUnit.SECONDS)).isTrue();
        var e =
                failure(
                        DatabaseError.WRITER_TAKEN,
                        () ->
                                sessions.write(
                                        WriteOptions.timeout(Duration.ofMillis(400)),
                                        s -> s.execute("delete from note")));
        holder.cancel(true);
        assertThat(e.getMessage()).contains("now with: with recursive");
    }

    @Test
    void readersThatAreUsedUpAreWaitedForInVainAndSayWhy() {
        try (var small = TestDatabase.in(folder.resolve("small"), TestDatabase.readers(1))) {
            var reads = small.sessions();
            var e =
                    failure(
                            DatabaseError.READERS_USED_UP,
                            () -> reads.read(s -> reads.read(Session::isReadOnly)));
            assertThat(e.getMessage()).contains("All 1 are reading");
            assertThat(reads.<Boolean>read(Session::isReadOnly)).isTrue();
        }
    }

    @Test
    void anotherProgramThatHoldsTheDatabaseIsWaitedFor() throws Exception {
        try (var other = Other.on(database)) {
            other.run("begin immediate");
            failure(
                    DatabaseError.BUSY,
                    () ->
                            sessions.write(
                                    WriteOptions.timeout(Duration.ofMillis(100)),
                                    s -> insert(s, "never")));
            var patient = sessions.writeAsync(WriteOptions.DEFAULT, s -> insert(s, "a"));
            other.run("rollback");
            assertThat(patient.join()).isOne();
        }
        assertThat(database.titles()).containsExactly("a");
    }

    @Test
    void closingEndsAWorkThatDoesNotEnd() throws Exception {
        var running = new CountDownLatch(1);
        var future =
                sessions.readAsync(
                        ReadOptions.DEFAULT,
                        s -> {
                            running.countDown();
                            return s.query(ENDLESS).one(Long.class);
                        });
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        database.close();
        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class);
    }

    private static long insert(Session s, String title) {
        return s.execute("insert into note(note_title) values (?)", title);
    }

    @Test
    void aTimeWithoutEndIsNoFailure() {
        var forever = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(sessions.<Long>write(WriteOptions.timeout(forever), s -> 1L)).isEqualTo(1);
        assertThat(sessions.<Long>read(ReadOptions.timeout(forever), s -> 1L)).isEqualTo(1);
        var patient = new RetryPolicy(2, Duration.ofMillis(1), forever, forever);
        var tries = new ArrayList<Integer>();
        assertThat(
                        sessions.<Integer>write(
                                WriteOptions.DEFAULT.retry(patient),
                                s -> {
                                    tries.add(1);
                                    if (tries.size() == 1) {
                                        throw busy();
                                    }
                                    return tries.size();
                                }))
                .isEqualTo(2);
    }

    private static SQLException busy() {
        var busy = SQLiteErrorCode.SQLITE_BUSY;
        return new SQLiteException("busy", busy);
    }
}
