package dev.tenon.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process {@code tenon run} that has started its modules. */
final class StartedHost implements AutoCloseable {
    private static final String READY = "The host runs until";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final TenonImage image;
    private final Process process;
    private final BufferedReader log;
    private final Duration wall;

    private StartedHost(TenonImage image, Process process, BufferedReader log, Duration wall) {
        this.image = image;
        this.process = process;
        this.log = log;
        this.wall = wall;
    }

    /**
     * Starts a process and waits until it says that it is ready.
     *
     * @param work where it keeps its copies of the plugins
     */
    static StartedHost start(TenonImage image, StartCache cache, Path plugins, Path work)
            throws IOException {
        var arguments = List.of("run", "--plugins", plugins.toString(), "--work", work.toString());
        long begin = System.nanoTime();
        var process = image.process(cache, arguments).start();
        killAfter(process, LIMIT);
        var log = process.errorReader();
        var seen = new StringBuilder();
        while (true) {
            var line = log.readLine();
            if (line == null) {
                throw new IOException("The process has ended before it was ready:\n" + seen);
            }
            if (line.contains(READY)) {
                var wall = Duration.ofNanos(System.nanoTime() - begin);
                return new StartedHost(image, process, log, wall);
            }
            seen.append(line).append('\n');
        }
    }

    /** Returns the time from before the process was started until it said that it is ready. */
    Duration wall() {
        return wall;
    }

    ProcessFigures figures() throws IOException {
        return ProcessFigures.of(process.toHandle());
    }

    LiveMemory liveMemory() throws IOException, InterruptedException {
        return LiveMemory.of(image, process.toHandle());
    }

    /** Stops the process as a user would, and waits for its end. */
    @Override
    public void close() throws IOException {
        // Process.destroy() would close the pipe, too.
        process.toHandle().destroy();
        // A pipe that nobody reads would hold up the lines that it writes while it stops.
        log.transferTo(Writer.nullWriter());
        process.onExit().join();
    }

    private static void killAfter(Process process, Duration limit) {
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(process::destroyForcibly);
    }
}
