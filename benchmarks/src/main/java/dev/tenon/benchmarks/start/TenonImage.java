package dev.tenon.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The runtime image whose processes are measured.
 *
 * @param javaOptions arguments for its JVM, separated by blanks
 */
record TenonImage(Path folder, String javaOptions) {
    private static final int UNKNOWN_COMMAND = 2;

    /**
     * Returns the image in the folder.
     *
     * @throws IOException if there is none
     */
    static TenonImage in(Path folder, String javaOptions) throws IOException {
        var image = new TenonImage(folder.toAbsolutePath(), javaOptions);
        if (!Files.isExecutable(image.launcher())) {
            throw new IOException(
                    "There is no runtime image in "
                            + image.folder
                            + ": build it with 'mvn -Dmaven.test.skip=true package'.");
        }
        return image;
    }

    /** Returns a process to be started, which hears of no variable that is meant for another. */
    ProcessBuilder process(StartCache cache, List<String> arguments) {
        var command = Stream.concat(Stream.of(launcher().toString()), arguments.stream()).toList();
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("TENON")
                                || name.startsWith("JAVA_")
                                || name.startsWith("JDK_"));
        environment.putAll(cache.environment());
        environment.put("TENON_JAVA_OPTS", javaOptions);
        return builder;
    }

    /** Returns a tool of the image's own JDK. */
    Path tool(String name) {
        return folder.resolve("runtime").resolve("bin").resolve(name);
    }

    private Path launcher() {
        return folder.resolve("bin").resolve("tenon");
    }

    /** Makes the cache; returns false if this image knows no cache. */
    boolean makeCache() throws IOException, InterruptedException {
        System.err.println("Making the cache ...");
        int code =
                process(StartCache.WITH, List.of("optimize"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        return switch (code) {
            case 0 -> true;
            case UNKNOWN_COMMAND -> false;
            default -> throw new IOException("'tenon optimize' has ended with " + code + ".");
        };
    }
}
