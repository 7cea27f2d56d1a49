package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The turns of the writers, in the order of asking. A turn is handed to a waiter that is certain to
 * take it: nobody can leave the queue with an open transaction in his hands, as one could who gives
 * up waiting for a lock.
 */
final class WriterQueue {

    /** How a wait has ended. */
    enum Entry {
        GRANTED,
        TOO_LATE,
        INTERRUPTED,
        CLOSED
    }

    private static final class Waiter {
        final Thread thread = Thread.currentThread();
        final Claim claim;
        volatile boolean granted;

        Waiter(Claim claim) {
            this.claim = claim;
        }
    }

    private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
    private final Object lock = new Object();
    private @Nullable Turn turn;
    private boolean closed;

    /** Waits for the turn, at most until the deadline. */
    Entry enter(Claim claim, Deadline deadline, long longWait, Runnable onLongWait) {
        Waiter self;
        synchronized (lock) {
            if (closed) {
                return Entry.CLOSED;
            }
            if (turn == null) {
                turn = new Turn(Thread.currentThread(), claim.work());
                return Entry.GRANTED;
            }
            self = new Waiter(claim);
            waiting.addLast(self);
        }
        return await(self, deadline, longWait, onLongWait);
    }

    private Entry await(Waiter self, Deadline deadline, long longWait, Runnable onLongWait) {
        long begun = System.nanoTime();
        boolean told = false;
        while (!self.granted) {
            if (Thread.currentThread().isInterrupted() && giveUp(self)) {
                return Entry.INTERRUPTED;
            }
            if (deadline.isOver() && giveUp(self)) {
                return Entry.TOO_LATE;
            }
            if (self.granted) {
                break;
            }
            long waited = System.nanoTime() - begun;
            if (!told && waited >= longWait) {
                told = true;
                tell(self, onLongWait);
                // Whatever it waits for may use up the wake-up that comes with the turn.
                continue;
            }
            long untilTold = told ? TimeUnit.HOURS.toNanos(1) : longWait - waited;
            LockSupport.parkNanos(this, Math.max(1, Math.min(untilTold, deadline.left())));
        }
        return Entry.GRANTED;
    }

    /** Whoever throws here must not be given the turn, which he would not take. */
    private void tell(Waiter self, Runnable onLongWait) {
        try {
            onLongWait.run();
        } catch (RuntimeException | Error e) {
            if (giveUp(self)) {
                throw e;
            }
        }
    }

    /** Leaves the queue; impossible when the turn has been given already. */
    private boolean giveUp(Waiter self) {
        synchronized (lock) {
            return waiting.remove(self);
        }
    }

    /** Hands the turn to the next; returns false, and keeps it, if nobody waits. */
    boolean handOver() {
        Waiter next;
        synchronized (lock) {
            next = waiting.pollFirst();
            if (next == null) {
                return false;
            }
            grant(next);
        }
        LockSupport.unpark(next.thread);
        return true;
    }

    /** Gives the turn up. */
    void leave() {
        Waiter next;
        synchronized (lock) {
            next = waiting.pollFirst();
            if (next == null) {
                turn = null;
                lock.notifyAll();
                return;
            }
            grant(next);
        }
        LockSupport.unpark(next.thread);
    }

    private void grant(Waiter next) {
        turn = new Turn(next.thread, next.claim.work());
        next.granted = true;
    }

    /** Returns who has the turn. */
    @Nullable Turn turn() {
        synchronized (lock) {
            return turn;
        }
    }

    int length() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /** Lets nobody in any more; returns whether all have left by the deadline. */
    boolean close(Deadline deadline) throws InterruptedException {
        synchronized (lock) {
            closed = true;
            while (turn != null && !deadline.isOver()) {
                lock.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.left())));
            }
            return turn == null;
        }
    }
}
