package dev.tenon.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a process prints, while it prints it. */
final class WatchedLines {

    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    static WatchedLines of(InputStream stream) {
        WatchedLines lines = new WatchedLines();
        Thread.ofVirtual().start(() -> lines.read(stream));
        return lines;
    }

    /** Waits until the text was printed. */
    synchronized void await(String wanted, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (text.indexOf(wanted) < 0) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0 || ended) {
                throw new AssertionError(
                        "'%s' was not printed%s. This was:%n%s"
                                .formatted(wanted, ended ? "" : " within " + limit, text));
            }
            wait(left);
        }
    }

    /** Returns whether the text was printed so far. */
    synchronized boolean has(String printed) {
        return text.indexOf(printed) >= 0;
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }

    /** Waits until the stream has ended, and returns everything. */
    synchronized String all(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ended) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("The stream is open after " + limit + ":\n" + text);
            }
            wait(left);
        }
        return text.toString();
    }

    private void read(InputStream stream) {
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        text.append(line).append('\n');
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
