package dev.tenon.benchmarks.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The threads of this process, as the operating system counts them: those of the JVM as well. */
final class ProcessThreads {

    private static final Path TASKS = Path.of("/proc/self/task");

    private ProcessThreads() {}

    static long count() throws IOException {
        if (!Files.isDirectory(TASKS)) {
            throw new IOException("There is no " + TASKS + ": threads are counted on Linux only.");
        }
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.count();
        }
    }
}
