package dev.tenon.benchmarks.change;

import com.sun.management.OperatingSystemMXBean;
import dev.tenon.benchmarks.measure.Spread;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Changes of one kind, one after the other. */
final class ChangeSamples {
    private static final double NANOS_PER_MS = 1_000_000;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final String change;
    private long cpuNanos;
    private final List<Double> wallMs = new ArrayList<>();

    ChangeSamples(String change) {
        this.change = change;
    }

    void add(Runnable action) {
        long cpu = PROCESS.getProcessCpuTime();
        long wall = System.nanoTime();
        action.run();
        wallMs.add((System.nanoTime() - wall) / NANOS_PER_MS);
        cpuNanos += PROCESS.getProcessCpuTime() - cpu;
    }

    ChangeFigures figures() {
        return new ChangeFigures(
                change, cpuNanos / NANOS_PER_MS / wallMs.size(), Spread.of(wallMs));
    }
}
