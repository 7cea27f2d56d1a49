package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.internal.failure.CallSites;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who holds the writer.
 *
 * @param thread on which it works
 * @param work what it does; its class belongs to the module that wrote it
 * @param since when it got the writer, by {@link System#nanoTime}
 * @param named whether the log has named it already
 */
record Holder(Thread thread, Object work, long since, AtomicBoolean named) {

    Holder(Thread thread, Object work) {
        this(thread, work, System.nanoTime(), new AtomicBoolean());
    }

    /** Returns module, call site, age and statement. */
    String describe(SqliteConnection connection) {
        var owner = work.getClass().getModule();
        var module = owner.isNamed() ? "module " + owner.getName() : "no module";
        return module
                + ", "
                + CallSites.latest(thread).orElse(work.getClass().getName())
                + ", for "
                + Duration.ofNanos(System.nanoTime() - since).toMillis()
                + " ms, "
                + connection.running().map(s -> "now with: " + s).orElse("between two statements");
    }
}
