package dev.tenon.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarNameTest {

    private static final List<String> NAMES = List.of("sample.orders", "sample.notes");

    @ParameterizedTest
    @CsvSource({
        "notes, sample.notes",
        "sample.ntoes, sample.notes",
        "sample.order, sample.orders",
        "sample.notes.x, sample.notes"
    })
    void aNameIsGuessed(String wrong, String meant) {
        assertThat(SimilarName.of(wrong, NAMES)).contains(meant);
    }

    @Test
    void twoLettersThatHaveChangedPlacesAreOneMistake() {
        assertThat(SimilarName.of("Titel", List.of("Price", "Title"))).contains("Title");
    }

    @Test
    void aNameThatIsLikeNoneIsNotGuessed() {
        assertThat(SimilarName.of("zebra", NAMES)).isEmpty();
    }
}
