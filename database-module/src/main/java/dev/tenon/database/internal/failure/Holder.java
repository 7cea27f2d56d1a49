package dev.tenon.database.internal.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * Who holds what others wait for: the writer, or a connection.
 *
 * @param thread on which it works
 * @param work what it does; its class belongs to the module that wrote it
 * @param since when it got what it holds, by {@link System#nanoTime}
 */
public record Holder(Thread thread, Object work, long since) {

    /** Returns a holder from now on. */
    public static Holder now(Thread thread, Object work) {
        return new Holder(thread, work, System.nanoTime());
    }

    /**
     * Returns module, call site, age and statement.
     *
     * @param running the statement that runs, if one does
     */
    public String describe(Optional<String> running) {
        var owner = work.getClass().getModule();
        var module = owner.isNamed() ? "module " + owner.getName() : "no module";
        return module
                + ", "
                + CallSites.latest(thread).orElse(work.getClass().getName())
                + ", for "
                + Duration.ofNanos(System.nanoTime() - since).toMillis()
                + " ms, "
                + running.map(s -> "now with: " + s).orElse("between two statements");
    }
}
