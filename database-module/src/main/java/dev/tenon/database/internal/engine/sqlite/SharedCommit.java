package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.CommitFailure;
import dev.tenon.database.error.CommitOutcome;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction that several works share, one after the other. Each of them returns after its
 * end. If it is lost, everything is undone, what succeeded and what failed: a failure may have come
 * from a change that never was.
 */
final class SharedCommit {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private int works = 1;
    private boolean committed;
    private boolean lost;
    private @Nullable CommitFailure failure;

    /** Returns how old the transaction is, in nanoseconds. */
    long age() {
        return System.nanoTime() - begun;
    }

    /** Says that one more work is in it. */
    void joined() {
        works++;
    }

    /** Returns how many works are in it. */
    int works() {
        return works;
    }

    /** Says that all of it holds. */
    void committed() {
        committed = true;
    }

    /** Says that nothing of it holds. */
    void lost() {
        lost = true;
    }

    /** Says that its commit has failed, and what is known of it. */
    void failed(CommitFailure failure) {
        this.failure = failure;
    }

    /** Lets the works return that share it. */
    void ended() {
        ended.countDown();
    }

    /** Waits for the end; returns whether the works are to be run again. */
    boolean isLost() throws CommitFailure {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                // The commit is under way on another thread: leaving now, nobody would know.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        if (!committed && !lost) {
            throw new CommitFailure(
                    CommitOutcome.UNKNOWN, new SQLException("The commit was broken off"));
        }
        return lost;
    }
}
