package dev.tenon.database.internal.engine.tool;

import dev.tenon.database.error.BackupError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A program that runs; both its outputs are read, so that it never waits for a reader. What it
 * reads is handed to it, because a program that reads a file goes on when this process is killed.
 */
final class ToolProcess {

    /** How much of an output is kept: its end, in bytes. */
    private static final int KEPT = 8_192;

    private static final Duration LOOK = Duration.ofMillis(500);

    /** How much of it is told, in characters. */
    private static final int TOLD = 1_000;

    private final Tool tool;
    private final Process process;
    private final FutureTask<String> output;
    private final FutureTask<String> errors;
    private final FutureTask<Long> feeding;

    private ToolProcess(Tool tool, Process process, List<Path> input) {
        this.tool = tool;
        this.process = process;
        output = reading(process.getInputStream());
        errors = reading(process.getErrorStream());
        feeding = new FutureTask<>(() -> write(input, process.getOutputStream()));
    }

    static ToolProcess start(ProcessBuilder builder, List<Path> input, Tool tool)
            throws IOException {
        var started = new ToolProcess(tool, builder.start(), input);
        Thread.ofVirtual().name("tenon feeds a tool").start(started.feeding);
        return started;
    }

    private static long write(List<Path> input, OutputStream stream) throws IOException {
        long bytes = 0;
        try (stream) {
            for (Path file : input) {
                bytes += Files.copy(file, stream);
            }
        }
        return bytes;
    }

    private static FutureTask<String> reading(InputStream stream) {
        var reading = new FutureTask<>(() -> end(stream));
        Thread.ofVirtual().name("tenon reads a tool").start(reading);
        return reading;
    }

    private static String end(InputStream stream) throws IOException {
        var kept = new byte[KEPT];
        int length = 0;
        var buffer = new byte[KEPT];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                int old = Math.min(length, KEPT - n);
                System.arraycopy(kept, length - old, kept, 0, old);
                System.arraycopy(buffer, 0, kept, old, n);
                length = old + n;
            }
        }
        return new String(kept, 0, length, StandardCharsets.UTF_8);
    }

    /** Waits for its end, and returns what it wrote to its output. */
    String finish(Runnable meanwhile) {
        try {
            while (!process.waitFor(LOOK)) {
                meanwhile.run();
            }
            int result = process.exitValue();
            var said = errors.get().strip();
            if (result != 0) {
                throw tool.failures()
                        .of(
                                BackupError.TOOL_FAILED,
                                tool.fact(),
                                "It ended with " + result + " and said: " + told(said));
            }
            // Whoever has not read everything has not done everything.
            var _ = feeding.get();
            return output.get();
        } catch (InterruptedException _) {
            throw tool.failures().interrupted("The program " + tool.program().getFileName());
        } catch (ExecutionException e) {
            throw tool.failures().of(BackupError.TOOL_FAILED, tool.fact(), e);
        } finally {
            destroy();
        }
    }

    /** Some tools are scripts, whose own programs would go on. */
    private void destroy() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String told(String said) {
        var end = said.substring(Math.max(0, said.length() - TOLD));
        var line = end.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cc}", "?").strip();
        return line.isEmpty() ? "nothing." : line.endsWith(".") ? line : line + ".";
    }
}
