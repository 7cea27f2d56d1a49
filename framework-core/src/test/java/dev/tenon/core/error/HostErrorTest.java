package dev.tenon.core.error;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostErrorTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("..", "host", "src/main/java"));

    @Test
    void codesAreUnique() {
        assertThat(HostError.values()).extracting(HostError::code).doesNotHaveDuplicates();
    }

    @Test
    void codesFollowTheDocumentedPattern() {
        assertThat(HostError.values())
                .extracting(HostError::code)
                .allMatch(code -> code.matches("HOST-(PLAN|RUN|SET|SVC|CDI|MOD|NEW|ENV)-\\d{3}"));
    }

    @Test
    void codesOfAGroupAreNumberedWithoutGaps() {
        var groups =
                Arrays.stream(HostError.values())
                        .map(HostError::code)
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        code -> code.substring(0, code.length() - 4)));

        groups.forEach((group, codes) -> {
            for (int i = 0; i < codes.size(); i++) {
                assertThat(codes.get(i)).isEqualTo(group + "-%03d".formatted(i + 1));
            }
        });
    }

    @Test
    void eachHasATitleInFewWordsAndARemedyAsOneSentence() {
        assertThat(HostError.values())
                .allSatisfy(error -> {
                    assertThat(error.title()).isNotBlank().doesNotEndWith(".");
                    assertThat(error.remedy()).matches("[A-Z].*\\.");
                });
    }

    @Test
    void titlesAreUnique() {
        assertThat(HostError.values()).extracting(HostError::title).doesNotHaveDuplicates();
    }

    @Test
    void everyKindIsUsedByTheHostOrItsCommandLine() {
        var code = SOURCES.stream().map(HostErrorTest::codeBelow).collect(joining("\n"));

        assertThat(HostError.values())
                .allSatisfy(error -> assertThat(code).contains("HostError." + error.name()));
    }

    private static String codeBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("HostError.java"))
                    .map(HostErrorTest::read)
                    .collect(joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
