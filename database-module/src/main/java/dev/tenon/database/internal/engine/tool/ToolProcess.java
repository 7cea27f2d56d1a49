package dev.tenon.database.internal.engine.tool;

import dev.tenon.database.error.BackupError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A program that runs; both its outputs are read, so that it never waits for a reader. */
final class ToolProcess {

    /** How much of an output is kept: its end, in bytes. */
    private static final int KEPT = 8_192;

    /** How much of it is told, in characters. */
    private static final int TOLD = 1_000;

    private final Tool tool;
    private final Process process;
    private final FutureTask<String> output;
    private final FutureTask<String> errors;

    private ToolProcess(Tool tool, Process process) {
        this.tool = tool;
        this.process = process;
        output = reading(process.getInputStream());
        errors = reading(process.getErrorStream());
    }

    static ToolProcess start(ProcessBuilder builder, Tool tool) throws IOException {
        return new ToolProcess(tool, builder.start());
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
    String finish() {
        try {
            int result = process.waitFor();
            var said = errors.get().strip();
            if (result != 0) {
                throw tool.failures()
                        .of(
                                BackupError.TOOL_FAILED,
                                tool.fact(),
                                "It ended with " + result + " and said: " + told(said));
            }
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
