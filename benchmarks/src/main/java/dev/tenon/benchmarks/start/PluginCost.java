package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What one further plugin costs between two numbers of plugins: the difference of the medians,
 * divided by the number of plugins.
 */
record PluginCost(
        int from,
        int to,
        StartCache cache,
        double cpuMs,
        double wallMs,
        double peakMb,
        double liveMb) {

    static PluginCost between(StartFigures few, StartFigures many) {
        return new PluginCost(
                few.plugins(),
                many.plugins(),
                few.cache(),
                each(few, many, StartFigures::cpuMs),
                each(few, many, StartFigures::wallMs),
                each(few, many, StartFigures::peakMb),
                each(few, many, StartFigures::liveMb));
    }

    List<String> row() {
        return List.of(
                from + " to " + to,
                cache.label(),
                text(cpuMs, 1),
                text(wallMs, 1),
                text(peakMb, 2),
                text(liveMb, 2));
    }

    private static double each(
            StartFigures few, StartFigures many, Function<StartFigures, Spread> figure) {
        return (figure.apply(many).median() - figure.apply(few).median())
                / (many.plugins() - few.plugins());
    }

    private static String text(double figure, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }
}
