package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;

/**
 * The command {@code tenon --help}.
 *
 * @param wallMs from before the process was started to its end
 */
record HelpFigures(StartCache cache, Spread wallMs) {

    List<String> row() {
        return List.of(cache.label(), wallMs.text(0));
    }
}
