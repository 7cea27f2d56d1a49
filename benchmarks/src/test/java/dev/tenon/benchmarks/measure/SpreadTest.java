package dev.tenon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(List.of(3.0, 1.0, 9.0))).isEqualTo(new Spread(1, 3, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(1, 3, 9));
    }

    @Test
    void oneFigureIsAllThree() {
        assertThat(Spread.of(List.of(2.5)).text(1)).isEqualTo("2.5 (2.5–2.5)");
    }

    @Test
    void fromAThousandOnFiguresAreGivenInThousands() {
        assertThat(Spread.thousands(950)).isEqualTo("950");
        assertThat(Spread.thousands(1_940)).isEqualTo("1.9k");
        assertThat(Spread.thousands(262_400)).isEqualTo("262k");
    }

    @Test
    void aShareIsThatOfTheSameRound() {
        assertThat(Spread.ofShares(List.of(90.0, 10.0), List.of(100.0, 10.0)))
                .isEqualTo(new Spread(0.9, 0.95, 1));
    }

    @Test
    void noFigureIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
