package dev.tenon.crud.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstrainedMethodsTest {

    record Note(String title) {}

    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Even {}

    /** Holds several, and is not called as those of Jakarta Validation are. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Evens {
        Even[] value();
    }

    interface Notes {
        List<Note> plain(String title);

        List<Note> constrained(@Size(max = 9) String title);

        List<Note> twice(@Size(max = 9) @Size(min = 2) String title);

        List<Note> held(@Evens({@Even, @Even}) long number);

        List<Note> within(List<@NotBlank String> titles);

        List<@Valid Note> validResult();

        @Size(max = 3)
        Stream<@Valid Note> sizedResult();

        Stream<@Valid Note> laterResult();

        CompletionStage<@Valid Note> stagedResult();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constrained", "twice", "held", "within"})
    void constraintsOfParametersAreFound(String name) {
        assertThat(ConstrainedMethods.areParametersOf(Notes.class, method(name))).isTrue();
        assertThat(ConstrainedMethods.isResultOf(Notes.class, method(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validResult", "sizedResult"})
    void constraintsOfResultsAreFound(String name) {
        assertThat(ConstrainedMethods.isResultOf(Notes.class, method(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "laterResult", "stagedResult"})
    void whatHasNoneOrGivesItsResultsLaterIsNotLookedAt(String name) {
        assertThat(ConstrainedMethods.areParametersOf(Notes.class, method(name))).isFalse();
        assertThat(ConstrainedMethods.isResultOf(Notes.class, method(name))).isFalse();
    }

    private static Method method(String name) {
        return Arrays.stream(Notes.class.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
