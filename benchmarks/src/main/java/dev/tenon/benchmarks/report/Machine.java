package dev.tenon.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Where and when was measured.
 *
 * @param date in UTC, ISO 8601
 * @param memoryGb physical memory in GiB
 */
public record Machine(
        String date, String system, String processor, int processors, long memoryGb, String jdk) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** Returns the machine and the JDK of this process. */
    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                LocalDate.now(ZoneOffset.UTC).toString(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                processorModel(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 30,
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    String sentence() {
        return "Measured on %s: %s, %d × %s, %d GiB; JDK %s."
                .formatted(date, system, processors, processor, memoryGb, jdk);
    }

    private static String processorModel() {
        if (!Files.isReadable(CPU_INFO)) {
            return "processor";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
