package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.internal.generation.proof.GenerationFailures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes generated migrations where the module has its own. */
class MigrationFilesTest {

    @TempDir Path root;

    @Test
    void beginsWithVersion1() throws Exception {
        assertThat(files().nextVersion()).isEqualTo(1);
    }

    @Test
    void goesOnAfterTheGreatestVersionThatTheEngineHas() throws Exception {
        Files.createDirectories(folder().resolve("sqlite"));
        Files.createDirectories(folder().resolve("mariadb"));
        Files.writeString(folder().resolve("V2__x.sql"), "");
        Files.writeString(folder().resolve("V9_3__x.sql"), "");
        Files.writeString(folder().resolve("sqlite").resolve("V10__x.sql"), "");
        Files.writeString(folder().resolve("mariadb").resolve("V11__x.sql"), "");
        Files.writeString(folder().resolve("R__99.sql"), "");
        assertThat(files().nextVersion()).isEqualTo(11);
    }

    @Test
    void writesWhatIsForAllEnginesIntoTheFolderItself() throws Exception {
        var placed =
                files().place(List.of(migration("Add tags: more & better!", "select 1")), false);
        files().write(placed);
        assertThat(folder().resolve("V3__add_tags_more_better.sql")).hasContent("select 1");
        assertThat(folder().resolve("U3__add_tags_more_better.sql")).hasContent("select 0");
    }

    @Test
    void writesWhatIsForOneEngineIntoItsFolder() throws Exception {
        var placed = files().place(List.of(migration("a", "select 1")), true);
        files().write(placed);
        assertThat(placed.getFirst().up())
                .isEqualTo(folder().resolve("sqlite").resolve("V3__a.sql"))
                .hasContent("select 1");
    }

    @Test
    void knowsAModuleWithScriptsForSingleEngines() throws Exception {
        assertThat(files().isByEngine()).isFalse();
        Files.createDirectories(folder().resolve("mariadb"));
        Files.createDirectories(folder().resolve("notes of mine"));
        assertThat(files().isByEngine()).isFalse();
        Files.writeString(folder().resolve("mariadb").resolve("V1__x.sql"), "");
        assertThat(files().isByEngine()).isTrue();
    }

    @Test
    void writesNoSecondFileOfAVersion() throws Exception {
        Files.createDirectories(folder());
        var there = Files.writeString(folder().resolve("V3__other.sql"), "mine");
        assertThatThrownBy(() -> files().place(List.of(migration("a", "select 1")), false))
                .hasMessageContaining("DB-GEN-005")
                .hasMessageContaining("V3__other.sql");
        assertThat(there).hasContent("mine");
    }

    @Test
    void overwritesNothingAndLeavesNothingHalfWritten() throws Exception {
        var placed = files().place(List.of(migration("a", "select 1")), false);
        Files.createDirectories(folder());
        var there = Files.writeString(folder().resolve("U3__a.sql"), "mine");
        assertThatThrownBy(() -> files().write(placed)).hasMessageContaining("DB-GEN-005");
        assertThat(there).hasContent("mine");
        try (var files = Files.list(folder())) {
            assertThat(files).containsExactly(there);
        }
    }

    @Test
    void refusesADescriptionWithoutLetters() {
        assertThatThrownBy(() -> files().nameOf("…!")).hasMessageContaining("DB-GEN-008");
    }

    private Path folder() {
        return root.resolve("migrations");
    }

    private MigrationFiles files() {
        return new MigrationFiles(
                folder(), "sqlite", new GenerationFailures("sample.notes", "notes"));
    }

    private static GeneratedMigration migration(String description, String up) {
        return new GeneratedMigration(
                "3", description, up, "select 0", List.of(), List.of(), List.of());
    }
}
