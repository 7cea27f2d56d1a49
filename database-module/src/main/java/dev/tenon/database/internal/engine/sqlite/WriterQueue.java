package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
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

    /** Up to which length of a turn it is worth while to wake the next one before its end. */
    private static final long SHORT_TURN = TimeUnit.MICROSECONDS.toNanos(40);

    private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
    private final Object lock = new Object();
    private final SpareTime spare = new SpareTime();
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
        try {
            return await(self, deadline, longWait, onLongWait);
        } catch (RuntimeException | Error e) {
            // Whoever throws must not be given the turn, which he would not take.
            if (giveUp(self)) {
                throw e;
            }
            return Entry.GRANTED;
        }
    }

    private Entry await(Waiter self, Deadline deadline, long longWait, Runnable onLongWait) {
        long begun = System.nanoTime();
        boolean told = false;
        while (!self.isGranted()) {
            if (Thread.currentThread().isInterrupted() && giveUp(self)) {
                return Entry.INTERRUPTED;
            }
            if (deadline.isOver() && giveUp(self)) {
                return Entry.TOO_LATE;
            }
            if (self.isGranted()) {
                break;
            }
            long waited = System.nanoTime() - begun;
            if (!told && waited >= longWait) {
                told = true;
                onLongWait.run();
                // Whatever it waits for may use up the wake-up that comes with the turn.
                continue;
            }
            long untilTold = told ? TimeUnit.HOURS.toNanos(1) : longWait - waited;
            self.await(Math.max(1, Math.min(untilTold, deadline.left())), spare);
        }
        return Entry.GRANTED;
    }

    /** Leaves the queue; impossible when the turn has been given already. */
    private boolean giveUp(Waiter self) {
        synchronized (lock) {
            return waiting.remove(self);
        }
    }

    /**
     * Hands the turn to the next; returns false, and keeps it, if nobody waits, nor comes within so
     * many nanoseconds.
     */
    boolean handOver(long patience) {
        if (grantNext(false)) {
            return true;
        }
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < patience && spare.isThere() && spare.offer()) {
            if (grantNext(false)) {
                return true;
            }
        }
        return false;
    }

    /** Gives the turn up. */
    void leave() {
        var _ = grantNext(true);
    }

    private boolean grantNext(boolean leaving) {
        Waiter next;
        Waiter afterNext;
        synchronized (lock) {
            next = waiting.peekFirst();
            if (next == null) {
                if (leaving) {
                    turn = null;
                    lock.notifyAll();
                }
                return false;
            }
            var ended = turn;
            // Before he is taken from the queue: for want of memory it may fail.
            var begun = next.turn();
            waiting.removeFirst();
            turn = begun;
            next.grant();
            boolean brief = ended != null && begun.since() - ended.since() < SHORT_TURN;
            afterNext = brief && spare.isThere() ? waiting.peekFirst() : null;
        }
        next.wake();
        if (afterNext != null) {
            afterNext.prepare();
        }
        return true;
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
