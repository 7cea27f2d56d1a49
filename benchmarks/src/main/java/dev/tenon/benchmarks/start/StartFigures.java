package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;

/**
 * The starts with a number of plugins.
 *
 * @param cpuMs until ready, of the whole process, user and system mode, all threads
 * @param wallMs from before the process was started until it was ready
 * @param peakMb resident memory until ready, in MiB
 * @param liveMb heap and metaspace in use after a full collection, in MiB
 */
record StartFigures(
        int plugins, StartCache cache, Spread cpuMs, Spread wallMs, Spread peakMb, Spread liveMb) {

    List<String> row() {
        return List.of(
                Integer.toString(plugins),
                cache.label(),
                cpuMs.text(0),
                wallMs.text(0),
                peakMb.text(0),
                liveMb.text(1));
    }
}
