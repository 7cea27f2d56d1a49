package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.fixture.DatabaseHome;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules that are upgraded with their data while the host runs. */
class UpgradedDatabasesTest {

    private static final String NOTES =
            "create table note (id integer primary key, title varchar(40));";
    private static final String COLOR = "alter table note add column color varchar(40);";
    private static final String NO_COLOR = "alter table note drop column color;";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
        folder.with(version("1.0", ""));
    }

    @ParameterizedTest
    @EnumSource
    void anUpgradeMigratesTheDataWhileTheHostRuns(RealEngine engine) throws SQLException {
        var next = with(version("2.0", ""), COLOR).jar(temp.resolve("notes-2.jar"));
        try (var host = host(engine).start()) {
            write(host, "insert into note values (1, 'kept')");

            host.upgrade(next);

            assertThat(host.module("sample.notes").info().version()).contains("2.0");
            write(host, "update note set color = 'red'");
            assertThat(titles(host)).containsExactly("kept");
        }
        assertThat(leftovers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aMigrationThatFailsOnTheDataIsRefusedBeforeAnythingStops(RealEngine engine)
            throws Exception {
        var next =
                with(version("2.0", ""), "create unique index title on note (title);")
                        .jar(temp.resolve("notes-2.jar"));
        try (var host = host(engine).start()) {
            write(host, "insert into note values (1, 'same'), (2, 'same')");
            var sessions = sessions(host, "sample.notes");

            assertThatThrownBy(() -> host.upgrade(next))
                    .hasMessageContaining("HOST-MOD-004")
                    .hasMessageContaining("DB-MIG-010")
                    .hasMessageContaining("UNIQUE constraint failed");

            // The old version was never stopped.
            assertThat(sessions(host, "sample.notes")).isSameAs(sessions);
            assertThat(titles(host)).containsExactly("same", "same");
        }
        assertThat(leftovers()).isEmpty();
    }

    /** Without a copy to rehearse on, the migration fails when it runs; it is taken back then. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aMigrationThatFailsOnTheDataOfAServerIsTakenBack(RealEngine engine) throws Exception {
        var next =
                with(version("2.0", ""), COLOR + "\ncreate unique index title on note (title);")
                        .jar(temp.resolve("notes-2.jar"));
        try (var host = host(engine).start()) {
            write(host, "insert into note values (1, 'same'), (2, 'same')");

            assertThatThrownBy(() -> host.upgrade(next))
                    .hasMessageContaining("HOST-MOD-005")
                    .hasMessageContaining("DB-MIG-010");

            assertThat(host.module("sample.notes").info().version()).contains("1.0");
            assertThat(titles(host)).containsExactly("same", "same");
            write(host, "insert into note values (3, 'of the old table')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatFailsThoughItsRehearsalDidNotIsTakenBack(RealEngine engine)
            throws Exception {
        var rehearsed = temp.resolve("rehearsed");
        if (engine != RealEngine.SQLITE) {
            Files.createFile(rehearsed);
        }
        var next =
                with(version("2.0", ""), COLOR)
                        .descriptor(
                                """
                                requires dev.tenon.database;
                                provides dev.tenon.core.ModulePlugin with sample.notes.Main;
                                provides dev.tenon.database.migration.JavaMigration
                                    with sample.notes.V3__Second_time;
                                """)
                        .source(
                                "sample.notes.V3__Second_time",
                                """
                                package sample.notes;
                                public class V3__Second_time
                                        implements dev.tenon.database.migration.JavaMigration {
                                    public void migrate(java.sql.Connection connection) throws Exception {
                                        var rehearsed = java.nio.file.Path.of("%s");
                                        if (java.nio.file.Files.exists(rehearsed)) {
                                            throw new IllegalStateException("the second time");
                                        }
                                        java.nio.file.Files.createFile(rehearsed);
                                    }
                                }
                                """
                                        .formatted(rehearsed))
                        .jar(temp.resolve("notes-2.jar"));
        try (var host = host(engine).start()) {
            write(host, "insert into note values (1, 'kept')");

            assertThatThrownBy(() -> host.upgrade(next))
                    .hasMessageContaining("HOST-MOD-005")
                    .hasMessageContaining("DB-MIG-010")
                    .hasMessageContaining("the second time");

            assertThat(host.module("sample.notes").info().version()).contains("1.0");
            assertThat(titles(host)).containsExactly("kept");
            write(host, "insert into note values (2, 'of the old table')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoModulesNeitherIsUpgradedIfOneDoesNotStart(RealEngine engine) throws Exception {
        var other = plugin("sample.zoo", "1.0", "@Database(name = \"zoo\")", "");
        folder.with(
                other.resource(
                        "migrations/V1__zoo.sql", "create table cage (id integer primary key);"));
        var notes =
                with(version("2.0", ""), COLOR + "\nupdate note set title = 'changed';")
                        .resource("migrations/U2__next.sql", undo(engine))
                        .jar(temp.resolve("notes-2.jar"));
        var zoo =
                plugin(
                                "sample.zoo",
                                "2.0",
                                "@Database(name = \"zoo\")",
                                "@Override public void start(ModuleContext c) {"
                                        + " throw new IllegalStateException(\"no\"); }")
                        .resource(
                                "migrations/V1__zoo.sql",
                                "create table cage (id integer primary key);")
                        .resource("migrations/V2__zoo.sql", "create table tree (id integer);")
                        .resource("migrations/U2__zoo.sql", "drop table tree;")
                        .jar(temp.resolve("zoo-2.jar"));
        try (var host = host(engine).start()) {
            write(host, "insert into note values (1, 'kept')");

            assertThatThrownBy(() -> host.change().upgrade(notes).upgrade(zoo).apply())
                    .hasMessageContaining("HOST-MOD-005")
                    .hasMessageContaining("sample.zoo is FAILED");

            for (String module : List.of("sample.notes", "sample.zoo")) {
                assertThat(host.module(module).info().version()).contains("1.0");
                assertThat(host.module(module).state()).isEqualTo(ModuleState.STARTED);
            }
            assertThat(titles(host)).containsExactly("kept");
            write(host, "insert into note values (2, 'of the old table')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatDoesNotStartAfterItsMigrationLeavesTheOldVersionAndTheOldData(RealEngine engine)
            throws SQLException {
        var next =
                with(
                                version("2.0", "throw new IllegalStateException(\"no\");"),
                                COLOR + "\nupdate note set title = 'changed';")
                        .resource("migrations/U2__next.sql", undo(engine))
                        .jar(temp.resolve("notes-2.jar"));
        try (var host = host(engine).start()) {
            write(host, "insert into note values (1, 'kept')");

            assertThatThrownBy(() -> host.upgrade(next)).hasMessageContaining("HOST-MOD-005");

            assertThat(host.module("sample.notes").info().version()).contains("1.0");
            assertThat(host.module("sample.notes").state()).isEqualTo(ModuleState.STARTED);
            assertThat(titles(host)).containsExactly("kept");
            write(host, "insert into note values (2, 'later')");
        }
        try (var host = host(engine).start()) {
            assertThat(titles(host)).containsExactly("kept", "later");
        }
    }

    /** There is no snapshot on PostgreSQL, and nothing but a backup brings such data back. */
    @ParameterizedTest
    @EnumSource
    void withoutUndoScriptsTheOldDataComeBackAsWell(RealEngine engine) throws Exception {
        var next =
                with(
                                version("2.0", "throw new IllegalStateException(\"no\");"),
                                "delete from note;\ndrop table note;")
                        .jar(temp.resolve("notes-2.jar"));
        var home = DatabaseHome.of(engine, folder, "notes");
        try (var host = home.start()) {
            write(host, "insert into note values (1, 'kept')");

            assertThatThrownBy(() -> host.upgrade(next)).hasMessageContaining("HOST-MOD-005");

            assertThat(host.module("sample.notes").info().version()).contains("1.0");
            assertThat(titles(host)).containsExactly("kept");
            write(host, "insert into note values (2, 'later')");
        }
        assertThat(leftovers()).isEmpty();
    }

    /** Its tables were made from the entities; the next version brings migrations. */
    @ParameterizedTest
    @EnumSource
    void aModuleComesBackToItsEntitiesWhenItsFirstMigrationsAreTakenBack(RealEngine engine)
            throws Exception {
        folder = new HostFolder(Files.createDirectory(temp.resolve("modelled")));
        folder.with(items("sample.notes", "1.0", "notes"));
        var next =
                plugin(
                                "sample.notes",
                                "2.0",
                                "@Database(name = \"notes\")",
                                "@Override public void start(ModuleContext c) {"
                                        + " throw new IllegalStateException(\"no\"); }")
                        .resource(
                                "migrations/V1__items.sql",
                                "create table item (name varchar(100) primary key);")
                        .resource(
                                "migrations/V2__color.sql",
                                "alter table item add column color text;")
                        .jar(temp.resolve("notes-2.jar"));
        var home =
                DatabaseHome.of(engine, folder, "notes").with("tenon.database.notes.baseline", "1");
        try (var host = home.start()) {
            insert(sessions(host, "sample.notes"), "kept");

            assertThatThrownBy(() -> host.upgrade(next)).hasMessageContaining("HOST-MOD-005");

            assertThat(host.module("sample.notes").info().version()).contains("1.0");
            assertThat(names(sessions(host, "sample.notes"))).containsExactly("kept");
        }
    }

    /** Nothing is lost with them, and the next attempt finds them there. */
    @ParameterizedTest
    @EnumSource
    void aModuleWithoutTablesComesBackWhereItsFirstMigrationCannotBeTakenBack(RealEngine engine)
            throws Exception {
        folder = new HostFolder(Files.createDirectory(temp.resolve("without")));
        folder.with(
                plugin(
                        "sample.notes",
                        "1.0",
                        "@Database(name = \"notes\")",
                        HostFolder.SHOWS_ITS_SESSIONS));
        var failing =
                version("2.0", "if (true) { throw new IllegalStateException(\"no\"); }")
                        .jar(temp.resolve("notes-2.jar"));
        var mended = version("2.1", "").jar(temp.resolve("notes-2.1.jar"));
        try (var host = host(engine).start()) {
            assertThatThrownBy(() -> host.upgrade(failing)).hasMessageContaining("HOST-MOD-005");

            assertThat(host.module("sample.notes").info().version()).contains("1.0");
            host.upgrade(mended);
            write(host, "insert into note values (1, 'first')");
            assertThat(titles(host)).containsExactly("first");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void anOlderVersionThatIsInstalledLaterDoesNotBringOldDataBack(RealEngine engine)
            throws SQLException {
        var next = with(version("2.0", ""), COLOR).jar(temp.resolve("notes-2.jar"));
        var old = version("1.0", "").jar(temp.resolve("notes-1.jar"));
        try (var host = host(engine).start()) {
            host.upgrade(next);
            write(host, "insert into note values (1, 'of 2.0', 'red')");

            assertThatThrownBy(() -> host.upgrade(old))
                    .hasMessageContaining("HOST-MOD-004")
                    .hasMessageContaining("DB-MIG-011");

            assertThat(titles(host)).containsExactly("of 2.0");
        }
    }

    /** PostgreSQL has no snapshots; there the module's own script takes the migration back. */
    private static String undo(RealEngine engine) {
        return engine == RealEngine.POSTGRESQL
                ? NO_COLOR + "\nupdate note set title = 'kept';"
                : "drop table missing_table;";
    }

    private static PluginSource version(String version, String atStart) {
        return plugin(
                        "sample.notes",
                        version,
                        "@Database(name = \"notes\")",
                        HostFolder.SHOWS_ITS_SESSIONS
                                + "@Override public void start(ModuleContext c) { %s }"
                                        .formatted(atStart))
                .resource("migrations/V1__notes.sql", NOTES);
    }

    private static PluginSource with(PluginSource module, String migration) {
        return module.resource("migrations/V2__next.sql", migration);
    }

    private HostBuilder host(RealEngine engine) throws SQLException {
        var builder = folder.host();
        if (engine == RealEngine.SQLITE) {
            return builder;
        }
        if (url == null) {
            if (engine == RealEngine.MARIADB) {
                ServerDatabase.requireMariaDb();
            }
            url = engine == RealEngine.MARIADB ? MariaDbServer.newUrl() : PostgresServer.newUrl();
        }
        return builder.setting("tenon.database.notes.url", url);
    }

    private @org.jspecify.annotations.Nullable String url;

    private static void write(Host host, String sql) {
        sessions(host, "sample.notes").<Object>write(s -> s.execute(sql));
    }

    private static List<String> titles(Host host) {
        return sessions(host, "sample.notes")
                .read(s -> s.query("select title from note order by id").list(String.class));
    }

    private List<Path> leftovers() {
        try (var files = Files.list(folder.data())) {
            return files.filter(f -> f.getFileName().toString().startsWith(".tenon-unfinished"))
                    .toList();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
