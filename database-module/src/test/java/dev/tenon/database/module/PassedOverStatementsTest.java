package dev.tenon.database.module;

import static dev.tenon.database.admin.Progress.NONE;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.HistoryEntry;
import dev.tenon.database.fixture.HostFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that have statements passed over. */
class PassedOverStatementsTest {

    private static final String SETTING = "tenon.database.notes.on-table-exists";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
        var module = plugin("sample.notes", "1.0", "@Database(name = \"notes\")", "");
        var jar =
                folder.write(
                        module.resource("migrations/V1__a.sql", "create table a (id integer);"));
        folder.host().start().close();
        module.resource("migrations/V1__a.sql", "create table a (id integer);")
                .resource("migrations/V2__again.sql", "create table a (id integer);")
                .jar(jar);
    }

    @Test
    void aMigrationOfWhichNothingWasLeftIsOnRecordAsSkipped() {
        try (var host = folder.host().setting(SETTING, "skip").start()) {
            assertThat(host.module("sample.notes").state()).isEqualTo(ModuleState.STARTED);
        }
        assertThat(history().getFirst().status()).isEqualTo("skipped");
        assertThat(history().getFirst().error().orElseThrow())
                .contains("Passed over (table-exists) in line 1 of migrations/V2__again.sql")
                .contains("table a already exists");
    }

    @Test
    void aTrialPassesOverTheSame() {
        try (var tools = folder.host().setting("tenon.database.on-table-exists", "warn").tools()) {
            var database = tools.get(DatabaseAdministration.class).of("notes");
            assertThat(database.tryToMigrate(Optional.empty(), NONE)).hasSize(1);
        }
    }

    @Test
    void withoutThemTheModuleFails() {
        try (var host = folder.host().start()) {
            assertThat(HostFolder.error(host, "sample.notes")).contains("DB-MIG-010");
        }
    }

    @Test
    void aValueThatIsNoneIsFoundBeforeAnythingRuns() {
        assertThat(folder.host().setting(SETTING, "ignore").plan().problems())
                .first()
                .asString()
                .contains(SETTING, "ignore");
    }

    private List<HistoryEntry> history() {
        try (var tools = folder.host().tools()) {
            return tools.get(DatabaseAdministration.class).of("notes").history(10);
        }
    }
}
