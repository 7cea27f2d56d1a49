package dev.tenon.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenonExceptionTest {

    private static final Problem PROBLEM =
            Problem.error(
                            HostError.SERVICE_NOT_FOUND,
                            "The service sample.a.A that sample.b asks for is not there.",
                            "Nothing is.",
                            "Install it.")
                    .from(new IOException("inside"));

    /** What a framework module does to have exceptions of its own. */
    private static final class DatabaseException extends FrameworkException {
        private static final long serialVersionUID = 1L;

        DatabaseException(Problem problem, ErrorContext context) {
            super(problem, context);
        }
    }

    @Test
    void theMessageForEngineersHasCodeFactCauseAndRemedy() {
        assertThat(new HostException(PROBLEM))
                .hasMessage(
                        "HOST-SVC-001: The service sample.a.A that sample.b asks for is not there."
                                + " Nothing is. Install it.")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void theMessageForUsersShowsCodeAndReferenceAndNothingInternal() {
        var exception = new HostException(PROBLEM, "sample.b");

        assertThat(exception.userMessage())
                .contains("HOST-SVC-001", exception.context().id())
                .doesNotContain("sample", "IOException", "inside", "service");
    }

    @Test
    void codeAndProblemAreThoseItWasMadeWith() {
        var exception = new HostException(PROBLEM);

        assertThat(exception.code()).isEqualTo(HostError.SERVICE_NOT_FOUND);
        assertThat(exception.problem()).isEqualTo(PROBLEM);
    }

    @Test
    void theContextNamesTheModuleIfThereIsOne() {
        assertThat(new HostException(PROBLEM).context().module()).isEmpty();
        assertThat(new HostException(PROBLEM, "sample.b").context().module()).contains("sample.b");
    }

    @Test
    void theContextTellsWhen() {
        var before = Instant.now();

        var context = new HostException(PROBLEM).context();

        assertThat(context.time()).isBetween(before, Instant.now());
        assertThat(context.database()).isEmpty();
        assertThat(context.data()).isEmpty();
    }

    @Test
    void eachOccurrenceHasAnIdOfItsOwn() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> ErrorContext.now().id()))
                .allMatch(id -> id.matches("[0-9a-f]{8}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDataOfAContextIsACopyNobodyCanChange() {
        var data = new HashMap<>(Map.of("table", "note"));
        var context =
                new ErrorContext(Instant.EPOCH, "1", Optional.of("a"), Optional.of("notes"), data);
        data.clear();

        assertThat(context.data()).isEqualTo(Map.of("table", "note"));
        assertThatThrownBy(() -> context.data().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aFrameworkModuleGrowsATreeOfItsOwn() {
        TenonException exception =
                new DatabaseException(PROBLEM, ErrorContext.ofModule("sample.b"));

        assertThat(exception).isInstanceOf(FrameworkException.class);
        assertThat(exception.context().module()).contains("sample.b");
        assertThat(exception).hasMessage(PROBLEM.toString());
    }

    @Test
    void whatIsLeftAfterSerializationCanStillBePrinted() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HostException(PROBLEM));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            var copy = (HostException) in.readObject();

            assertThat(copy).hasMessage(PROBLEM.toString());
            assertThat(copy.toString()).contains("HOST-SVC-001");
        }
    }
}
