package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.measure.Fork;
import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    boolean is(Action action, Rival rival) {
        return this.action == action && this.rival == rival;
    }

    Action action() {
        return action;
    }

    String label() {
        return product.label() + ", " + action.label() + ", " + rival.label().replace("*", "");
    }

    /** Measures it once more. */
    void measure(Fork fork, Target target, Path folder) throws IOException {
        add(
                fork.measure(
                        ItemBenchmark.class,
                        action.method(),
                        Map.of(
                                "rival", rival.name(),
                                "product", target.product().name(),
                                "url", target.url(),
                                "folder", folder.toString()),
                        label()));
    }

    void add(double operationsPerSecond) {
        perSecond.add(operationsPerSecond);
    }

    /** Returns the figures. */
    SessionFigures figures(SessionSamples limit) {
        return new SessionFigures(
                product,
                action,
                rival,
                Spread.of(perSecond),
                Spread.ofShares(perSecond, limit.perSecond));
    }
}
