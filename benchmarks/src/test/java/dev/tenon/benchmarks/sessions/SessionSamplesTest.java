package dev.tenon.benchmarks.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import org.junit.jupiter.api.Test;

class SessionSamplesTest {

    @Test
    void theShareIsThatOfTheSameRound() {
        var raw = new SessionSamples(Product.SQLITE, Action.SELECT, Rival.RAW);
        var session = new SessionSamples(Product.SQLITE, Action.SELECT, Rival.SESSION);
        raw.add(100);
        session.add(90);
        // The machine was slower then.
        raw.add(10);
        session.add(10);

        assertThat(session.figures(raw).share()).isEqualTo(new Spread(0.9, 0.95, 1));
        assertThat(session.figures(raw).perSecond().median()).isEqualTo(50);
    }
}
