package dev.tenon.database.module;

import static dev.tenon.database.admin.Progress.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with the databases of modules that cannot start. */
class ModulesInTroubleTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("b").withItems("a");
    }

    @Test
    void everythingThatKeepsAModuleFromStartingIsTold() {
        folder.write(
                notes("create table note (id integer primary key);", "")
                        .resource("migrations/V2.0__again.sql", "select 1;")
                        .resource("migrations/U7__seven.sql", "select 1;"));
        try (var tools = folder.host().tools()) {
            var status = tools.get(DatabaseAdministration.class).of("notes").status();

            assertThat(status.problem())
                    .get()
                    .asString()
                    .contains("DB-MIG-004", "DB-MIG-005", "There are 1 more: ");
        }
    }

    @Test
    void theDataOfAModuleThatCannotStartAreBackedUpReadAndRestored() {
        var jar = folder.write(notes("create table note (id integer primary key);", "select 1;"));
        folder.host().start().close();
        HostFolder.plugin("sample.notes", "2.0", "@Database(name = \"notes\")", "")
                .resource("migrations/V1__notes.sql", "create table note (id integer);")
                .resource("migrations/V1.0__again.sql", "select 1;")
                .jar(jar);
        try (var tools = folder.host().tools()) {
            var notes = tools.get(DatabaseAdministration.class).of("notes");
            assertThat(notes.status().problem()).get().asString().contains("DB-MIG-002");

            var taken = notes.backup(Optional.of(temp.resolve("notes.tenon-backup")), NONE);

            assertThat(taken.schemaVersion()).isEqualTo("2");
            assertThat(taken.file().getFileName()).asString().isEqualTo("notes.tenon-backup");
            assertThat(notes.query(List.of("select * from note"), 1).getFirst().rows()).isEmpty();
            assertThat(notes.history(9)).isNotEmpty();
            assertThat(notes.restore(taken.file(), NONE).rows()).containsEntry("note", 0L);
        }
    }

    @Test
    void aDatabaseThatIsAnotherModulesIsSaidToBeByAllThatLook() throws IOException {
        folder.write(notes("create table note (id integer primary key);", "select 1;"));
        folder.host().start().close();
        for (String other : List.of("a", "notes")) {
            var from = folder.data().resolve(other.equals("a") ? "notes.db" : "b.db");
            var copy = temp.resolve(other + ".db");
            Files.copy(from, copy);
            var host =
                    folder.host()
                            .setting("tenon.database." + other + ".url", "jdbc:sqlite:" + copy);
            try (var tools = host.tools()) {
                var database = tools.get(DatabaseAdministration.class).of(other);

                assertThat(database.status().problem()).get().asString().contains("DB-SCH-022");
                assertThat(database.validate().problem()).get().asString().contains("DB-SCH-022");
            }
        }
    }

    @Test
    void theMigrationsOfADatabaseThatIsAnotherModulesAreNotTakenBack() throws IOException {
        folder.write(notes("create table note (id integer primary key);", "select 1;"));
        folder.host().start().close();
        var copy = temp.resolve("other.db");
        Files.copy(folder.data().resolve("b.db"), copy);
        var host = folder.host().setting("tenon.database.notes.url", "jdbc:sqlite:" + copy);
        try (var tools = host.tools()) {
            var notes = tools.get(DatabaseAdministration.class).of("notes");

            List.<ThrowingCallable>of(
                            () -> notes.undo("0", false, NONE),
                            () -> notes.undo("0", true, NONE),
                            () -> notes.tryToMigrate(Optional.empty(), NONE),
                            notes::migrations,
                            notes::repair)
                    .forEach(call -> assertThatThrownBy(call).hasMessageContaining("DB-SCH-022"));
        }
    }

    private static PluginSource notes(String first, String second) {
        return HostFolder.plugin(
                        "sample.notes",
                        "1.0",
                        "@Database(name = \"notes\")",
                        HostFolder.SHOWS_ITS_SESSIONS)
                .resource("migrations/V1__notes.sql", first)
                .resource("migrations/V2__second.sql", second);
    }
}
