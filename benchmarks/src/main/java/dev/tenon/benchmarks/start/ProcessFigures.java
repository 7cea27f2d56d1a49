package dev.tenon.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process that is still running has used so far.
 *
 * @param cpu of all its threads, those that have ended among them, in user and system mode
 * @param peakKb the largest resident set it ever had ({@code VmHWM}, proc_pid_status(5))
 */
record ProcessFigures(Duration cpu, long peakKb) {
    private static final String PEAK = "VmHWM:";

    /**
     * Reads the figures from the operating system.
     *
     * @throws IOException if it is not Linux, or the process has ended
     */
    static ProcessFigures of(ProcessHandle process) throws IOException {
        var cpu =
                process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IOException("The process has ended."));
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            throw new IOException(
                    "There is no " + status + ": peak memory is measured on Linux only.");
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                    .map(kb -> new ProcessFigures(cpu, Long.parseLong(kb)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no " + PEAK + " in " + status));
        }
    }
}
