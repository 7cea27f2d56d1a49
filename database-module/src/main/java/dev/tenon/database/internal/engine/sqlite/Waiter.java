package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Claim;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One who waits for his turn to write.
 *
 * <p>To wake a thread takes longer than most works, so the one whose turn is next is woken while
 * the one before him still works, and stays awake for a moment: the turn then passes from one
 * processor to the other at once. A virtual thread is cheap to wake, and would keep its carrier.
 */
final class Waiter {

    /** How long the next one stays awake. */
    private static final long LONGEST_AWAKE = TimeUnit.MICROSECONDS.toNanos(20);

    private final Thread thread = Thread.currentThread();
    private final Claim claim;
    private volatile boolean granted;
    private volatile boolean next;
    private volatile boolean awake;

    Waiter(Claim claim) {
        this.claim = claim;
    }

    /** Returns the turn of this waiter. */
    Turn turn() {
        return new Turn(thread, claim.work());
    }

    boolean isGranted() {
        return granted;
    }

    /** Gives him the turn; to be followed by {@link #wake}. */
    void grant() {
        granted = true;
    }

    /** Wakes him who has got the turn, unless he is awake. */
    void wake() {
        if (!awake) {
            LockSupport.unpark(thread);
        }
    }

    /** Tells him that his turn is next, and soon. */
    void prepare() {
        if (!thread.isVirtual()) {
            next = true;
            LockSupport.unpark(thread);
        }
    }

    /** Waits for the turn, at most so long; may return earlier. */
    void await(long nanos, SpareTime spare) {
        if (next) {
            next = false;
            stayAwake(spare);
        }
        if (!granted) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    private void stayAwake(SpareTime spare) {
        awake = true;
        long end = System.nanoTime() + LONGEST_AWAKE;
        boolean goesOn = true;
        while (goesOn && !granted) {
            goesOn = spare.offer() && System.nanoTime() - end < 0;
        }
        // Before the last look at the turn: who grants it looks at this after.
        awake = false;
    }
}
