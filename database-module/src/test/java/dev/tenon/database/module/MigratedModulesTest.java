package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.host.Host;
import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules with migrations, in a host. */
class MigratedModulesTest {

    private static final String NOTES = "create table note (id integer primary key, title text);";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    private static PluginSource notes(String version) {
        return plugin(
                "sample.notes",
                version,
                "@Database(name = \"notes\")",
                HostFolder.SHOWS_ITS_SESSIONS);
    }

    @Test
    void thePlanShowsTheMigrationsAndTheStartRunsThem() {
        folder.with(
                notes("1.0")
                        .resource("migrations/V1__notes.sql", NOTES)
                        .resource("migrations/V1_1__fill.sql", "insert into note values (1, 'x');")
                        .resource("migrations/R__titles.sql", "select 1;")
                        .resource("migrations/README.md", "How to write them"));

        assertThat(planned("migrations")).isEqualTo("2, to version 1.1, and 1 repeated");
        try (var host = folder.host().start()) {
            assertThat(titles(host)).containsExactly("x");
        }
    }

    private static List<String> titles(Host host) {
        return sessions(host, "sample.notes")
                .read(s -> s.query("select title from note order by id").list(String.class));
    }

    private PlannedModule planned() {
        return folder.host().plan().modules().stream()
                .filter(m -> m.name().equals("sample.notes"))
                .findFirst()
                .orElseThrow();
    }

    private String planned(String name) {
        return planned().details().stream()
                .filter(d -> d.topic().equals(name))
                .map(PlanDetail::text)
                .findFirst()
                .orElse("none");
    }

    private List<String> problems() {
        return planned().problems().stream().map(Object::toString).toList();
    }

    @Test
    void aVariantForTheEngineTakesThePlaceOfTheCommonScript() {
        folder.with(
                notes("1.0")
                        .resource("migrations/V1__notes.sql", "this is no SQL")
                        .resource("migrations/sqlite/V1__notes.sql", NOTES)
                        .resource("migrations/postgresql/V1__notes.sql", "neither is this"));

        try (var host = folder.host().start()) {
            assertThat(titles(host)).isEmpty();
        }
    }

    @Test
    void thePlanTellsWhatIsWrongWithScriptsByTheirNames() {
        folder.with(
                notes("1.0")
                        .resource("migrations/V1__notes.sql", NOTES)
                        .resource("migrations/V1_0__again.sql", NOTES)
                        .resource("migrations/V2.sql", NOTES)
                        .resource("migrations/v3__lower.sql", NOTES)
                        .resource("migrations/V0__zero.sql", NOTES)
                        .resource("migrations/beforeMigrate.sql", NOTES)
                        .resource("migrations/mariadb/V4__only.sql", NOTES)
                        .resource("migrations/postgres/V5__typo.sql", NOTES)
                        .resource("migrations/U9__nothing.sql", NOTES)
                        .resource("migrations/V7__large.SQL", NOTES)
                        .resource("migrations/V6__empty.sql", " \n"));

        assertThat(problems())
                .anyMatch(p -> p.contains("DB-MIG-002") && p.contains("V1"))
                .anyMatch(p -> p.contains("DB-MIG-001") && p.contains("migrations/V2.sql"))
                .anyMatch(p -> p.contains("DB-MIG-001") && p.contains("v3__lower.sql"))
                .anyMatch(p -> p.contains("DB-MIG-001") && p.contains("V0__zero.sql"))
                .anyMatch(p -> p.contains("DB-MIG-001") && p.contains("beforeMigrate.sql"))
                .anyMatch(p -> p.contains("DB-MIG-003") && p.contains("mariadb/V4__only.sql"))
                .anyMatch(p -> p.contains("DB-MIG-007") && p.contains("'postgresql'"))
                .anyMatch(p -> p.contains("DB-MIG-004") && p.contains("U9__nothing.sql"))
                .anyMatch(p -> p.contains("DB-MIG-005") && p.contains("V6__empty.sql"))
                .anyMatch(p -> p.contains("DB-MIG-001") && p.contains("V7__large.SQL"))
                .hasSize(10);
    }

    @Test
    void aScriptThatIsNotUtf8IsTold() throws IOException {
        var place = notes("1.0").directory(folder.plugins().resolve("notes"));
        Files.createDirectory(place.resolve("migrations"));
        Files.write(
                place.resolve("migrations/V1__notes.sql"),
                "-- Überschrift".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("DB-MIG-006", "V1__notes.sql", "byte 3");
    }

    @Test
    void scriptsOfAModuleWithoutADatabaseAreTold() {
        folder.with(
                plugin("sample.notes", "1.0", "", "")
                        .resource("migrations/V1__notes.sql", NOTES)
                        .resource("migrations/geese.sql", "not ours"));

        assertThat(problems()).singleElement().asString().contains("DB-MIG-009", "V1__notes.sql");
        assertThat(planned().state()).isEqualTo(ModuleState.RESOLVED);
    }

    @Test
    void aClassOfTheModuleMigratesBetweenScripts() {
        folder.with(withCode("V2__Fill_titles", "V2__Fill_titles"));

        assertThat(planned("migrations")).isEqualTo("3, to version 3");
        try (var host = folder.host().start()) {
            assertThat(titles(host)).containsExactly("from Java", "from Java");
        }
    }

    private static PluginSource withCode(String provided, String className) {
        return PluginSource.module("sample.notes", "1.0")
                .descriptor(
                        """
                        requires dev.tenon.database;
                        provides dev.tenon.core.ModulePlugin with sample.notes.Main;
                        provides dev.tenon.database.migration.JavaMigration
                            with sample.notes.%s;
                        """
                                .formatted(provided))
                .source(
                        "sample.notes.Main",
                        HostFolder.type(
                                "sample.notes",
                                "@Database(name = \"notes\") public class Main implements"
                                        + " ModulePlugin { "
                                        + HostFolder.SHOWS_ITS_SESSIONS
                                        + " }"))
                .source(
                        "sample.notes." + className,
                        """
                        package sample.notes;
                        import dev.tenon.database.migration.JavaMigration;
                        import java.sql.*;
                        public class %s implements JavaMigration {
                            @Override public void migrate(Connection connection) throws SQLException {
                                try (Statement s = connection.createStatement()) {
                                    s.executeUpdate("insert into note values (1, 'from Java')");
                                }
                            }
                        }
                        """
                                .formatted(className))
                .resource("migrations/V1__notes.sql", NOTES)
                .resource(
                        "migrations/V3__more.sql",
                        "insert into note select id + 1, title from note;");
    }

    @Test
    void aClassWhoseNameSaysNoVersionIsTold() {
        folder.with(withCode("FillTitles", "FillTitles"));

        assertThat(problems()).singleElement().asString().contains("DB-MIG-008", "FillTitles");
    }

    @Test
    void aModuleIsUpgradedWithItsDataAndAnOlderOneIsRefused() throws IOException {
        var first = folder.write(notes("1.0").resource("migrations/V1__notes.sql", NOTES));
        try (var host = folder.host().start()) {
            sessions(host, "sample.notes")
                    .<Object>write(s -> s.execute("insert into note values (7, 'kept')"));
        }
        Files.move(first, temp.resolve("first.jar"));
        var second =
                folder.write(
                        notes("2.0")
                                .resource("migrations/V1__notes.sql", NOTES)
                                .resource(
                                        "migrations/V2__color.sql",
                                        "alter table note add column color text;"));
        try (var host = folder.host().start()) {
            assertThat(titles(host)).containsExactly("kept");
        }
        Files.delete(second);
        Files.move(temp.resolve("first.jar"), first);

        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.notes"))
                    .contains("DB-MIG-011", "version 1.0", "2 \"color\"", "'notes'");
        }
    }

    @Test
    void whatHasRunAndWhatHasFailedStaysOnRecord() throws SQLException {
        var good = notes("1.0").resource("migrations/V1__notes.sql", NOTES);
        var jar = folder.write(good);
        try (var host = folder.host().start()) {
            assertThat(host.module("sample.notes").state()).isEqualTo(ModuleState.STARTED);
        }
        notes("1.0")
                .resource("migrations/V1__notes.sql", NOTES)
                .resource("migrations/V2__wrong.sql", "select 1;\ninsert into nothing values (1);")
                .jar(jar);
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.notes")).contains("DB-MIG-010", "line 2 of");
        }

        assertThat(recorded())
                .containsExactly(
                        "notes sqlite 1 success notes (migrations/V1__notes.sql) -",
                        "notes sqlite 2 failed wrong (migrations/V2__wrong.sql) DB-MIG-010");
    }

    private List<String> recorded() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.data().resolve("framework.db"));
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select database_name || ' ' || engine || ' ' || version || ' ' ||"
                                        + " status || ' ' || description || ' ' ||"
                                        + " coalesce(substr(error, 1, 10), '-')"
                                        + " from migration_history order by id")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void twoModulesOfWhichOneRequiresTheOtherBothHaveMigrations() {
        var base =
                folder.write(
                        plugin("sample.base", "1.0", "@Database(name = \"base\")", "")
                                .resource("migrations/V1__notes.sql", NOTES)
                                .resource("migrations/sqlite/V2__two.sql", "select 1;"));
        folder.with(
                PluginSource.module("sample.notes", "1.0")
                        .descriptor(
                                """
                                requires dev.tenon.database;
                                requires sample.base;
                                provides dev.tenon.core.ModulePlugin with sample.notes.Main;
                                """)
                        .readsFrom(base)
                        .source(
                                "sample.notes.Main",
                                HostFolder.type(
                                        "sample.notes",
                                        "@Database(name = \"notes\") public class Main implements"
                                                + " ModulePlugin { "
                                                + HostFolder.SHOWS_ITS_SESSIONS
                                                + " }"))
                        .resource("migrations/V1__notes.sql", NOTES)
                        .resource("migrations/sqlite/V2__two.sql", "select 1;"));

        try (var host = folder.host().start()) {
            assertThat(titles(host)).isEmpty();
            assertThat(host.module("sample.base").state()).isEqualTo(ModuleState.STARTED);
        }
    }

    @Test
    void migrationsRunWithoutARecordWhereItCannotBeKept() throws IOException {
        Files.createDirectories(folder.data());
        Files.writeString(folder.data().resolve("framework.db"), "no database at all".repeat(100));
        folder.with(notes("1.0").resource("migrations/V1__notes.sql", NOTES));

        try (var log = new CapturedLog("dev.tenon.database");
                var host = folder.host().start()) {
            assertThat(titles(host)).isEmpty();
            log.await("framework's own database cannot be used");
        }
    }

    @Test
    void aDatabaseMadeFromEntitiesGoesOnByMigrationsFromABaseline() throws IOException {
        var fromEntities = folder.write(HostFolder.items("sample.notes", "1.0", "notes"));
        try (var host = folder.host().start()) {
            HostFolder.insert(sessions(host, "sample.notes"), "kept");
        }
        Files.delete(fromEntities);
        folder.with(
                HostFolder.items("sample.notes", "2.0", "notes")
                        .resource("migrations/V1__items.sql", "create table item (name text);")
                        .resource(
                                "migrations/V2__color.sql",
                                "alter table item add column color text;"));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.notes")).contains("DB-MIG-016", "item", "baseline");
        }

        try (var host = folder.host().setting("tenon.database.notes.baseline", "1").start()) {
            assertThat(HostFolder.names(sessions(host, "sample.notes"))).containsExactly("kept");
        }
        try (var host = folder.host().start()) {
            assertThat(HostFolder.names(sessions(host, "sample.notes"))).containsExactly("kept");
        }
    }

    @Test
    void aModuleThatDropsItsMigrationsIsRefused() throws IOException {
        var migrated = folder.write(notes("1.0").resource("migrations/V1__notes.sql", NOTES));
        try (var host = folder.host().start()) {
            assertThat(titles(host)).isEmpty();
        }
        Files.delete(migrated);
        folder.with(HostFolder.items("sample.notes", "2.0", "notes"));

        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.notes"))
                    .contains("DB-SCH-019", "Migrations have made them by version 1.0");
        }
    }
}
