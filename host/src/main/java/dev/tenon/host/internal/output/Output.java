package dev.tenon.host.internal.output;

import dev.tenon.host.internal.json.JsonText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The two streams a command writes to: results to one, diagnostics to the other. Nothing here
 * throws when a stream is closed or full; {@link #finish} tells.
 */
public final class Output {

    private static final int NOT_WRITTEN = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Palette palette;
    private final Supplier<Optional<IOException>> failure;
    private boolean printed;

    private Output(
            PrintWriter out,
            PrintWriter err,
            Palette palette,
            Supplier<Optional<IOException>> failure) {
        this.out = out;
        this.err = err;
        this.palette = palette;
        this.failure = failure;
    }

    /** Returns the standard streams of this process, in colour if they are a terminal. */
    public static Output ofProcess() {
        var stream = new WatchedStream(new FileOutputStream(FileDescriptor.out));
        var writer = new PrintWriter(new OutputStreamWriter(stream, System.out.charset()));
        return new Output(
                writer,
                new PrintWriter(System.err, true, System.err.charset()),
                Palette.ofTerminal(),
                stream::failure);
    }

    /** Returns an output to the given writers, without colours. */
    public static Output to(PrintWriter out, PrintWriter err) {
        return new Output(out, err, Palette.plain(), Optional::empty);
    }

    /** Returns where results go. */
    public PrintWriter out() {
        return out;
    }

    /** Returns where diagnostics go. */
    public PrintWriter err() {
        return err;
    }

    /** Returns the colours of this output. */
    public Palette palette() {
        return palette;
    }

    /** Returns a bar for long work, which shows on a terminal only; to be closed after the work. */
    public ProgressBar progress() {
        return new ProgressBar(err, palette.isTerminal(), System::nanoTime);
    }

    /** Prints a result as it is and passes it on at once. */
    public void print(String text) {
        printed = true;
        out.print(text);
        out.flush();
    }

    /** Returns whether a result was printed. */
    public boolean hasPrinted() {
        return printed;
    }

    /** Prints a document as JSON. */
    public void print(Record document) {
        print(JsonText.of(document) + System.lineSeparator());
    }

    /** Prints one line of diagnostics. */
    public void tell(String line) {
        err.println(line);
        err.flush();
    }

    /**
     * Writes what is left.
     *
     * @return the given exit code; 3 if results were lost, unless their reader closed the pipe, as
     *     {@code head} does
     */
    public int finish(int code) {
        out.flush();
        var lost = failure.get();
        lost.ifPresent(
                e -> tell("The output is not complete: standard output failed: " + e.getMessage()));
        return lost.isPresent() ? NOT_WRITTEN : code;
    }
}
