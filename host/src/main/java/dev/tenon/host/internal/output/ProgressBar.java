package dev.tenon.host.internal.output;

import dev.tenon.database.admin.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal how far long work has come, in one line that is drawn again and again; draws
 * nothing elsewhere, and nothing of work that is over at once.
 */
public final class ProgressBar implements Progress, AutoCloseable {

    private static final int CELLS = 24;
    private static final int WIDTH = 79;
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final PrintWriter terminal;
    private final boolean shown;
    private final LongSupplier nanos;
    private final long begun;
    private long next;
    private boolean drawn;

    ProgressBar(PrintWriter terminal, boolean shown, LongSupplier nanos) {
        this.terminal = terminal;
        this.shown = shown;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.next = begun + SHORT.toNanos();
    }

    @Override
    public void report(String step, long done, long total) {
        long now = nanos.getAsLong();
        if (shown && now - next >= 0) {
            next = now + BETWEEN.toNanos();
            draw(line(step, done, total, Duration.ofNanos(now - begun)));
        }
    }

    private void draw(String line) {
        terminal.print("\r" + line + " ".repeat(WIDTH - line.length()));
        terminal.flush();
        drawn = true;
    }

    private static String line(String step, long done, long total, Duration passed) {
        var seconds = " %d s".formatted(passed.toSeconds());
        var bar = total > 0 ? bar(Math.clamp(done, 0, total), total) : counted(done);
        int room = WIDTH - bar.length() - seconds.length();
        var text = step.replaceAll("\\p{C}", "?");
        return bar + (text.length() > room ? text.substring(0, room - 1) + "…" : text) + seconds;
    }

    private static String bar(long done, long total) {
        double share = (double) done / total;
        int full = (int) (share * CELLS);
        return "[%s%s] %3d %%  "
                .formatted("#".repeat(full), "-".repeat(CELLS - full), (int) (share * 100));
    }

    private static String counted(long done) {
        return String.format(Locale.ROOT, "%,d  ", done);
    }

    /** Wipes the line away. */
    @Override
    public void close() {
        if (drawn) {
            draw("");
            terminal.print("\r");
            terminal.flush();
        }
    }
}
