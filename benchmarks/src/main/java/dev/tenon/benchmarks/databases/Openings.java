package dev.tenon.benchmarks.databases;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it took to open databases, one after the other.
 *
 * @param nanos for each of them
 * @param cpuNanos CPU time of all threads of the process, for all of them
 */
record Openings(List<Long> nanos, long cpuNanos) {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What opens the database of a number. */
    @FunctionalInterface
    interface Opening<E extends Exception> {
        void open(int database) throws E;
    }

    /** Opens databases of the numbers from 0 to count - 1. */
    static <E extends Exception> Openings measure(int count, Opening<E> opening) throws E {
        var nanos = new ArrayList<Long>();
        long cpu = PROCESS.getProcessCpuTime();
        for (int n = 0; n < count; n++) {
            long begun = System.nanoTime();
            opening.open(n);
            nanos.add(System.nanoTime() - begun);
        }
        return new Openings(nanos, PROCESS.getProcessCpuTime() - cpu);
    }
}
