package dev.tenon.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final HostException ERROR =
            new HostException(Problem.error(HostError.MODULE_NOT_FOUND, "No a.", "", ""));

    private final Result<Integer> success = Result.success(20);
    private final Result<Integer> failure = Result.failure(ERROR);

    @Test
    void matchesAsSuccessOrFailure() {
        assertThat(text(success)).isEqualTo("value 20");
        assertThat(text(failure)).isEqualTo("error HOST-MOD-001");
    }

    private static String text(Result<Integer> result) {
        return switch (result) {
            case Result.Success<Integer>(Integer value) -> "value " + value;
            case Result.Failure<Integer>(TenonException error) -> "error " + error.code().code();
        };
    }

    @Test
    void isSuccessTellsTheTwoApart() {
        assertThat(success.isSuccess()).isTrue();
        assertThat(failure.isSuccess()).isFalse();
    }

    @Test
    void anOperationThatReturnsIsASuccess() {
        assertThat(Result.of(() -> 20)).isEqualTo(success);
    }

    @Test
    void anOperationThatThrowsATenonExceptionIsAFailure() {
        Result<Integer> result =
                Result.of(() -> {
                    throw ERROR;
                });

        assertThat(result).isEqualTo(failure);
    }

    @Test
    void anyOtherExceptionPassesThrough() {
        assertThatThrownBy(() ->
                        Result.of(() -> {
                            throw new IllegalStateException("a defect");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect");
    }

    @Test
    void mapChangesTheValueOfASuccessOnly() {
        assertThat(success.map(v -> "v" + v)).isEqualTo(Result.success("v20"));
        assertThat(failure.map(v -> "v" + v)).isEqualTo(Result.failure(ERROR));
    }

    @Test
    void flatMapGoesOnAfterASuccessOnly() {
        assertThat(success.flatMap(v -> Result.success(v + 1))).isEqualTo(Result.success(21));
        assertThat(success.flatMap(_ -> failure)).isEqualTo(failure);
        assertThat(failure.flatMap(v -> Result.success(v + 1))).isEqualTo(failure);
    }

    @Test
    void orElseGetMakesAValueOfTheException() {
        assertThat(success.orElseGet(_ -> 0)).isEqualTo(20);
        assertThat(failure.orElseGet(e -> e.code().code().length())).isEqualTo(12);
    }

    @Test
    void orElseThrowThrowsTheExceptionItself() {
        assertThat(success.orElseThrow()).isEqualTo(20);
        assertThatThrownBy(failure::orElseThrow).isSameAs(ERROR);
    }

    @Test
    void toOptionalForgetsTheException() {
        assertThat(success.toOptional()).contains(20);
        assertThat(failure.toOptional()).isEmpty();
    }

    @Test
    void onFailurePassesTheExceptionAndReturnsTheResult() {
        List<TenonException> seen = new ArrayList<>();

        assertThat(success.onFailure(seen::add)).isSameAs(success);
        assertThat(seen).isEmpty();
        assertThat(failure.onFailure(seen::add)).isSameAs(failure);
        assertThat(seen).containsExactly(ERROR);
    }

    @Test
    void neitherHoldsNull() {
        assertThatThrownBy(() -> Result.success(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Result.failure(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Result.of(() -> null)).isInstanceOf(NullPointerException.class);
    }
}
