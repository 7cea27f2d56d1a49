package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;

/**
 * One action of one rival.
 *
 * @param perSecond how often it was done in a second
 * @param share of what raw JDBC did in the same round
 */
record SessionFigures(Product product, Action action, Rival rival, Spread perSecond, Spread share) {

    String text() {
        return "%s, %s".formatted(share.text(2), Spread.thousands(perSecond.median()));
    }
}
