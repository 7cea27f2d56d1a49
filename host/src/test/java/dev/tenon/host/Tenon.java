package dev.tenon.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program {@code tenon} of the runtime image, as a user of its own with empty folders. */
final class Tenon {

    /** How a process ended. */
    record Finished(int exitCode, String out, String err) {}

    static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> launcher = new ArrayList<>();

    /**
     * @param folder an empty folder: the current one of the process, with its cache below
     */
    Tenon(Path folder) {
        this(folder, image());
    }

    /**
     * @param folder an empty folder: the current one of the process, with its cache below
     * @param image the runtime image, such as a copy that the test may change
     */
    Tenon(Path folder, Path image) {
        this.folder = folder;
        launcher.add(image.resolve("bin").resolve("tenon").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        // The installation is that of all tests, and would keep the data of them all.
        environment.put("TENON_DATABASE_PATH", folder.resolve("data").toString());
        // Whether there is a start cache depends on who has used the image before.
        environment.put("TENON_AOT", "off");
        // Short runs start fastest with the first compiler tier and the serial collector.
        environment.put("TENON_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    /** Returns the folder of the runtime image that the build has made. */
    static Path image() {
        Path image =
                Path.of(
                                Optional.ofNullable(System.getProperty("tenon.image"))
                                        .orElse("target/tenon"))
                        .toAbsolutePath();
        if (!Files.isExecutable(image.resolve("bin").resolve("tenon"))) {
            throw new AssertionError("There is no runtime image in " + image + ": build it first.");
        }
        return image;
    }

    /** Sets a variable of the environment. */
    Tenon with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Adds an argument of the JVM. */
    Tenon withJavaOption(String option) {
        environment.merge("TENON_JAVA_OPTS", option, (old, added) -> old + " " + added);
        return this;
    }

    /** Puts a program before the launcher, which gets its command line as arguments. */
    Tenon launchedBy(String... program) {
        launcher.addAll(0, List.of(program));
        return this;
    }

    /** Lets a shell run a script in which {@code tenon} stands for the program. */
    Finished shell(String script) throws InterruptedException {
        return begin(
                        List.of(
                                "sh",
                                "-c",
                                "tenon() { \"$0\" \"$@\"; }; " + script,
                                launcher.getLast()))
                .finish();
    }

    /** Runs a command to its end. */
    Finished run(String... arguments) throws InterruptedException {
        return start(arguments).finish();
    }

    /** Begins a command. */
    Running start(String... arguments) {
        return begin(Stream.concat(launcher.stream(), Stream.of(arguments)).toList());
    }

    private Running begin(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(name -> name.startsWith("TENON") || name.startsWith("JAVA"));
        inherited.keySet().removeAll(List.of("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"));
        inherited.putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new Running(
                    process,
                    WatchedLines.of(process.getInputStream()),
                    WatchedLines.of(process.getErrorStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that may still be running; ended for good when it is closed. */
    record Running(Process process, WatchedLines out, WatchedLines err) implements AutoCloseable {

        void awaitOut(String text) throws InterruptedException {
            out.await(text, LIMIT);
        }

        void awaitErr(String text) throws InterruptedException {
            err.await(text, LIMIT);
        }

        void signal(String name) throws InterruptedException {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Finished finish() throws InterruptedException {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "The process runs after %s.%n%s%n%s"
                                .formatted(LIMIT, out.all(LIMIT), err.all(LIMIT)));
            }
            return new Finished(process.exitValue(), out.all(LIMIT), err.all(LIMIT));
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
