package dev.tenon.host.internal.startcache;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the launcher in a process of its own that knows nothing of the user's settings: to make a
 * cache, and to see whether the JVM accepts it.
 */
public final class Training {

    /** The name of an empty file in the current folder of the process. */
    public static final String EMPTY = "empty.properties";

    private static final int LIMIT_MINUTES = 5;

    private final Installation installation;
    private final Path scratch;
    private final Path log;
    private final Path failure;

    /**
     * @param scratch an empty folder for whatever the process writes
     * @param failure the file for what a process that fails has printed
     */
    Training(Installation installation, Path scratch, Path failure) {
        this.installation = installation;
        this.scratch = scratch;
        this.log = scratch.resolve("output");
        this.failure = failure;
    }

    /** Makes a cache and tries it. */
    void make(CacheKind kind) throws IOException, InterruptedException {
        var cache = scratch.resolve(kind.id() + ".aot");
        run("record:" + kind.id() + ":" + cache, List.of("optimize", "--train", kind.id()));
        if (!Files.isRegularFile(cache)) {
            throw failed("The JVM has written no cache.");
        }
        run("try:" + cache, kind.trial());
    }

    private void run(String mode, List<String> arguments) throws IOException, InterruptedException {
        var command =
                Stream.concat(Stream.of(installation.launcher().toString()), arguments.stream());
        var builder =
                new ProcessBuilder(command.toList())
                        .directory(scratch.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(empty().toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(Training::isOfUser);
        environment.put("XDG_CACHE_HOME", scratch.toString());
        environment.put("TENON_AOT", mode);
        environment.put("TENON_DATABASE_PATH", scratch.resolve("data").toString());
        var process = builder.start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw failed("It did not end within " + LIMIT_MINUTES + " minutes.");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failed("It ended with " + process.exitValue() + ".");
        }
    }

    /** What the process reads, and its settings. */
    private Path empty() throws IOException {
        var file = scratch.resolve(EMPTY);
        return Files.exists(file) ? file : Files.createFile(file);
    }

    /** Tells the variables that would change what is trained. */
    static boolean isOfUser(String variable) {
        return variable.startsWith("TENON_")
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                        .contains(variable);
    }

    private HostException failed(String cause) throws IOException {
        Files.move(log, failure, StandardCopyOption.REPLACE_EXISTING);
        return new HostException(
                Problem.error(
                        ProgramError.START_CACHE_FAILED,
                        "The training run for the start cache has failed.",
                        cause,
                        "See what it has printed to "
                                + failure
                                + "; Tenon works without a start cache."));
    }
}
