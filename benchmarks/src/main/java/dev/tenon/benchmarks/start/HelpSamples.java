package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.measure.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs of {@code tenon --help}, one after the other. */
final class HelpSamples {
    private static final double NANOS_PER_MS = 1_000_000;

    private final TenonImage image;
    private final StartCache cache;
    private final List<Double> wallMs = new ArrayList<>();

    HelpSamples(TenonImage image, StartCache cache) {
        this.image = image;
        this.cache = cache;
    }

    void add() throws IOException, InterruptedException {
        var builder =
                image.process(cache, List.of("--help"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        int code = builder.start().waitFor();
        wallMs.add((System.nanoTime() - begin) / NANOS_PER_MS);
        if (code != 0) {
            throw new IOException("'tenon --help' has ended with " + code + ".");
        }
    }

    HelpFigures figures() {
        return new HelpFigures(cache, Spread.of(wallMs));
    }
}
