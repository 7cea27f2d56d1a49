package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One action of one rival, once in each round. */
final class SessionSamples {

    private final Product product;
    private final Action action;
    private final Rival rival;
    private final List<Double> perSecond = new ArrayList<>();

    SessionSamples(Product product, Action action, Rival rival) {
        this.product = product;
        this.action = action;
        this.rival = rival;
    }

    Action action() {
        return action;
    }

    Rival rival() {
        return rival;
    }

    String label() {
        return product.label() + ", " + action.label() + ", " + rival.label().replace("*", "");
    }

    void add(double operationsPerSecond) {
        perSecond.add(operationsPerSecond);
    }

    /**
     * Returns the figures; the share is that of each round, because a machine is not the same for
     * long.
     */
    SessionFigures figures(SessionSamples limit) {
        var shares =
                IntStream.range(0, perSecond.size())
                        .mapToObj(round -> perSecond.get(round) / limit.perSecond.get(round))
                        .toList();
        return new SessionFigures(product, action, rival, Spread.of(perSecond), Spread.of(shares));
    }
}
