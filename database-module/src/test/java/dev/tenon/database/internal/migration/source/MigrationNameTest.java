package dev.tenon.database.internal.migration.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNameTest {

    @ParameterizedTest
    @CsvSource({
        "V1__notes, VERSIONED, 1, notes",
        "V2_1__add_tags, VERSIONED, 2.1, add tags",
        "V2.10__Add_tags, VERSIONED, 2.10, Add tags",
        "V20261121093000__now, VERSIONED, 20261121093000, now",
        "V007__agent, VERSIONED, 7, agent",
        "U2_1__add_tags, UNDO, 2.1, add tags"
    })
    void aNameSaysKindVersionAndDescription(
            String name, Kind kind, String version, String description) {
        assertThat(MigrationName.parse(name))
                .contains(new MigrationName(kind, Version.parse(version), description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1",
                "V1_notes",
                "V__notes",
                "V1__",
                "V0__zero",
                "V0.0__zero",
                "V1..2__notes",
                "Vx__notes",
                "v1__notes",
                "R1__notes",
                "B1__baseline",
                "beforeMigrate",
                "V1__a\u0007b"
            })
    void whatIsNotUnderstoodIsNone(String name) {
        assertThat(MigrationName.parse(name)).isEmpty();
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        var versions =
                List.of("10", "9.2", "9.10", "1", "99999999999999999.1").stream()
                        .map(v -> Version.parse(v).orElseThrow())
                        .sorted(Comparator.naturalOrder())
                        .toList();

        assertThat(versions)
                .extracting(Version::toString)
                .containsExactly("1", "9.2", "9.10", "10", "99999999999999999.1");
        assertThat(Version.parse("1.0")).isEqualTo(Version.parse("1"));
    }
}
