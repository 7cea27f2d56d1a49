package dev.tenon.benchmarks.change;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;
import java.util.Locale;

/**
 * One kind of change.
 *
 * @param cpuMs of the whole process during the change, collections of garbage among it; the mean,
 *     because the operating system counts in steps of 10 ms
 */
record ChangeFigures(String change, double cpuMs, Spread wallMs) {

    List<String> row() {
        return List.of(change, String.format(Locale.ROOT, "%.1f", cpuMs), wallMs.text(1));
    }
}
