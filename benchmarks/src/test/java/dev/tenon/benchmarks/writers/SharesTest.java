package dev.tenon.benchmarks.writers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Synchronous;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void eachRoundIsComparedWithTheBestOfTheSameRound() {
        var share =
                Shares.ofTheBest(rates(10.0, 20.0), List.of(rates(5.0, 40.0), rates(10.0, 10.0)));

        assertThat(share).contains(new Spread(0.5, 0.75, 1));
    }

    @Test
    void withoutOthersThereIsNoShare() {
        assertThat(Shares.ofTheBest(rates(1.0), List.of())).isEmpty();
    }

    private static CaseFigures rates(Double... perSecond) {
        var samples =
                new CaseSamples(new Case(Workload.INSERT, Synchronous.FULL, Contender.SESSION, 1));
        Stream.of(perSecond)
                .forEach(rate -> samples.add(new Run(new LoadSample(1, rate, 1, 1, 1, 0), 0, 0)));
        return samples.figures();
    }
}
