package dev.tenon.host.documentation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.ErrorCode;
import dev.tenon.core.error.HostError;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.RepositoryError;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.GenerationError;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.SchemaError;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all error codes have in common. */
class ErrorCodesTest {

    private static final List<Path> SOURCES =
            List.of(
                    Path.of("src/main/java"),
                    Path.of("..", "framework-core", "src/main/java"),
                    Path.of("..", "database-module", "src/main/java"),
                    Path.of("..", "crud-module", "src/main/java"));

    /** Returns the codes of all modules, in the order of the documentation. */
    static Stream<ErrorCode> all() {
        return Stream.of(ofHost(), ofDatabases(), ofTables()).flatMap(codes -> codes);
    }

    static Stream<ErrorCode> ofHost() {
        return Stream.of(HostError.values(), ProgramError.values()).flatMap(Arrays::stream);
    }

    static Stream<ErrorCode> ofDatabases() {
        return Stream.of(
                        DatabaseError.values(),
                        SchemaError.values(),
                        MigrationError.values(),
                        GenerationError.values(),
                        BackupError.values())
                .flatMap(Arrays::stream);
    }

    static Stream<ErrorCode> ofTables() {
        return Stream.of(CrudError.values(), RepositoryError.values()).flatMap(Arrays::stream);
    }

    @Test
    void codesAreUnique() {
        assertThat(all()).extracting(ErrorCode::code).doesNotHaveDuplicates();
    }

    @Test
    void codesFollowTheDocumentedPattern() {
        assertThat(all())
                .extracting(ErrorCode::code)
                .allMatch(code ->
                        code.matches(
                                "HOST-(PLAN|RUN|SET|SVC|CDI|MOD|NEW|ENV)-\\d{3}"
                                        + "|DB-(CONN|VAL|QRY|TXN|POOL|SEC|SCH|MIG|GEN|BAK|CRUD|REP)-\\d{3}"));
    }

    @Test
    void codesOfAGroupAreNumberedWithoutGaps() {
        var groups =
                all().map(ErrorCode::code)
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
        assertThat(all())
                .allSatisfy(error -> {
                    assertThat(error.title()).isNotBlank().doesNotEndWith(".");
                    assertThat(error.remedy()).matches("[A-Z].*\\.");
                });
    }

    @Test
    void titlesAreUnique() {
        assertThat(all()).extracting(ErrorCode::title).doesNotHaveDuplicates();
    }

    @Test
    void everyKindIsUsed() {
        var code = SOURCES.stream().map(ErrorCodesTest::codeBelow).collect(joining("\n"));

        assertThat(all())
                .allSatisfy(error ->
                        assertThat(code).contains(error.getClass().getSimpleName() + "." + error));
    }

    private static String codeBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().endsWith("Error.java"))
                    .map(ErrorCodesTest::read)
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
