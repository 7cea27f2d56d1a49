package dev.tenon.database.engine;

import org.jspecify.annotations.Nullable;

/** Ends the work of one session early. Safe for use by many threads. */
public final class Cancellation {

    private @Nullable EngineConnection connection;
    private @Nullable Thread thread;
    private volatile boolean requested;

    private final boolean isPossible;

    /** For work that nobody can end early; shared by all of it. */
    public static final Cancellation NEVER = new Cancellation(false);

    /** Makes one that is not requested. */
    public Cancellation() {
        this(true);
    }

    private Cancellation(boolean isPossible) {
        this.isPossible = isPossible;
    }

    /** Returns whether the work can be ended early at all. */
    public boolean isPossible() {
        return isPossible;
    }

    /** Makes one for work that runs on the current thread. */
    public synchronized void runsHere() {
        thread = Thread.currentThread();
        if (requested) {
            thread.interrupt();
        }
    }

    /** Says on which connection the work runs from now on. */
    public synchronized void runsOn(EngineConnection current) {
        connection = current;
        if (requested) {
            current.interrupt();
        }
    }

    /** Says that the work runs on no connection any more. */
    public synchronized void runsNowhere() {
        connection = null;
    }

    /** Says that the work has ended: its thread is left alone from now on. */
    public synchronized void ended() {
        thread = null;
        connection = null;
    }

    /** Interrupts the statement and the thread of the work. */
    public synchronized void request() {
        requested = true;
        if (connection != null) {
            connection.interrupt();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Returns whether the work is to end. */
    public boolean isRequested() {
        return requested;
    }
}
