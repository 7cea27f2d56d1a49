package dev.tenon.database.module;

import static dev.tenon.database.admin.Progress.NONE;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.DatabaseSummary;
import dev.tenon.database.admin.GenerationRequest;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.database.admin.StatementResult;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The databases of modules that do not run. */
class AdministrationTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("b").withItems("a");
    }

    @Test
    void theDatabasesAreListedByNameAndNoneIsMade() {
        try (var tools = folder.host().tools()) {
            assertThat(summaries(tools.get(DatabaseAdministration.class)))
                    .containsExactly(
                            summary("a", "sample.a", false),
                            summary("b", "sample.b", false),
                            summary("framework", "dev.tenon.database", false));
        }
        assertThat(folder.data()).doesNotExist();
    }

    @Test
    void aDatabaseThatIsThereIsReadWhileAHostRuns() {
        try (var host = folder.host().start();
                var tools = folder.host().tools()) {
            insert(sessions(host, "sample.a"), "first");
            var databases = tools.get(DatabaseAdministration.class);

            assertThat(summaries(databases)).allMatch(DatabaseSummary::exists);
            assertThat(databases.of("sample.a").query(List.of("select name from item"), 10))
                    .containsExactly(rows(List.of("name"), List.of(List.of(Optional.of("first")))));
            insert(sessions(host, "sample.a"), "second");
            assertThat(
                            databases
                                    .of("a")
                                    .query(List.of("select count(*) as n from item"), 10)
                                    .getFirst()
                                    .rows())
                    .containsExactly(List.of(Optional.of(2)));
        }
    }

    @Test
    void aQueryChangesNothing() {
        folder.host().start().close();
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");

            refused(
                    () -> database.query(List.of("insert into item values ('x')"), 10),
                    DatabaseError.READ_ONLY);
        }
    }

    @Test
    void statementsAreCommittedTogetherOrNotAtAll() {
        folder.host().start().close();
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");
            assertThat(
                            database.execute(
                                    List.of(
                                            "insert into item values ('x'), ('y')",
                                            "select name, null as missing, x'0aff' as bytes from"
                                                    + " item order by name"),
                                    1))
                    .containsExactly(
                            new StatementResult(List.of(), List.of(), false, 2),
                            new StatementResult(
                                    List.of("name", "missing", "bytes"),
                                    List.of(
                                            List.of(
                                                    Optional.of("x"),
                                                    Optional.empty(),
                                                    Optional.of("0aff"))),
                                    true,
                                    0));
            refused(
                    () ->
                            database.execute(
                                    List.of(
                                            "insert into item values ('z')",
                                            "insert into item values ('x')"),
                                    1),
                    DatabaseError.UNIQUE);
        }
        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).containsExactly("x", "y");
        }
    }

    @Test
    void aWriteIsRefusedWhileAHostRunsAndKeepsHostsOutUntilTheToolsAreClosed() {
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");
            try (var _ = folder.host().start()) {
                refused(
                        () -> database.execute(List.of("delete from item"), 1),
                        DatabaseError.FOLDER_TAKEN);
            }
            assertThat(database.execute(List.of("delete from item"), 1)).hasSize(1);
            try (var host = folder.host().start()) {
                assertThat(HostFolder.error(host, "sample.a")).contains("DB-CONN-012");
            }
        }
        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");

            refused(() -> database.query(List.of("select 1"), 1), DatabaseError.MISSING_DATABASE);
            refused(() -> database.execute(List.of("select 1"), 1), DatabaseError.MISSING_DATABASE);
        }
        assertThat(folder.data()).doesNotExist();
    }

    @Test
    void aModuleWithoutDatabaseIsToldWhichThereAre() {
        try (var tools = folder.host().tools()) {
            var databases = tools.get(DatabaseAdministration.class);

            assertThatThrownBy(() -> databases.of("sample.c"))
                    .hasMessageContaining("a of sample.a, b of sample.b");
        }
    }

    @Test
    void onAServerADatabaseIsThereWhenAHostHasMadeIt() {
        var host =
                folder.host()
                        .setting("tenon.database.url", PostgresServer.url(""))
                        .setting("tenon.database.provision-prefix", "resting_");
        try (var tools = host.tools()) {
            assertThat(summaries(tools.get(DatabaseAdministration.class)))
                    .allMatch(d -> !d.exists() && d.engine().equals(Optional.of("postgresql")))
                    .allMatch(d -> !d.place().orElseThrow().contains("?"));
        }
        assertThat(Files.exists(folder.data())).isFalse();
        host.start().close();

        try (var tools = host.tools()) {
            var databases = tools.get(DatabaseAdministration.class);

            assertThat(summaries(databases)).allMatch(DatabaseSummary::exists);
            assertThat(databases.of("a").query(List.of("select current_user"), 1).getFirst().rows())
                    .containsExactly(List.of(Optional.of("resting_a")));
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsListedWithTheReason() {
        try (var tools =
                folder.host()
                        .setting("tenon.database.a.url", "jdbc:nothing:x")
                        .setting("tenon.database.b.url", "jdbc:sqlite:" + temp.resolve("own.db"))
                        .tools()) {
            var databases = summaries(tools.get(DatabaseAdministration.class));

            assertThat(databases.getFirst().problem().orElseThrow().code())
                    .isEqualTo(DatabaseError.NO_ENGINE);
            assertThat(databases.get(1).place()).contains(temp.resolve("own.db").toString());
            assertThat(databases.get(1).problem()).isEmpty();
        }
    }

    @Test
    void theMigrationsOfAModuleArePendingUntilTheyAreRunWithoutStartingIt() {
        folder.with(notes("create table note (id integer primary key);", "select 1;"));
        try (var tools = folder.host().tools()) {
            var notes = tools.get(DatabaseAdministration.class).of("sample.notes");

            assertThat(states(notes)).containsExactly("1 PENDING", "2 PENDING");
            assertThat(notes.status().version()).isEmpty();
            assertThat(folder.data()).doesNotExist();

            assertThat(notes.migrate(Optional.empty(), NONE))
                    .extracting(MigrationRun::version)
                    .containsExactly("1", "2");
            assertThat(notes.migrate(Optional.empty(), NONE)).isEmpty();
            assertThat(states(notes)).contains("1 APPLIED", "2 APPLIED");
            assertThat(notes.status().version()).contains("2");
        }
        try (var tools = folder.host().tools()) {
            assertThat(tools.get(DatabaseAdministration.class).of("notes").history(1))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.version()).isEqualTo("2");
                        assertThat(entry.status()).isEqualTo("success");
                    });
        }
    }

    @Test
    void aLookAtMigrationsMakesNothingAndKeepsNoHostOut() throws IOException {
        folder.write(notes("create table note (id integer primary key);", "select 1;"));
        folder.host().start().close();
        var records = folder.data().resolve("framework.db");
        Files.delete(records);
        try (var tools = folder.host().tools()) {
            var notes = tools.get(DatabaseAdministration.class).of("notes");

            assertThat(notes.status().isSound()).isTrue();
            assertThat(notes.validate().isSound()).isTrue();
            assertThatThrownBy(() ->
                            notes.generate(
                                    GenerationRequest.of("Tags", temp.resolve("migrations")), NONE))
                    .hasMessageContaining("DB-GEN-012");
            notes.backup(Optional.of(temp.resolve("notes.tenon-backup")), NONE);

            assertThat(records).doesNotExist();
            try (var host = folder.host().start()) {
                insert(sessions(host, "sample.a"), "kept");
            }
        }
    }

    @Test
    void aModuleThatCannotStartIsToldWhereItsDatabaseIsMissingToo() {
        folder.write(
                notes("create table note (id integer primary key);", "select 1;")
                        .resource("migrations/V2.0__again.sql", "select 1;"));
        try (var tools = folder.host().tools()) {
            var status = tools.get(DatabaseAdministration.class).of("notes").status();

            assertThat(status.problem()).get().asString().contains("DB-MIG-002");
            assertThat(status.isSound()).isFalse();
        }
    }

    @Test
    void whatIsInTheWayOfMigrationsIsToldAndRepaired() {
        var jar = folder.write(notes("create table note (id integer primary key);", "select 1;"));
        folder.host().start().close();
        notes("create table note (id integer primary key);", "select 2;").jar(jar);
        try (var tools = folder.host().tools()) {
            var notes = tools.get(DatabaseAdministration.class).of("notes");
            assertThat(notes.status().inTheWay())
                    .extracting(m -> m.version() + " " + m.state())
                    .containsExactly("2 CHANGED");
            assertThatThrownBy(() -> notes.migrate(Optional.empty(), NONE))
                    .hasMessageContaining("DB-MIG-012");
        }
        try (var tools = folder.host().tools()) {
            var notes = tools.get(DatabaseAdministration.class).of("notes");
            assertThat(notes.history(1))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.status()).isEqualTo("failed");
                        assertThat(entry.error()).get().asString().contains("DB-MIG-012");
                    });

            notes.repair();

            assertThat(notes.status().isSound()).isTrue();
            assertThat(notes.migrate(Optional.empty(), NONE)).isEmpty();
        }
    }

    @Test
    void aModuleWithAModelGetsItsTables() {
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");

            assertThat(database.migrations()).isEmpty();
            assertThat(database.migrate(Optional.empty(), NONE))
                    .singleElement()
                    .satisfies(run ->
                            assertThat(run.description()).isEqualTo("created from the model"));
            assertThat(database.execute(List.of("insert into item values ('x')"), 1)).hasSize(1);
        }
    }

    @Test
    void aModelThatTheTablesCannotBecomeIsTold() {
        folder.host().start().close();
        try (var tools = folder.host().tools()) {
            assertThat(tools.get(DatabaseAdministration.class).of("a").status().isSound()).isTrue();
        }
        var later =
                HostFolder.plugin(
                        "sample.a",
                        "2.0",
                        "@Database(name = \"a\", entities = Main.Item.class)",
                        "@Entity public record Item(@Id @jakarta.persistence.Column(length = 100)"
                                + " String name, int colour) {}");
        var folderOfLater = new HostFolder(temp.resolve("later")).with(later);
        try (var tools =
                folderOfLater
                        .host()
                        .setting("tenon.database.path", folder.data().toString())
                        .tools()) {
            var status = tools.get(DatabaseAdministration.class).of("a").validate();

            assertThat(status.isSound()).isFalse();
            assertThat(status.problem())
                    .hasValueSatisfying(problem ->
                            assertThat(problem.toString()).contains("DB-SCH-019", "'colour'"));
        }
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "as before");
        }
    }

    @Test
    void aBackupIsTakenWhileAHostRunsAndRestoredWhenNoneDoes() {
        try (var host = folder.host().start();
                var tools = folder.host().tools()) {
            insert(sessions(host, "sample.a"), "kept");
            var database = tools.get(DatabaseAdministration.class).of("a");

            var backup = database.backup(Optional.of(temp.resolve("a.tenon-backup")), NONE);

            assertThat(backup.rows()).containsEntry("item", 1L);
            insert(sessions(host, "sample.a"), "later");
            refused(() -> database.restore(backup.file(), NONE), DatabaseError.FOLDER_TAKEN);
        }
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");
            assertThat(database.query(List.of("select * from item"), 9).getFirst().rows())
                    .hasSize(2);

            database.restore(temp.resolve("a.tenon-backup"), NONE);

            assertThat(database.query(List.of("select * from item"), 9).getFirst().rows())
                    .hasSize(1);
        }
        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).containsExactly("kept");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBackupReplacesWhatIsLostOrDamaged(Loss loss) throws IOException {
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "kept");
        }
        var file = folder.data().resolve("a.db");
        var backup = temp.resolve("a.tenon-backup");
        try (var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");
            database.backup(Optional.of(backup), NONE);
        }
        loss.happen(file);

        try (var tools = folder.host().tools()) {
            tools.get(DatabaseAdministration.class).of("a").restore(backup, NONE);
        }

        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).containsExactly("kept");
        }
    }

    private enum Loss {
        FILE {
            @Override
            void happen(Path file) throws IOException {
                Files.delete(file);
            }
        },
        FOLDER {
            @Override
            void happen(Path file) throws IOException {
                try (var files = Files.newDirectoryStream(file.getParent())) {
                    for (Path each : files) {
                        Files.delete(each);
                    }
                }
                Files.delete(file.getParent());
            }
        },
        PAGES {
            @Override
            void happen(Path file) throws IOException {
                var bytes = Files.readAllBytes(file);
                Arrays.fill(bytes, 100, bytes.length, (byte) -1);
                Files.write(file, bytes);
            }
        },
        HEADER {
            @Override
            void happen(Path file) throws IOException {
                Files.writeString(file, "This is no database. ".repeat(100));
            }
        };

        abstract void happen(Path file) throws IOException;
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

    private static List<String> states(ManagedDatabase database) {
        return database.migrations().stream().map(m -> m.version() + " " + m.state()).toList();
    }

    private static List<DatabaseSummary> summaries(DatabaseAdministration databases) {
        return databases.databases().stream().map(d -> d.summary()).toList();
    }

    private DatabaseSummary summary(String name, String module, boolean exists) {
        return new DatabaseSummary(
                name,
                module,
                Optional.of("sqlite"),
                Optional.of(folder.data().resolve(name + ".db").toString()),
                exists,
                Optional.empty());
    }

    private static StatementResult rows(List<String> columns, List<List<Optional<Object>>> rows) {
        return new StatementResult(columns, rows, false, 0);
    }

    private static void refused(ThrowingCallable call, DatabaseError code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
