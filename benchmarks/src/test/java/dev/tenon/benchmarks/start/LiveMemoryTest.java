package dev.tenon.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveMemoryTest {

    @Test
    void figuresOfTheHeapAreAddedUp() throws Exception {
        var lines =
                List.of(
                        "    S0C    S0U    S1U     EC     EU     OC      OU      MC      MU    YGC",
                        "  128.0    1.0    2.0  103.0    4.5  258.0    10.0    30.0    20.5      0");

        assertThat(LiveMemory.parse(lines)).isEqualTo(new LiveMemory(17.5, 20.5));
    }

    @Test
    void aCollectorWithoutSurvivorsCountsWhatItHas() throws Exception {
        var lines =
                List.of(
                        "    S0U    S1U     EU      OU      MU",
                        "      -      -     1.0    2.0    3.0");

        assertThat(LiveMemory.parse(lines)).isEqualTo(new LiveMemory(3, 3));
    }

    @Test
    void anAnswerWithoutFiguresIsRefused() {
        assertThatIOException().isThrownBy(() -> LiveMemory.parse(List.of("12345 not found")));
    }
}
