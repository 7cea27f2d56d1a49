package dev.tenon.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven in a process of its own: that which runs this build, with its settings and its local
 * repository, else the one in {@code PATH}, else the wrapper of this repository.
 */
public final class Maven {

    /** How a build ended. */
    public record Built(int exitCode, String log) {}

    private static final long LIMIT_MINUTES = 5;

    private final Path project;

    /**
     * @param project the folder with the {@code pom.xml}
     */
    Maven(Path project) {
        this.project = project;
    }

    Built run(String... arguments) throws IOException, InterruptedException {
        var log = Files.createTempFile("maven-", ".log");
        var command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("Maven still runs:\n" + Files.readString(log));
            }
            return new Built(process.exitValue(), Files.readString(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    /** Returns how to call it: its program and the first of its arguments. */
    public static List<String> command() {
        var command = new ArrayList<>(List.of(program(), "-B", "-ntp"));
        // Surefire tells where the local repository is.
        property("localRepository").ifPresent(r -> command.add("-Dmaven.repo.local=" + r));
        property("tenon.test.maven.settings")
                .filter(s -> Files.exists(Path.of(s)))
                .ifPresent(s -> command.addAll(List.of("-s", s)));
        return command;
    }

    private static String program() {
        var wrapper = Path.of("..", "mvnw").toAbsolutePath().normalize();
        var inPath = Stream.of(System.getenv("PATH").split(":", -1)).map(d -> Path.of(d, "mvn"));
        return Stream.concat(
                        property("tenon.test.maven.home")
                                .map(h -> Path.of(h, "bin", "mvn"))
                                .stream(),
                        Stream.concat(inPath, Stream.of(wrapper)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
