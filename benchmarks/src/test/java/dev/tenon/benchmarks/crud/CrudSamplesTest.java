package dev.tenon.benchmarks.crud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Product;
import org.junit.jupiter.api.Test;

class CrudSamplesTest {

    private final CrudSamples samples = new CrudSamples();

    @Test
    void theShareIsThatOfRawJdbcInTheSameRound() {
        add(Operation.FIND, Way.RAW, 100, 10);
        add(Operation.FIND, Way.JDBI, 50, 10);

        assertThat(figures(Operation.FIND, Way.JDBI).share()).isEqualTo(new Spread(0.5, 0.75, 1));
        assertThat(figures(Operation.FIND, Way.RAW).share()).isEqualTo(new Spread(1, 1, 1));
    }

    @Test
    void theDeepPageIsComparedWithTheFirstOfTheSameWay() {
        add(Operation.FIRST, Way.RAW, 100);
        add(Operation.DEEP, Way.RAW, 100);
        add(Operation.FIRST, Way.JDBI, 60);
        add(Operation.DEEP, Way.JDBI, 40);

        assertThat(figures(Operation.DEEP, Way.JDBI).timesTheFirst())
                .contains(new Spread(1.5, 1.5, 1.5));
        assertThat(figures(Operation.FIRST, Way.JDBI).timesTheFirst()).isEmpty();
    }

    private void add(Operation operation, Way way, double... perSecond) {
        for (double figure : perSecond) {
            samples.add(new Cell(Product.SQLITE, operation, way), figure);
        }
    }

    private CrudFigures figures(Operation operation, Way way) {
        return samples.figures().stream()
                .filter(f -> f.operation() == operation && f.way() == way)
                .findFirst()
                .orElseThrow();
    }
}
