package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.ChangeReport;
import dev.tenon.core.DataEffect;
import dev.tenon.core.DataOutcome;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.BackupInfo;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.HistoryEntry;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.DatabaseHome;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules that are uninstalled with their data while the host runs. */
@Timeout(180)
class UninstalledDatabasesTest {

    private static final String MODULE = "sample.a";

    @TempDir Path temp;
    private HostFolder folder;
    private Path jar;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
        jar = folder.write(items(MODULE, "1.0", "a"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsThereWhenTheModuleComesBack(RealEngine engine) throws Exception {
        try (var host = home(engine).start()) {
            insert(sessions(host, MODULE), "kept");

            var report = host.uninstall(MODULE);
            host.install(jar);

            assertThat(report.data())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.effect().data()).isEqualTo(ModuleData.KEEP))
                    .satisfies(kept -> assertThat(kept.archive()).isEmpty())
                    .satisfies(kept -> assertThat(kept.problem()).isEmpty());
            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDroppedIsGoneAndTheModuleBeginsAnew(RealEngine engine) throws Exception {
        var home = home(engine);
        try (var host = home.start()) {
            insert(sessions(host, MODULE), "dropped");

            var report = host.uninstall(MODULE, ModuleData.DROP);

            assertThat(only(report).problem()).isEmpty();
            assertThat(home.remains()).isEmpty();
            host.install(jar);
            assertThat(names(sessions(host, MODULE))).isEmpty();
            insert(sessions(host, MODULE), "new");
        }
        try (var host = home.start()) {
            assertThat(names(sessions(host, MODULE))).containsExactly("new");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsArchivedIsOneFileFromWhichEverythingComesBack(RealEngine engine) throws Exception {
        var home = home(engine);
        Path archive;
        try (var host = home.start()) {
            insert(sessions(host, MODULE), "archived");

            var report = host.uninstall(MODULE, ModuleData.ARCHIVE);

            assertThat(only(report).problem()).isEmpty();
            archive = only(report).archive().orElseThrow();
            assertThat(archive)
                    .isRegularFile()
                    .hasParent(folder.data().resolve("archive"))
                    .matches(file -> file.getFileName().toString().startsWith("sample.a-1.0-"));
            assertThat(home.remains()).isEmpty();
            host.install(jar);
            assertThat(names(sessions(host, MODULE))).isEmpty();
        }
        assertThat(restored(home, archive).rows()).containsEntry("item", 1L);
        try (var host = home.start()) {
            assertThat(names(sessions(host, MODULE))).containsExactly("archived");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeArchivedIsNotDroppedAndTheModuleRunsAgain(RealEngine engine) throws Exception {
        var file = Files.createFile(temp.resolve("file"));
        try (var host = home(engine).start()) {
            insert(sessions(host, MODULE), "kept");

            assertThatThrownBy(() ->
                            host.uninstall(MODULE, ModuleData.archiveTo(file.resolve("archive"))))
                    .hasMessageContaining("HOST-MOD-005")
                    .hasMessageContaining("the data of sample.a could not be archived")
                    .hasMessageContaining("DB-BAK-002");

            assertThat(host.module(MODULE).state()).isEqualTo(ModuleState.STARTED);
            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aProgramThatIsMissingKeepsTheDataAndTheModule(RealEngine engine) throws Exception {
        var nowhere = Files.createDirectory(temp.resolve("nowhere"));
        var home = home(engine).with("tenon.database.tools", nowhere.toString());
        try (var host = home.start()) {
            insert(sessions(host, MODULE), "kept");

            assertThatThrownBy(() -> host.uninstall(MODULE, ModuleData.ARCHIVE))
                    .hasMessageContaining("HOST-MOD-005")
                    .hasMessageContaining("DB-BAK-012");

            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
            assertThat(archives()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void whatItsRoleCannotOpenAnyMoreIsNotTakenForNothing(RealEngine engine) throws Exception {
        var home = home(engine);
        try (var host = home.start()) {
            insert(sessions(host, MODULE), "kept");
            home.lockOut();

            assertThatThrownBy(() -> host.uninstall(MODULE, ModuleData.ARCHIVE))
                    .hasMessageContaining("DB-CONN-015");
            assertThat(home.remains()).contains("database");
        }
        try (var host = home.start()) {
            assertThat(host.module(MODULE).state()).isEqualTo(ModuleState.FAILED);

            for (var data : List.of(ModuleData.ARCHIVE, ModuleData.DROP)) {
                assertThatThrownBy(() -> host.uninstall(MODULE, data))
                        .hasMessageContaining("HOST-MOD-007")
                        .hasMessageContaining("DB-CONN-015");
            }
        }
        assertThat(home.remains()).contains("database");
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatFailsLaterKeepsTheDataAndLeavesNoArchive(RealEngine engine) throws Exception {
        var failing =
                plugin(
                                "sample.b",
                                "1.0",
                                "",
                                "@Override public void start(ModuleContext c) {"
                                        + " throw new IllegalStateException(\"no\"); }")
                        .jar(temp.resolve("b.jar"));
        try (var host = home(engine).start()) {
            insert(sessions(host, MODULE), "kept");

            assertThatThrownBy(() ->
                            host.change()
                                    .uninstall(MODULE, ModuleData.ARCHIVE)
                                    .install(failing)
                                    .apply())
                    .hasMessageContaining("HOST-MOD-005")
                    .hasMessageContaining("sample.b is FAILED");

            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
            assertThat(archives()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatSomebodyNamesIsRefusedBeforeAnythingStops(RealEngine engine)
            throws Exception {
        try (var host = home(engine).named().start()) {
            var sessions = sessions(host, MODULE);
            insert(sessions, "kept");

            for (var data : List.of(ModuleData.ARCHIVE, ModuleData.DROP)) {
                assertThatThrownBy(() -> host.uninstall(MODULE, data))
                        .hasMessageContaining("HOST-MOD-007")
                        .hasMessageContaining("DB-CONN-015")
                        .hasMessageContaining("The setting tenon.database.a.url names it");
            }

            assertThat(sessions(host, MODULE)).isSameAs(sessions);
            assertThat(names(sessions)).containsExactly("kept");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void whatSomebodyUsesIsNotDroppedAndTheReportSaysSo(RealEngine engine) throws Exception {
        var home = home(engine);
        try (var host = home.start()) {
            insert(sessions(host, MODULE), "kept");
            DataOutcome outcome;
            try (var other = home.connect();
                    var statement = other.createStatement();
                    var row = statement.executeQuery("select name from item")) {
                assertThat(row.next()).isTrue();

                outcome = only(host.uninstall(MODULE, ModuleData.DROP));
            }

            assertThat(outcome.problem().map(Problem::toString).orElseThrow())
                    .contains(
                            "DB-CONN-016",
                            "Of the module sample.a: its data could not be dropped.");
            host.install(jar);
            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
            assertThat(only(host.uninstall(MODULE, ModuleData.DROP)).problem()).isEmpty();
            assertThat(home.remains()).isEmpty();
        }
    }

    @Test
    void whatIsLeftOfAMigratedFileGoesWithItAndTheArchiveKnowsItsVersion() throws Exception {
        migrated("1.0")
                .resource("migrations/V1__one.sql", "create table one (id integer);")
                .jar(jar);
        var next =
                migrated("2.0")
                        .resource("migrations/V1__one.sql", "create table one (id integer);")
                        .resource("migrations/V2__two.sql", "create table two (id integer);")
                        .jar(temp.resolve("next.jar"));
        Path archive;
        try (var host = folder.host().start()) {
            host.upgrade(next);
            assertThat(folder.data().resolve("snapshots")).isNotEmptyDirectory();

            archive = only(host.uninstall(MODULE, ModuleData.ARCHIVE)).archive().orElseThrow();

            assertThat(folder.data().resolve("snapshots")).doesNotExist();
            assertThat(files()).noneMatch(name -> name.startsWith("a.db"));
        }
        Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
        folder.host().start().close();
        assertThat(restored(home(RealEngine.SQLITE), archive).schemaVersion()).isEqualTo("2");
    }

    private static PluginSource migrated(String version) {
        return plugin(MODULE, version, "@Database(name = \"a\")", "");
    }

    @Test
    void thePlanSaysWhatWouldBecomeOfTheDataAndDoesNothing() {
        try (var host = folder.host().start()) {
            insert(sessions(host, MODULE), "kept");
            var elsewhere = temp.resolve("elsewhere");

            var kept = host.change().uninstall(MODULE).plan();
            var archived = host.change().uninstall(MODULE, ModuleData.archiveTo(elsewhere)).plan();
            var dropped = host.change().uninstall(MODULE, ModuleData.DROP).plan();

            var database =
                    ": the database a in " + folder.data().resolve("a.db") + " of sample.a 1.0";
            assertThat(kept.data()).map(DataEffect::toString).containsExactly("KEEP" + database);
            assertThat(archived.data())
                    .map(DataEffect::toString)
                    .containsExactly("ARCHIVE to " + elsewhere + database);
            assertThat(dropped.data()).map(DataEffect::toString).containsExactly("DROP" + database);
            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
            assertThat(elsewhere).doesNotExist();
        }
    }

    @Test
    void aModuleForWhichNothingIsKeptGoesWithAnyWish() {
        folder.with(plugin("sample.plain", "1.0", "", ""));
        try (var host = folder.host().start()) {
            var report = host.uninstall("sample.plain", ModuleData.DROP);

            assertThat(report.data()).isEmpty();
            assertThat(sessions(host, MODULE)).isNotNull();
        }
    }

    @Test
    void aModuleThatHasFailedIsDroppedWithItsData() throws Exception {
        folder.host().start().close();
        var broken =
                plugin(
                        MODULE,
                        "1.1",
                        "@Database(name = \"a\", entities = Main.Item.class)",
                        HostFolder.ITEM
                                + "@Override public void start(ModuleContext c) {"
                                + " throw new IllegalStateException(\"no\"); }");
        broken.jar(jar);
        try (var host = folder.host().start()) {
            assertThat(host.module(MODULE).state()).isEqualTo(ModuleState.FAILED);

            assertThat(only(host.uninstall(MODULE, ModuleData.DROP)).problem()).isEmpty();

            assertThat(files()).noneMatch(name -> name.startsWith("a.db"));
        }
    }

    @Test
    void aModuleThatHasFailedBecauseTheDatabaseIsAnothersDoesNotTakeItAlong() throws Exception {
        try (var host = folder.host().start()) {
            insert(sessions(host, MODULE), "mine");
        }
        Files.delete(jar);
        folder.with(items("sample.other", "1.0", "a"));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.other")).contains("DB-SCH-022");

            assertThatThrownBy(() -> host.uninstall("sample.other", ModuleData.DROP))
                    .hasMessageContaining("HOST-MOD-007")
                    .hasMessageContaining("DB-CONN-015")
                    .hasMessageContaining("created for the module sample.a");
        }
        assertThat(folder.data().resolve("a.db")).exists();
    }

    @Test
    void aFileThatTenonHasNotMadeStaysWhereItIs() throws Exception {
        Files.createDirectories(folder.data());
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.data().resolve("a.db"));
                var statement = connection.createStatement()) {
            statement.execute("create table theirs (id integer)");
        }
        try (var host = folder.host().start()) {
            assertThat(error(host, MODULE)).contains("DB-SCH-018");

            assertThatThrownBy(() -> host.uninstall(MODULE, ModuleData.DROP))
                    .hasMessageContaining("DB-CONN-015")
                    .hasMessageContaining("theirs");
        }
        assertThat(folder.data().resolve("a.db")).exists();
    }

    @Test
    void dataThatAnotherModuleGoesOnWithAreNotTakenFromIt() {
        var anew =
                plugin(
                                "sample.anew",
                                "2.0",
                                "@Database(name = \"a\", entities = Main.Item.class,"
                                        + " formerModules = \"sample.a\")",
                                HostFolder.ITEM + HostFolder.SHOWS_ITS_SESSIONS)
                        .jar(temp.resolve("anew.jar"));
        try (var host = folder.host().start()) {
            insert(sessions(host, MODULE), "kept");

            assertThatThrownBy(() ->
                            host.change().uninstall(MODULE, ModuleData.DROP).install(anew).apply())
                    .hasMessageContaining("HOST-MOD-007")
                    .hasMessageContaining("The module sample.anew has it after the change.");

            assertThat(names(sessions(host, MODULE))).containsExactly("kept");
        }
    }

    @Test
    void withOverlapTheDataCanOnlyBeKept() {
        try (var host = folder.host().start()) {
            assertThatThrownBy(() ->
                            host.change().uninstall(MODULE, ModuleData.DROP).overlap().apply())
                    .hasMessageContaining("HOST-MOD-007")
                    .hasMessageContaining("without overlap");

            assertThat(host.change().uninstall(MODULE).overlap().apply().data()).hasSize(1);
        }
        assertThat(folder.data().resolve("a.db")).exists();
    }

    @Test
    void whatWasDoneIsOnRecord() {
        Path archive;
        try (var host = folder.host().start()) {
            archive = only(host.uninstall(MODULE, ModuleData.ARCHIVE)).archive().orElseThrow();
        }
        try (var tools = folder.host().tools()) {
            var history = tools.get(DatabaseAdministration.class).of(MODULE).history(10);

            assertThat(history)
                    .map(HistoryEntry::status)
                    .containsExactly("dropped", "archived", "success");
            assertThat(history.get(1).description()).isEqualTo("to " + archive);
            assertThat(history).allMatch(entry -> entry.version().equals("1.0"));
        }
    }

    @Test
    void aFileThatVanishesFromAWatchedFolderLeavesTheData() throws Exception {
        var builder =
                folder.host()
                        .setting("tenon.watch", "true")
                        .setting("tenon.watch-interval", "20ms");
        try (var log = new CapturedLog("dev.tenon.core.host.PluginWatch");
                var host = builder.start()) {
            insert(sessions(host, MODULE), "kept");

            Files.delete(jar);
            log.await("is gone: the host has followed");
        }
        assertThat(folder.data().resolve("a.db")).isNotEmptyFile();
    }

    @Test
    void thoseThatRequireItStopAndComeBackWithIt() {
        folder.with(
                plugin("sample.user", "1.0", "", "")
                        .descriptor(
                                """
                                requires dev.tenon.database;
                                requires sample.a;
                                exports sample.user;
                                provides dev.tenon.core.ModulePlugin with sample.user.Main;
                                """)
                        .readsFrom(jar));
        try (var host = folder.host().start()) {
            assertThat(host.module("sample.user").state()).isEqualTo(ModuleState.STARTED);

            host.uninstall(MODULE, ModuleData.DROP);
            assertThat(host.module("sample.user").state()).isNotEqualTo(ModuleState.STARTED);
            host.install(jar);

            assertThat(host.module("sample.user").state()).isEqualTo(ModuleState.STARTED);
        }
    }

    private DatabaseHome home(RealEngine engine) throws Exception {
        return DatabaseHome.of(engine, folder, "a");
    }

    private static BackupInfo restored(DatabaseHome home, Path archive) {
        try (var tools = home.builder().tools()) {
            return tools.get(DatabaseAdministration.class)
                    .of(MODULE)
                    .restore(archive, Progress.NONE);
        }
    }

    private static DataOutcome only(ChangeReport report) {
        assertThat(report.data()).hasSize(1);
        return report.data().getFirst();
    }

    private List<Path> archives() throws IOException {
        var archive = folder.data().resolve("archive");
        if (Files.notExists(archive)) {
            return List.of();
        }
        try (var files = Files.list(archive)) {
            return files.toList();
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.data())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
