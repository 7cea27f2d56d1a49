package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes generated migrations where the module has its own. */
class MigrationFilesTest {

    @TempDir Path root;

    @Test
    void begins_with_version_1() throws Exception {
        assertThat(files().nextVersion()).isEqualTo(1);
    }

    @Test
    void goes_on_after_the_greatest_version_of_any_engine() throws Exception {
        Files.createDirectories(folder().resolve("sqlite"));
        Files.writeString(folder().resolve("V2__x.sql"), "");
        Files.writeString(folder().resolve("V9_3__x.sql"), "");
        Files.writeString(folder().resolve("sqlite").resolve("V10__x.sql"), "");
        Files.writeString(folder().resolve("R__99.sql"), "");
        assertThat(files().nextVersion()).isEqualTo(11);
    }

    @Test
    void writes_what_is_the_same_for_all_engines_once() throws Exception {
        var same = List.of(migration("Add tags: more & better!", "select 1"));
        var written =
                files().write(
                                Map.of("sqlite", same, "postgresql", same),
                                Set.of("sqlite", "postgresql"));
        assertThat(written)
                .containsExactly(
                        folder().resolve("U3__add_tags_more_better.sql"),
                        folder().resolve("V3__add_tags_more_better.sql"));
        assertThat(folder().resolve("V3__add_tags_more_better.sql")).hasContent("select 1");
    }

    @Test
    void writes_what_differs_into_the_folders_of_the_engines() throws Exception {
        var written =
                files().write(
                                Map.of(
                                        "sqlite",
                                        List.of(migration("a", "select 1")),
                                        "mariadb",
                                        List.of(migration("a", "select 2"))),
                                Set.of("sqlite", "mariadb"));
        assertThat(written)
                .contains(
                        folder().resolve("sqlite").resolve("V3__a.sql"),
                        folder().resolve("mariadb").resolve("U3__a.sql"));
    }

    @Test
    void writes_into_the_folder_of_an_engine_where_the_module_supports_others_too()
            throws Exception {
        var written =
                files().write(
                                Map.of("sqlite", List.of(migration("a", "select 1"))),
                                Set.of("sqlite", "postgresql"));
        assertThat(written).contains(folder().resolve("sqlite").resolve("V3__a.sql"));
    }

    @Test
    void overwrites_nothing_and_writes_no_second_file_of_a_version() throws Exception {
        Files.createDirectories(folder());
        var there = Files.writeString(folder().resolve("V3__other.sql"), "mine");
        assertThatThrownBy(() ->
                        files().write(
                                        Map.of("sqlite", List.of(migration("a", "select 1"))),
                                        Set.of("sqlite")))
                .hasMessageContaining("DB-GEN-005")
                .hasMessageContaining("V3__other.sql");
        assertThat(there).hasContent("mine");
        try (var files = Files.list(folder())) {
            assertThat(files).containsExactly(there);
        }
    }

    @Test
    void refuses_a_description_without_letters() {
        assertThatThrownBy(() ->
                        files().write(
                                        Map.of("sqlite", List.of(migration("…!", "select 1"))),
                                        Set.of("sqlite")))
                .hasMessageContaining("DB-GEN-008");
    }

    private Path folder() {
        return root.resolve("migrations");
    }

    private MigrationFiles files() {
        return new MigrationFiles(folder(), "sample.notes", "notes");
    }

    private static GeneratedMigration migration(String description, String up) {
        return new GeneratedMigration("3", description, up, "select 0", List.of(), List.of());
    }
}
