package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.measure.Fork;
import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.PostgresServer;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import dev.tenon.benchmarks.sql.SessionAccess;
import dev.tenon.benchmarks.sql.Synchronous;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures each action of each rival once in every round, one process after the other.
 *
 * @param rivals among them {@link Rival#RAW}, which the others are shares of
 */
record SessionsBenchmark(List<Product> products, List<Rival> rivals, int rounds, Fork fork) {

    SessionsResults measure() throws IOException {
        var figures = new ArrayList<SessionFigures>();
        try (var folder = new TemporaryFolder()) {
            var _ = SessionAccess.plugin(folder.resolve(""));
            for (Product product : products) {
                switch (product) {
                    case SQLITE ->
                            figures.addAll(
                                    measure(
                                            Target.file(folder.resolve("bench.db"), "NORMAL"),
                                            folder));
                    case POSTGRESQL -> {
                        try (var server = PostgresServer.start(Synchronous.NORMAL)) {
                            figures.addAll(measure(server.target(), folder));
                        }
                    }
                }
            }
        }
        return new SessionsResults(rounds, fork.warmUp(), fork.seconds(), figures);
    }

    private List<SessionFigures> measure(Target target, TemporaryFolder folder) throws IOException {
        var product = target.product();
        var samples = new ArrayList<SessionSamples>();
        for (Action action : Action.values()) {
            rivals.stream()
                    .filter(rival -> rival.isFor(product))
                    .forEach(rival -> samples.add(new SessionSamples(product, action, rival)));
        }
        var progress = new Progress("sessions", rounds * samples.size());
        for (int round = 0; round < rounds; round++) {
            for (var sample : samples) {
                progress.next(sample.label());
                sample.measure(fork, target, folder.resolve(""));
            }
        }
        return samples.stream()
                .map(sample -> sample.figures(limit(samples, sample.action())))
                .toList();
    }

    private static SessionSamples limit(List<SessionSamples> samples, Action action) {
        return samples.stream().filter(s -> s.is(action, Rival.RAW)).findFirst().orElseThrow();
    }
}
