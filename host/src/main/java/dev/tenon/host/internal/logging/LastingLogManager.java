package dev.tenon.host.internal.logging;

import java.util.logging.LogManager;

/**
 * A log manager whose handlers last until the host has stopped.
 *
 * <p>The JDK's own closes every handler in a shutdown hook, which runs beside the hook that stops
 * the host: what modules log while they stop would be lost.
 */
public final class LastingLogManager extends LogManager {

    private boolean held;
    private boolean resetWanted;

    /** Called by java.logging. */
    public LastingLogManager() {}

    /** Keeps the handlers of the process open until {@link #release}. */
    public static void hold() {
        if (LogManager.getLogManager() instanceof LastingLogManager manager) {
            manager.hold(true);
        }
    }

    /** Closes the handlers of the process if that was asked for in the meantime. */
    public static void release() {
        if (LogManager.getLogManager() instanceof LastingLogManager manager) {
            manager.hold(false);
        }
    }

    @Override
    public void reset() {
        synchronized (this) {
            if (held) {
                resetWanted = true;
                return;
            }
        }
        super.reset();
    }

    private void hold(boolean hold) {
        boolean late;
        synchronized (this) {
            held = hold;
            late = !hold && resetWanted;
        }
        if (late) {
            super.reset();
        }
    }
}
