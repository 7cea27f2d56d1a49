package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TransactionsTest {

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
    void aWorkThatThrowsLeavesNothingAndItsExceptionAsItIs() {
        var thrown = new IllegalStateException("no");
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            insert(s, "undone");
                            throw thrown;
                        }))
                .isSameAs(thrown);
        var wrapped =
                failure(
                        DatabaseError.WORK_FAILED,
                        () ->
                                sessions.write(s -> {
                                    insert(s, "undone");
                                    throw new java.io.IOException("disk");
                                }));
        assertThat(wrapped).hasRootCauseMessage("disk");
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            insert(s, "undone");
                            throw new StackOverflowError();
                        }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void aReadCannotWrite() {
        failure(
                DatabaseError.READ_ONLY,
                () -> sessions.read(s -> s.execute("insert into note(note_title) values ('a')")));
    }

    @Test
    void aReadSeesOneStateOfTheDatabase() {
        database.insert("a");
        sessions.read(s -> {
            assertThat(count(s)).isOne();
            Thread.ofVirtual().start(() -> database.insert("b")).join();
            assertThat(count(s)).isOne();
            return null;
        });
        assertThat(database.titles()).hasSize(2);
    }

    @Test
    void aReadOfAnEmptyDatabaseSeesOneStateToo() {
        try (var empty = TestDatabase.in(folder.resolve("empty"))) {
            var tables = "select count(*) from sqlite_schema";
            empty.sessions()
                    .read(s -> {
                        Thread.ofVirtual().start(() -> empty.run("create table t(a)")).join();
                        assertThat(s.query(tables).one(Integer.class)).isZero();
                        return null;
                    });
            assertThat(empty.rows(Integer.class, tables)).containsExactly(1);
        }
    }

    @Test
    void aWriterDoesNotHoldUpReaders() {
        database.insert("a");
        sessions.write(s -> {
            insert(s, "b");
            assertThat(database.titles()).containsExactly("a");
            return null;
        });
        assertThat(database.titles()).hasSize(2);
    }

    /** The driver's own transactions begin the next one at once, and hold the lock meanwhile. */
    @Test
    void betweenSessionsOtherProgramsMayWrite() throws Exception {
        try (var other = Other.on(database)) {
            other.run("pragma busy_timeout = 0");
            for (var title : List.of("a", "b")) {
                database.insert(title);
                assertThatThrownBy(() ->
                                sessions.write(s -> {
                                    insert(s, title);
                                    return null;
                                }))
                        .isInstanceOf(ConstraintViolationException.class);
                assertThat(database.titles()).contains(title);
                other.run("begin immediate");
                other.run("insert into note(note_title) values ('other " + title + "')");
                other.run("commit");
            }
        }
        assertThat(database.titles()).containsExactly("a", "b", "other a", "other b");
    }

    @Test
    void aFailingSavepointUndoesItsPartAlone() {
        sessions.write(s -> {
            insert(s, "kept");
            assertThatThrownBy(() ->
                            s.savepoint(inner -> {
                                insert(inner, "undone");
                                inner.afterCommit(() -> insert(inner, "never"));
                                inner.savepoint(deeper -> insert(deeper, "undone too"));
                                throw new IllegalStateException("no");
                            }))
                    .hasMessage("no");
            return s.savepoint(inner -> insert(inner, "kept too"));
        });
        assertThat(database.titles()).containsExactly("kept", "kept too");
    }

    @Test
    void aSavepointWhoseTimeIsUpIsUndoneAlthoughTheWorkGoesOn() {
        sessions.write(
                WriteOptions.timeout(Duration.ofMillis(300)),
                s -> {
                    insert(s, "kept");
                    failure(
                            DatabaseError.TIMEOUT,
                            () ->
                                    s.savepoint(inner -> {
                                        insert(inner, "undone");
                                        return inner.query(TestDatabase.ENDLESS).one(Long.class);
                                    }));
                    return null;
                });
        assertThat(database.titles()).containsExactly("kept");
    }

    @Test
    void actionsRunAfterTheCommitAndOnlyThen() {
        var seen = new ArrayList<String>();
        sessions.write(s -> {
            s.afterCommit(() -> seen.addAll(database.titles()));
            s.afterCommit(() -> {
                throw new IllegalStateException("logged");
            });
            s.afterCommit(() -> database.insert("by another session"));
            return insert(s, "a");
        });
        assertThatThrownBy(() ->
                        sessions.write(s -> {
                            s.afterCommit(() -> seen.add("never"));
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        sessions.read(s -> {
            s.afterCommit(() -> seen.add("after a read"));
            return null;
        });
        assertThat(seen).containsExactly("a", "after a read");
        assertThat(database.titles()).hasSize(2);
    }

    @Test
    void aWriteWithinAWriteIsRefusedAndNamesBothPlaces() {
        var e =
                failure(
                        DatabaseError.NESTED_WRITE,
                        () -> sessions.write(s -> sessions.write(t -> insert(t, "never"))));
        assertThat(e.getMessage().split("TransactionsTest\\.java:", -1)).hasSize(3);
    }

    @Test
    void anAsynchronousWriteWithinAWriteIsRefusedBeforeAnybodyCanWaitForIt() {
        var e =
                failure(
                        DatabaseError.NESTED_WRITE,
                        () ->
                                sessions.write(s ->
                                        sessions.writeAsync(
                                                WriteOptions.DEFAULT, t -> insert(t, "never"))));
        assertThat(e.getMessage().split("TransactionsTest\\.java:", -1)).hasSize(3);
        assertThat(database.titles()).isEmpty();
        assertThat(sessions.writeAsync(WriteOptions.DEFAULT, t -> insert(t, "a")).join())
                .isNotNull();
    }

    @Test
    void aWriteWithinAWriteOfAnotherDatabaseIsAllowed() {
        try (var other = TestDatabase.withNotes(folder.resolve("other"))) {
            sessions.write(s -> {
                other.insert("b");
                failure(
                        DatabaseError.NESTED_WRITE,
                        () -> other.sessions().write(o -> sessions.write(t -> insert(t, "never"))));
                return insert(s, "a");
            });
            assertThat(other.titles()).containsExactly("b");
        }
        assertThat(database.titles()).containsExactly("a");
        database.insert("the thread is free again");
    }

    @Test
    void aLostTransactionRunsNothingMore() {
        database.insert("a");
        failure(
                DatabaseError.ABORTED,
                () ->
                        sessions.write(s -> {
                            insert(s, "before");
                            assertThatThrownBy(() -> insertOrRollback(s))
                                    .isInstanceOf(ConstraintViolationException.class);
                            // Without a transaction, this would commit by itself.
                            return insert(s, "after");
                        }));
        assertThat(database.titles()).containsExactly("a");
    }

    @Test
    void aWorkThatKeepsSilentAboutALostTransactionFails() {
        database.insert("a");
        for (var options : List.of(WriteOptions.DEFAULT, WriteOptions.DEFAULT.noRetry())) {
            failure(
                    DatabaseError.ABORTED,
                    () ->
                            sessions.write(
                                    options,
                                    s -> {
                                        insert(s, "before");
                                        assertThatThrownBy(() -> insertOrRollback(s))
                                                .isInstanceOf(ConstraintViolationException.class);
                                        return null;
                                    }));
        }
        assertThat(database.titles()).containsExactly("a");
    }

    @Test
    void aDeferredForeignKeyFailsAtTheCommit() {
        database.run(
                "create table child(note integer references note(id) deferrable initially"
                        + " deferred)");
        for (var options : List.of(WriteOptions.DEFAULT, WriteOptions.DEFAULT.noRetry())) {
            var e =
                    failure(
                            DatabaseError.FOREIGN_KEY,
                            () ->
                                    sessions.write(
                                            options,
                                            s -> s.execute("insert into child values (7)")));
            assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        }
        assertThat(database.count("child")).isZero();
    }

    @Test
    void whatMayPassIsTriedAgainAndTheRestIsNot() {
        var attempts = new AtomicInteger();
        sessions.write(s -> {
            insert(s, "a");
            if (attempts.incrementAndGet() < 3) {
                beBusy();
            }
            return null;
        });
        assertThat(attempts).hasValue(3);
        failure(
                DatabaseError.BUSY,
                () ->
                        sessions.write(
                                WriteOptions.DEFAULT.noRetry(),
                                s -> {
                                    attempts.incrementAndGet();
                                    return beBusy();
                                }));
        assertThat(attempts).hasValue(4);
        failure(
                DatabaseError.MISSING_TABLE,
                () ->
                        sessions.write(s -> {
                            attempts.incrementAndGet();
                            return s.execute("insert into missing values (1)");
                        }));
        assertThat(attempts).hasValue(5);
        assertThat(database.titles()).containsExactly("a");
    }

    /** Throws what the driver does when a second connection wants to write. */
    private Object beBusy() throws SQLException {
        try (var other = Other.on(database)) {
            other.run("pragma busy_timeout = 0");
            other.run("begin immediate");
            return "not busy";
        }
    }

    @Test
    void aSessionIsUselessAfterItsEndAndOnOtherThreads() {
        var kept = sessions.read(s -> s);
        failure(DatabaseError.SESSION_OVER, () -> kept.execute("select 1"));
        var connection = sessions.read(Session::connection);
        failure(DatabaseError.SESSION_OVER, () -> connection.prepareStatement("select 1"));
        sessions.write(s -> {
            var thread =
                    Thread.ofVirtual()
                            .start(() ->
                                    failure(
                                            DatabaseError.SESSION_OVER,
                                            () -> insert(s, "by another thread")));
            thread.join();
            return null;
        });
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void aClosedDatabaseRefuses() {
        database.close();
        failure(DatabaseError.CLOSED, () -> database.insert("a"));
        failure(DatabaseError.CLOSED, database::titles);
        database.close();
    }

    private static long insert(Session s, String title) {
        return s.execute("insert into note(note_title) values (?)", title);
    }

    private static long insertOrRollback(Session s) {
        return s.execute("insert or rollback into note(note_title) values ('a')");
    }

    private static long count(Session s) {
        return s.query("select count(*) from note").one(Long.class);
    }
}
