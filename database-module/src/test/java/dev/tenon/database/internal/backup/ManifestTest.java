package dev.tenon.database.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.internal.backup.Manifest.Content;
import dev.tenon.database.internal.backup.Manifest.NewerFormat;
import java.io.StringReader;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final Manifest MANIFEST =
            new Manifest(
                    "notes",
                    "sample.notes",
                    "1.0",
                    "2",
                    "sqlite",
                    "3",
                    Instant.parse("2026-11-21T15:09:23Z"),
                    new TreeMap<>(),
                    0,
                    new Content("database.db", 7, "00"));

    @Test
    void whatIsWrittenIsRead() throws Exception {
        assertThat(Manifest.read(new StringReader(MANIFEST.text()))).isEqualTo(MANIFEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4294967297"})
    void aNewerFormatIsRefusedHoweverLargeItsNumber(String format) {
        var text = MANIFEST.text().replace("format=1", "format=" + format);

        assertThatThrownBy(() -> Manifest.read(new StringReader(text)))
                .isInstanceOf(NewerFormat.class)
                .hasMessageContaining(format);
    }
}
