package dev.tenon.database.internal.engine.watch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Rings the alarms of all connections, on one thread for the whole process. It sleeps until the
 * earliest deadline that it has seen; whoever sets an earlier one wakes it. So a statement that
 * ends in time, as nearly all do, costs no more than the two writes to its alarm.
 */
public final class Watchdog implements Runnable {

    /** The one of this process; its thread starts with the first database. */
    public static final Watchdog SHARED = started();

    private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
    private final Thread thread = ProcessThreads.unstarted("tenon-database-watchdog", this);
    private final AtomicLong nextLook = new AtomicLong(Long.MAX_VALUE);

    private static Watchdog started() {
        var watchdog = new Watchdog();
        watchdog.thread.start();
        return watchdog;
    }

    /** Begins to watch an alarm. */
    public void watch(Alarm alarm) {
        alarms.add(alarm);
    }

    /** Watches an alarm no longer. */
    public void forget(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Arms an alarm that is watched: it rings at the moment of {@link System#nanoTime}. */
    public void arm(Alarm alarm, long deadline) {
        alarm.arm(deadline);
        if (lookAt(deadline)) {
            LockSupport.unpark(thread);
        }
    }

    /** Moves the next look forward if the deadline is earlier; returns whether it is. */
    private boolean lookAt(long deadline) {
        long planned = nextLook.get();
        while (isBefore(deadline, planned)) {
            if (nextLook.compareAndSet(planned, deadline)) {
                return true;
            }
            planned = nextLook.get();
        }
        return false;
    }

    @Override
    public void run() {
        while (true) {
            long planned = nextLook.get();
            long left = planned == Long.MAX_VALUE ? Long.MAX_VALUE : planned - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                // Set before the look, so that whoever arms during it plans the next one.
                nextLook.set(Long.MAX_VALUE);
                var _ = lookAt(ringThoseThatAreDue());
            }
        }
    }

    private long ringThoseThatAreDue() {
        long earliest = Long.MAX_VALUE;
        for (var alarm : alarms) {
            long deadline = alarm.deadline();
            if (deadline == Long.MAX_VALUE) {
                continue;
            }
            if (deadline - System.nanoTime() <= 0) {
                alarm.ring(deadline);
            } else if (isBefore(deadline, earliest)) {
                earliest = deadline;
            }
        }
        return earliest;
    }

    private static boolean isBefore(long deadline, long other) {
        return deadline != Long.MAX_VALUE && (other == Long.MAX_VALUE || deadline - other < 0);
    }
}
