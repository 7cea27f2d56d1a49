package dev.tenon.database.internal.engine.watch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts what runs on one connection when its time is up. An engine stops whatever runs on the
 * connection at that moment, so a statement that is over must not let the next one be hit by its
 * own late interrupt: {@link #disarm} waits for one that is under way. Armed and disarmed by one
 * thread at a time, rung by any.
 */
public final class Alarm {

    /** What is to be interrupted. */
    @FunctionalInterface
    public interface Bell {

        /** Interrupts it; runs what it is given when the interrupt has arrived, or has failed. */
        void ring(Runnable rung);
    }

    private static final long IDLE = 0;
    private static final long RINGING = -1;
    private static final long RUNG = -2;
    private static final int SPINS = 200;

    private final AtomicLong state = new AtomicLong(IDLE);
    private final Bell bell;

    /** Makes one that is not armed. */
    public Alarm(Bell bell) {
        this.bell = bell;
    }

    /** Arms it; {@link Long#MAX_VALUE} for an alarm that only {@link #ringNow} rings. */
    public void arm(long deadline) {
        // The clock may show any number; the three that are states are moved aside.
        state.set(deadline <= 0 && deadline >= RUNG ? 1 : deadline);
    }

    /** Disarms it; waits for an interrupt that is under way. */
    public void disarm() {
        if (isArmed(state.getAndUpdate(s -> isArmed(s) ? IDLE : s))) {
            return;
        }
        for (int spins = 0; state.get() == RINGING; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                // An interrupt that goes over the network.
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
            }
        }
        state.set(IDLE);
    }

    /** Returns the deadline, {@link Long#MAX_VALUE} if it is not armed. */
    long deadline() {
        long now = state.get();
        return isArmed(now) ? now : Long.MAX_VALUE;
    }

    /** Rings if it is armed with this deadline. */
    void ring(long deadline) {
        if (state.compareAndSet(deadline, RINGING)) {
            bell.ring(() -> state.set(RUNG));
        }
    }

    /** Rings if it is armed. */
    public void ringNow() {
        long now = state.get();
        if (isArmed(now)) {
            ring(now);
        }
    }

    private static boolean isArmed(long state) {
        return state > IDLE || state < RUNG;
    }
}
