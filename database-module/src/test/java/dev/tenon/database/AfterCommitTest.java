package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A commit holds whatever the actions after it do, and nobody is told otherwise. */
@Timeout(120)
class AfterCommitTest {

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
    void anActionAfterTheCommitCannotAddAnother() {
        var done = new ArrayList<String>();
        sessions.write(s -> {
            s.afterCommit(() -> {
                done.add("first");
                s.afterCommit(() -> done.add("never"));
            });
            s.afterCommit(() -> done.add("second"));
            return s.execute("insert into note(note_title) values ('c')");
        });
        assertThat(done).containsExactly("first", "second");
        assertThat(database.titles()).contains("c");
    }

    @Test
    void anErrorOfAnActionAfterTheCommitDoesNotLookLikeAFailedWrite() {
        var done = new ArrayList<String>();
        sessions.write(s -> {
            s.afterCommit(() -> {
                throw new AssertionError("of an action");
            });
            s.afterCommit(() -> done.add("second"));
            return s.execute("insert into note(note_title) values ('c')");
        });
        assertThat(done).containsExactly("second");
    }

    @Test
    void afterASessionNothingIsAddedToItsCommit() {
        var kept = new ArrayList<Session>();
        sessions.write(kept::add);
        failure(DatabaseError.SESSION_OVER, () -> kept.getFirst().afterCommit(() -> {}));
    }

    @Test
    void whoCancelsAfterTheCommitHitsNoAction() throws Exception {
        var begun = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var ended = new CompletableFuture<String>();
        var write =
                sessions.writeAsync(
                        WriteOptions.DEFAULT,
                        s -> {
                            s.afterCommit(() -> {
                                begun.countDown();
                                ended.complete(awaited(cancelled));
                            });
                            return s.execute("insert into note(note_title) values ('c')");
                        });
        begun.await();
        write.cancel(true);
        cancelled.countDown();
        assertThat(ended.get(1, TimeUnit.MINUTES)).isEqualTo("whole");
    }

    private static String awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "whole";
        } catch (InterruptedException _) {
            return "interrupted";
        }
    }
}
