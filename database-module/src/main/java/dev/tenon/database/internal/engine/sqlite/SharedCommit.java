package dev.tenon.database.internal.engine.sqlite;

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
    private boolean lost;
    private @Nullable Exception failure;

    /** Returns how old the transaction is, in nanoseconds. */
    long age() {
        return System.nanoTime() - begun;
    }

    void committed() {
        ended.countDown();
    }

    /** Says that nothing of it holds. */
    void lost() {
        lost = true;
        ended.countDown();
    }

    /** Says that nobody knows what holds. */
    void failed(Exception failure) {
        this.failure = failure;
        ended.countDown();
    }

    /** Waits for the end; returns whether the works are to be run again. */
    boolean isLost() throws Exception {
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
        return lost;
    }
}
