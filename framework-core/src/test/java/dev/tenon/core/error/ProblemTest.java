package dev.tenon.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.Problem.Severity;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aThrowableIsDescribedByItsSimpleNameAndItsMessage() {
        assertThat(Problem.describe(new IOException("disk full")))
                .isEqualTo("IOException: disk full.");
    }

    @Test
    void aThrowableWithoutMessageIsDescribedByItsSimpleNameAlone() {
        assertThat(Problem.describe(new NullPointerException())).isEqualTo("NullPointerException.");
    }

    @Test
    void nestedCausesFollowInTheirOrder() {
        var thrown =
                new IllegalStateException(
                        "cannot open", new IOException("cannot read", new RuntimeException()));

        assertThat(Problem.describe(thrown))
                .isEqualTo(
                        "IllegalStateException: cannot open, caused by IOException: cannot read,"
                                + " caused by RuntimeException.");
    }

    @Test
    void aCauseWhoseMessageHasBeenSaidIsNotRepeated() {
        var thrown = new RuntimeException(new IOException("disk full"));

        assertThat(Problem.describe(thrown))
                .isEqualTo("RuntimeException: java.io.IOException: disk full.");
    }

    @Test
    void causesThatFormACycleAreDescribedOnce() {
        var first = new IllegalStateException("first");
        var second = new IllegalArgumentException("second", first);
        first.initCause(second);

        assertThat(Problem.describe(first))
                .isEqualTo(
                        "IllegalStateException: first, caused by IllegalArgumentException: second.");
    }

    @Test
    void aMessageThatEndsWithAFullStopGetsNoSecondOne() {
        assertThat(Problem.describe(new IOException(" There is no such file. \n")))
                .isEqualTo("IOException: There is no such file.");
    }

    @Test
    void aMessageOfSeveralLinesBecomesOne() {
        assertThat(Problem.describe(new IOException("unsatisfied\n  at point\r\n\tat class\n")))
                .isEqualTo("IOException: unsatisfied at point at class.");
    }

    @Test
    void anEmptyMessageIsNoMessage() {
        assertThat(Problem.describe(new IOException("disk full", new RuntimeException(" "))))
                .isEqualTo("IOException: disk full, caused by RuntimeException.");
    }

    @Test
    void anAnonymousThrowableIsNotDescribedByNothing() {
        var thrown =
                new RuntimeException("boom") {
                    private static final long serialVersionUID = 1L;
                };

        assertThat(Problem.describe(thrown)).isEqualTo("ProblemTest$1: boom.");
    }

    @Test
    void theMessageIsFactCauseAndRemedyOnOneLine() {
        var problem = Problem.error(HostError.CYCLE, "A is stuck.", "A needs A.", "Part them.");

        assertThat(problem.message()).isEqualTo("A is stuck. A needs A. Part them.");
        assertThat(problem).hasToString("HOST-PLAN-007: A is stuck. A needs A. Part them.");
    }

    @Test
    void anEmptyCauseOrRemedyLeavesNoGap() {
        assertThat(Problem.error(HostError.CYCLE, "A is stuck.", "", "Part them.").message())
                .isEqualTo("A is stuck. Part them.");
        assertThat(Problem.error(HostError.CYCLE, "A is stuck.", "", "").message())
                .isEqualTo("A is stuck.");
    }

    @Test
    void anErrorStopsAndAWarningDoesNot() {
        var error = Problem.error(HostError.CYCLE, "A.", "", "");
        var warning = Problem.warning(HostError.CYCLE, "A.", "", "");

        assertThat(error.isError()).isTrue();
        assertThat(error.severity()).isEqualTo(Severity.ERROR);
        assertThat(warning.isError()).isFalse();
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void theThrowableBehindAProblemChangesNothingElse() {
        var problem = Problem.warning(HostError.CYCLE, "A.", "B.", "C.");
        var thrown = new IOException();

        assertThat(problem.thrown()).isEmpty();
        assertThat(problem.from(thrown))
                .isEqualTo(
                        new Problem(
                                HostError.CYCLE,
                                Severity.WARNING,
                                "A.",
                                "B.",
                                "C.",
                                Optional.of(thrown)));
    }

    @Test
    void aProblemWithoutACodeIsRefused() {
        assertThatThrownBy(() -> Problem.error(null, "A.", "", ""))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("code");
    }
}
