package dev.tenon.benchmarks.writers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadSampleTest {

    private static final long MS = 1_000_000;

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        var hundred = LongStream.rangeClosed(1, 100).map(n -> n * MS).toArray();

        assertThat(LoadSample.percentile(hundred, 50)).isEqualTo(50);
        assertThat(LoadSample.percentile(hundred, 99)).isEqualTo(99);
        assertThat(LoadSample.percentile(hundred, 100)).isEqualTo(100);
    }

    @Test
    void ofOneValueEveryPercentileIsThatOne() {
        assertThat(LoadSample.percentile(new long[] {3 * MS}, 50)).isEqualTo(3);
        assertThat(LoadSample.percentile(new long[] {3 * MS}, 99)).isEqualTo(3);
    }

    @Test
    void theP99OfFewValuesIsTheLargest() {
        assertThat(LoadSample.percentile(new long[] {MS, 2 * MS, 9 * MS}, 99)).isEqualTo(9);
    }
}
