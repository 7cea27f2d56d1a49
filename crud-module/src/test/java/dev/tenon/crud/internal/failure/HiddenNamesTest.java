package dev.tenon.crud.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenNamesTest {

    private static final HiddenNames NAMES = new HiddenNames("library", Set.of("book", "key"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violates foreign key constraint \"book_author_fkey\"",
                "FOREIGN KEY constraint failed: BOOK.author_id",
                "a foreign key constraint fails (`library`.`book`, CONSTRAINT `x`)"
            })
    void aTextThatNamesAHiddenTableIsNotTold(String cause) {
        var failure = failure(cause, "author");

        var told = NAMES.told(failure);

        assertThat(told.getMessage()).doesNotContain(cause).contains(failure.context().id());
        assertThat(told.code()).isEqualTo(DatabaseError.UNIQUE);
        assertThat(told.context().id()).isEqualTo(failure.context().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIQUE constraint failed: bookmark.url",
                "Keyboard of the notebook",
            })
    void aTextThatOnlyHoldsTheLettersOfOneIsTold(String cause) {
        var failure = failure(cause, "bookmark");

        assertThat(NAMES.told(failure)).isSameAs(failure);
    }

    @Test
    void aHiddenTableHasNoColumnsThatAreTold() {
        var told = (ConstraintViolationException) NAMES.told(failure("on book", "Book"));

        assertThat(told.table()).isEmpty();
        assertThat(told.columns()).isEmpty();
    }

    private static ConstraintViolationException failure(String cause, String table) {
        return new ConstraintViolationException(
                Problem.error(
                        DatabaseError.UNIQUE, "A statement failed.", cause, "Do it otherwise."),
                ErrorContext.now(),
                CommitOutcome.NOT_APPLIED,
                Optional.of(table),
                List.of("author_id"));
    }
}
