package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.admin.ColumnValue;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.GeneratedPair;
import dev.tenon.database.admin.GenerationReport;
import dev.tenon.database.admin.GenerationReport.Baseline;
import dev.tenon.database.admin.GenerationRequest;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.MigrationStatus.State;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.admin.ScriptFinding;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that are generated into the sources of a module, built with it, and run. */
class GeneratedModulesTest {

    private static final String ENTITIES = "@Database(name = \"a\", entities = Main.Item.class)";
    private static final String COLOURED =
            "@Entity public record Item(@Id @jakarta.persistence.Column(length = 100) String name,"
                    + " @jakarta.persistence.Column(length = 40, nullable = false) String colour)"
                    + " {}";
    private static final ColumnValue RED = new ColumnValue("item", "colour", "'red'");

    @TempDir Path temp;
    private HostFolder folder;
    private Path jar;
    private Path sources;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
        jar = folder.write(items("sample.a", "1.0", "a"));
        sources = temp.resolve("src").resolve("migrations");
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatHasMadeItsTablesItselfGoesOnWithMigrations(RealEngine engine)
            throws IOException, SQLException {
        var old = host(engine);
        try (var running = started(old)) {
            insert(sessions(running, "sample.a"), "kept");
        }
        coloured().jar(jar);
        try (var refused = old.start()) {
            assertThat(error(refused, "sample.a"))
                    .contains(
                            "DB-SCH-019",
                            "tenon db generate --module sample.a \"what it changes\"");
        }
        assertThatThrownBy(() -> generate(old, request()))
                .hasMessageContaining("DB-GEN-001")
                .hasMessageContaining("item.colour");

        var report = generate(old, request().withValues(RED));

        assertThat(report.pairs())
                .extracting(GeneratedPair::version, GeneratedPair::description)
                .containsExactly(tuple("1", "The tables so far"), tuple("2", "Add the colour"));
        assertThat(report.baseline()).contains(new Baseline("1", true));
        assertThat(report.tables()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.isWritten()).isTrue();
        assertThatThrownBy(() -> generate(old, request().withValues(RED)))
                .hasMessageContaining("DB-GEN-011")
                .hasMessageContaining("V2__add_the_colour.sql");
        build();
        assertThat(at(old, ManagedDatabase::migrations))
                .extracting(MigrationStatus::version, MigrationStatus::state)
                .containsExactly(tuple("1", State.BASELINE), tuple("2", State.PENDING));

        var fresh = host(engine).setting("tenon.database.path", temp.resolve("new").toString());
        try (var running = started(old);
                var new_ = started(fresh)) {
            assertThat(names(sessions(running, "sample.a"))).containsExactly("kept");
            assertThat(colours(running)).containsExactly("red");
            var _ =
                    sessions(new_, "sample.a")
                            .write(s -> s.execute("insert into item values ('first', 'blue')"));
        }
        for (HostBuilder host : List.of(old, fresh)) {
            assertThat(generate(host, request()).pairs()).isEmpty();
            assertThat(undone(host, "1")).hasSize(1);
            assertThat(migrated(host)).hasSize(1);
            try (var running = started(host)) {
                assertThat(colours(running)).containsExactly("red");
            }
        }
        assertThat(scripts()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsNotThereIsMadeByTheFirstMigration(RealEngine engine)
            throws IOException, SQLException {
        var host = host(engine);

        var report = generate(host, GenerationRequest.of("Begin: items!", sources));

        assertThat(report.pairs()).hasSize(1);
        assertThat(report.baseline()).isEmpty();
        assertThat(scripts())
                .containsExactly(
                        sources.resolve("U1__begin_items.sql"),
                        sources.resolve("V1__begin_items.sql"));
        assertThat(folder.data().resolve("a.db")).doesNotExist();
        build();
        try (var running = started(host)) {
            insert(sessions(running, "sample.a"), "first");
        }
        assertThat(generate(host, request()).isWritten()).isFalse();
        assertThat(undone(host, "0")).hasSize(1);
        started(host).close();
    }

    @Test
    void onAServerADatabaseThatIsNotThereIsMadeWithoutTables() throws Exception {
        var host =
                folder.host()
                        .setting("tenon.database.url", PostgresServer.url(""))
                        .setting("tenon.database.provision-prefix", "generated_");

        assertThat(generate(host, GenerationRequest.of("Begin", sources)).pairs()).hasSize(1);
        build();
        started(host).close();
    }

    @Test
    void anUnchangedModuleThatHasMadeItsTablesItselfGetsAFirstMigrationAlone() throws Exception {
        started(folder.host()).close();

        var report = generate(folder.host(), GenerationRequest.of("Begin", sources));

        assertThat(report.pairs()).extracting(GeneratedPair::description).containsExactly("Begin");
        assertThat(report.baseline()).contains(new Baseline("1", true));
        build();
        started(folder.host()).close();
    }

    @Test
    void aDatabaseOfAnOlderModelThanTheFirstMigrationTellsIsRefused() throws Exception {
        started(folder.host()).close();
        var other = temp.resolve("other").toString();
        plugin("sample.a", "2.0", ENTITIES, COLOURED.replace(", nullable = false", "")).jar(jar);
        started(folder.host().setting("tenon.database.path", other)).close();
        var later = folder.host().setting("tenon.database.path", other);
        var _ = generate(later, GenerationRequest.of("Begin", sources));
        build();

        started(later).close();
        try (var refused = folder.host().start()) {
            assertThat(error(refused, "sample.a"))
                    .contains(
                            "DB-MIG-016", "its last version without migrations has to start first");
        }
    }

    @Test
    void aFirstMigrationThatTheChangeCannotFollowInANewDatabaseIsRefused() throws Exception {
        started(folder.host()).close();
        var _ =
                at(
                        folder.host(),
                        d -> d.execute(List.of("create view names as select name from item"), 1));
        coloured().jar(jar);

        assertThatThrownBy(() -> generate(folder.host(), request().withValues(RED)))
                .hasMessageContaining("DB-GEN-002")
                .hasMessageContaining("up in a new database")
                .hasMessageContaining("names");
        assertThat(sources).doesNotExist();
    }

    @Test
    void aDatabaseThatLacksMigrationsIsToBeMigratedFirst() {
        items("sample.a", "1.0", "a")
                .resource(
                        "migrations/V1__items.sql",
                        "create table item (name varchar(100) not null primary key);")
                .jar(jar);

        assertThatThrownBy(() -> generate(folder.host(), request()))
                .hasMessageContaining("DB-GEN-010")
                .hasMessageContaining("tenon db migrate --module sample.a");
        assertThat(folder.data().resolve("a.db")).doesNotExist();
    }

    @Test
    void aTrialWritesNothingAndTellsWhatItWould() {
        var report = generate(folder.host(), GenerationRequest.of("Begin", sources).asTrial());

        assertThat(report.isWritten()).isFalse();
        assertThat(report.pairs().getFirst().up().file())
                .isEqualTo(sources.resolve("V1__begin.sql"))
                .doesNotExist();
        assertThat(report.pairs().getFirst().up().text()).contains("CREATE TABLE \"item\"");
        assertThat(report.pairs().getFirst().down().text()).contains("DROP TABLE \"item\"");
    }

    @Test
    void aModuleWithScriptsForSingleEnginesGetsThemByEngine() throws Exception {
        Files.createDirectories(sources.resolve("postgresql"));
        Files.writeString(sources.resolve("postgresql").resolve("V1__begin.sql"), "select 1;");

        var report = generate(folder.host(), GenerationRequest.of("Begin", sources));

        assertThat(report.pairs().getFirst().up().file())
                .isEqualTo(sources.resolve("sqlite").resolve("V1__begin.sql"));
    }

    @Test
    void aModuleWithoutAModelGetsNone() {
        plugin("sample.a", "1.0", "@Database(name = \"a\")", "").jar(jar);

        assertThatThrownBy(() -> generate(folder.host(), request()))
                .hasMessageContaining("DB-GEN-012");
    }

    @Test
    void aNameThatCannotBeIsRefusedBeforeAnythingIsTried() {
        assertThatThrownBy(() -> generate(folder.host(), GenerationRequest.of("?!", sources)))
                .hasMessageContaining("DB-GEN-008");
    }

    @Test
    void scriptsThatHaveNotRunAreLintedAndThoseThatHaveAreNot() {
        var module =
                items("sample.a", "1.0", "a")
                        .resource(
                                "migrations/V1__items.sql",
                                "create table item (name varchar(100) not null primary key);");
        module.jar(jar);
        started(folder.host()).close();
        module.resource("migrations/V2__less.sql", "\ndelete from item;\n").jar(jar);

        assertThat(findings())
                .extracting(ScriptFinding::place, ScriptFinding::line, ScriptFinding::danger)
                .containsExactly(tuple("migrations/V2__less.sql", 2, "no-where"));
        assertThat(at(folder.host(), ManagedDatabase::validate).isSound()).isTrue();
        assertThat(at(folder.host(), ManagedDatabase::status).findings()).isEmpty();
        started(folder.host()).close();
        assertThat(findings()).isEmpty();
    }

    @Test
    void aScriptThatWouldEndTheTransactionIsNotSound() {
        items("sample.a", "1.0", "a")
                .resource("migrations/V1__items.sql", "create table item (name text);\ncommit;")
                .jar(jar);

        assertThat(findings()).extracting(ScriptFinding::danger).containsExactly("transaction");
        assertThat(at(folder.host(), ManagedDatabase::validate).isSound()).isFalse();
    }

    private List<ScriptFinding> findings() {
        return at(folder.host(), ManagedDatabase::validate).findings();
    }

    private GenerationRequest request() {
        return GenerationRequest.of("Add the colour", sources);
    }

    private static PluginSource coloured() {
        return plugin("sample.a", "2.0", ENTITIES, COLOURED + SHOWS_ITS_SESSIONS);
    }

    /** Builds the module with what stands in its sources. */
    private void build() throws IOException {
        boolean isColoured =
                scripts().stream().anyMatch(s -> s.toString().endsWith("V2__add_the_colour.sql"));
        var module = isColoured ? coloured() : items("sample.a", "1.0", "a");
        for (Path script : scripts()) {
            module.resource("migrations/" + sources.relativize(script), Files.readString(script));
        }
        module.jar(jar);
    }

    private List<Path> scripts() throws IOException {
        var scripts = new ArrayList<Path>();
        try (var files = Files.walk(sources)) {
            files.filter(Files::isRegularFile).sorted().forEach(scripts::add);
        }
        return scripts;
    }

    private static List<String> colours(Host host) {
        return sessions(host, "sample.a")
                .read(s -> s.query("select colour from item").list(String.class));
    }

    private static Host started(HostBuilder builder) {
        var host = builder.start();
        assertThat(host.module("sample.a").state())
                .as(() -> error(host, "sample.a"))
                .isEqualTo(ModuleState.STARTED);
        return host;
    }

    private static GenerationReport generate(HostBuilder host, GenerationRequest request) {
        return at(host, d -> d.generate(request, Progress.NONE));
    }

    private static List<MigrationRun> migrated(HostBuilder host) {
        return at(host, d -> d.migrate(Optional.empty(), Progress.NONE));
    }

    private static List<MigrationRun> undone(HostBuilder host, String version) {
        return at(host, d -> d.undo(version, false, Progress.NONE));
    }

    private static <T> T at(HostBuilder host, Function<ManagedDatabase, T> work) {
        try (var tools = host.tools()) {
            return work.apply(tools.get(DatabaseAdministration.class).of("sample.a"));
        }
    }

    private HostBuilder host(RealEngine engine) throws SQLException {
        return switch (engine) {
            case SQLITE -> folder.host();
            case POSTGRESQL ->
                    folder.host().setting("tenon.database.a.url", PostgresServer.newUrl());
            case MARIADB -> {
                ServerDatabase.requireMariaDb();
                yield folder.host().setting("tenon.database.a.url", MariaDbServer.newUrl());
            }
        };
    }
}
