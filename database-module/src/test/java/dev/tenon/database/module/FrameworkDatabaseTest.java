package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.LogLines;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the framework records in its own database, and what happens where it cannot. */
class FrameworkDatabaseTest {

    private static final String LOGGER = "dev.tenon.database.internal.opening.FrameworkDatabase";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("a");
    }

    @Test
    void itRecordsTheModulesAndWhatHappensToThem() {
        try (var host = folder.host().start()) {
            var _ = host.upgrade(items("sample.a", "2.0", "a").jar(temp.resolve("a-2.jar")));
        }

        assertThat(recorded("select name, version, state from tenon_module order by name"))
                .contains("sample.a 2.0 STOPPED");
        assertThat(
                        recorded(
                                "select version, event from tenon_audit where module = 'sample.a'"
                                        + " order by id"))
                .containsExactly("1.0 STARTED", "1.0 STOPPED", "2.0 STARTED", "2.0 STOPPED");
    }

    @Test
    void itRecordsEachSchemaThatWasMadeAndEachThatFailed() {
        folder.withItems("c");
        folder.host().start().close();
        var second = new HostFolder(temp.resolve("second"));
        var other =
                plugin(
                        "sample.a",
                        "2.0",
                        "@Database(name = \"a\", entities = Main.Item.class)",
                        "@Entity public record Item(@Id long id) {}");
        second.with(other)
                .host()
                .setting("tenon.database.path", folder.data().toString())
                .start()
                .close();

        assertThat(
                        recorded(
                                "select module, database_name, engine, version, status"
                                        + " from migration_history order by module, id"))
                .containsExactly(
                        "sample.a a sqlite 1.0 success",
                        "sample.a a sqlite 2.0 failed",
                        "sample.c c sqlite 1.0 success");
        assertThat(recorded("select error from migration_history where status = 'failed'"))
                .singleElement()
                .asString()
                .contains("DB-SCH-019");
    }

    @Test
    void itRecordsTheSettingsThatAreSetAndNoSecret() {
        folder.host()
                .setting("tenon.database.max-connections", "3")
                .setting("tenon.database.password", "kept to ourselves")
                .start()
                .close();

        assertThat(recorded("select name, shown_value from tenon_setting"))
                .contains("tenon.database.max-connections 3", "tenon.database.password ********")
                .noneMatch(row -> row.contains("kept to ourselves"));
    }

    @Test
    void itIsOnTheServerWhereAllDatabasesAre() throws Exception {
        var url = PostgresServer.newUrl();
        folder.host()
                .setting("tenon.database.url", url)
                .setting("tenon.database.provision", "schema")
                .start()
                .close();

        assertThat(folder.data().resolve("framework.db")).doesNotExist();
        try (var database = ServerDatabase.open(StoreSettings.of("framework", url))) {
            assertThat(
                            database.rows(
                                    String.class,
                                    "select table_name::text from information_schema.tables"
                                            + " where table_schema like '%framework%'"))
                    .contains("tenon_module", "tenon_setting", "migration_history", "tenon_audit");
        }
    }

    @Test
    void aFolderInItsPlaceHindersNoModuleAndIsToldOnce() throws Exception {
        Files.createDirectories(folder.data().resolve("framework.db"));

        modulesWorkAndTheLogSays("framework.db");
    }

    @Test
    void aFileThatIsNoDatabaseHindersNoModuleAndIsToldOnce() throws Exception {
        Files.createDirectories(folder.data());
        Files.writeString(folder.data().resolve("framework.db"), "I am no database.".repeat(500));

        modulesWorkAndTheLogSays("DB-CONN-006");
        assertThat(folder.data().resolve("framework.db")).content().startsWith("I am no database.");
    }

    private void modulesWorkAndTheLogSays(String part) {
        try (var log = new LogLines(LOGGER);
                var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "recorded nowhere");

            assertThat(names(sessions(host, "sample.a"))).containsExactly("recorded nowhere");
            assertThat(log.errors())
                    .singleElement()
                    .asString()
                    .contains("framework's own database cannot be used", part);
        }
    }

    /** Reads the file after the host was closed. */
    private List<String> recorded(String sql) {
        var settings =
                StoreSettings.of(
                        "framework", "jdbc:sqlite:" + folder.data().resolve("framework.db"));
        try (var database = ServerDatabase.open(settings)) {
            return database.maps(sql).stream()
                    .map(row ->
                            String.join(" ", row.values().stream().map(String::valueOf).toList()))
                    .toList();
        }
    }
}
