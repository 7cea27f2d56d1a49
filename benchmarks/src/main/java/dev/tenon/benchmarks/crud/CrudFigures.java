package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Product;
import java.util.Optional;

/**
 * One operation of one way.
 *
 * @param perSecond how often it was done in a second
 * @param share of what raw JDBC did in the same round
 * @param timesTheFirst how many times as long as the first page it took in the same round; of the
 *     deep page alone
 */
record CrudFigures(
        Product product,
        Operation operation,
        Way way,
        Spread perSecond,
        Spread share,
        Optional<Spread> timesTheFirst) {

    /**
     * @param rows how many one operation handles
     */
    String text(int rows) {
        return "%s, %s".formatted(share.text(2), Spread.thousands(perSecond.median() * rows));
    }
}
