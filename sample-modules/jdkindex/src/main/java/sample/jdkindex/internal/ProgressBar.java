package sample.jdkindex.internal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** A bar on the terminal; nothing where there is none. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;

    private final Optional<PrintWriter> terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::writer);
    private final String title;
    private final int steps;
    private int done;

    ProgressBar(String title, int steps) {
        this.title = title;
        this.steps = steps;
    }

    /** Says that one more step is done. */
    void step(String what) {
        done++;
        terminal.ifPresent(out -> {
            int filled = WIDTH * done / steps;
            out.printf(
                    "\r%s [%s%s] %3d%%  %-40.40s",
                    title,
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    100 * done / steps,
                    what);
            out.flush();
        });
    }

    /** Leaves the line. */
    @Override
    public void close() {
        terminal.ifPresent(PrintWriter::println);
        terminal.ifPresent(PrintWriter::flush);
    }
}
