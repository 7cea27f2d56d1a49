package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.plugins.GeneratedPlugins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Measures starts. Every round has one process of each kind, so that what else the machine does
 * falls on all of them.
 *
 * @param plugins the numbers of plugins, ascending
 */
record StartBenchmark(TenonImage image, List<Integer> plugins, List<StartCache> caches, int runs) {

    StartResults measure() throws IOException, InterruptedException {
        try (var folder = new TemporaryFolder()) {
            var starts = new ArrayList<StartSamples>();
            for (int count : plugins) {
                System.err.printf("Compiling %d plugins ...%n", count);
                var generated = GeneratedPlugins.write(count, folder.resolve("plugins" + count));
                var work = folder.resolve("work" + count);
                caches.forEach(c -> starts.add(new StartSamples(image, c, count, generated, work)));
            }
            var helps = caches.stream().map(cache -> new HelpSamples(image, cache)).toList();
            run(starts, helps);
            var figures = starts.stream().map(StartSamples::figures).toList();
            return new StartResults(
                    runs,
                    figures,
                    caches.stream().flatMap(c -> costs(c, figures).stream()).toList(),
                    helps.stream().map(HelpSamples::figures).toList());
        }
    }

    private void run(Collection<StartSamples> starts, Collection<HelpSamples> helps)
            throws IOException, InterruptedException {
        var progress = new Progress("start", starts.size() * (runs + 1));
        for (StartSamples start : starts) {
            progress.next("warm-up, " + start.label());
            start.warmUp();
        }
        for (int run = 0; run < runs; run++) {
            for (StartSamples start : starts) {
                progress.next(start.label());
                start.add();
            }
            for (HelpSamples help : helps) {
                help.add();
            }
        }
    }

    private static List<PluginCost> costs(StartCache cache, List<StartFigures> all) {
        var figures = all.stream().filter(f -> f.cache() == cache).toList();
        var costs = new ArrayList<PluginCost>();
        for (int i = 1; i < figures.size(); i++) {
            costs.add(PluginCost.between(figures.get(i - 1), figures.get(i)));
        }
        return costs;
    }
}
