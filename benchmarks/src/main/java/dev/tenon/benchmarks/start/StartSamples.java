package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The starts with a number of plugins and with or without the cache, one after the other. */
final class StartSamples {
    private static final double KB_PER_MB = 1024;

    private record Sample(Duration wall, ProcessFigures process, LiveMemory live) {}

    private final TenonImage image;
    private final StartCache cache;
    private final int plugins;
    private final Path folder;
    private final Path work;
    private final List<Sample> samples = new ArrayList<>();

    StartSamples(TenonImage image, StartCache cache, int plugins, Path folder, Path work) {
        this.image = image;
        this.cache = cache;
        this.plugins = plugins;
        this.folder = folder;
        this.work = work;
    }

    String label() {
        return plugins + " plugins " + cache.label() + " cache";
    }

    /** Starts and stops one process that does not count: it copies the plugins, for one thing. */
    void warmUp() throws IOException {
        StartedHost.start(image, cache, folder, work).close();
    }

    void add() throws IOException, InterruptedException {
        try (var host = StartedHost.start(image, cache, folder, work)) {
            // In this order: what is asked last disturbs the process.
            samples.add(new Sample(host.wall(), host.figures(), host.liveMemory()));
        }
    }

    StartFigures figures() {
        return new StartFigures(
                plugins,
                cache,
                spread(s -> s.process.cpu().toMillis()),
                spread(s -> s.wall.toMillis()),
                spread(s -> s.process.peakKb() / KB_PER_MB),
                spread(s -> s.live.kb() / KB_PER_MB));
    }

    private Spread spread(ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().map(figure::applyAsDouble).toList());
    }
}
