package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.internal.failure.CallSites;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a connection.
 *
 * @param thread on which it works
 * @param work what it does; its class belongs to the module that wrote it
 * @param since when it got the connection, by {@link System#nanoTime}
 */
record Holder(Thread thread, Object work, long since) {

    /** Returns module, call site, age and statement. */
    String describe(@Nullable String running) {
        var owner = work.getClass().getModule();
        var module = owner.isNamed() ? "module " + owner.getName() : "no module";
        return module
                + ", "
                + CallSites.latest(thread).orElse(work.getClass().getName())
                + ", for "
                + Duration.ofNanos(System.nanoTime() - since).toMillis()
                + " ms, "
                + (running == null ? "between two statements" : "now with: " + running);
    }
}
