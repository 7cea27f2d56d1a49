package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.HostProcess;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of databases from before their migrations. */
class MigrationSnapshotsTest {

    private static final String NOTES =
            "create table note (id integer primary key, title varchar(40));\n"
                    + "insert into note values (1, 'kept');\n";
    private static final int ROUNDS = 10;

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    @Test
    void aFileIsCopiedBeforeEachMigrationAndTheLastThreeCopiesAreKept() throws Exception {
        for (int version = 1; version <= 6; version++) {
            install(version);
            folder.host().start().close();
        }

        assertThat(snapshots()).hasSize(3);
        assertThat(columnsOfOldest()).containsExactly("id", "title", "c2", "c3");
    }

    @Test
    void noCopyIsMadeOfADatabaseThatLacksNothing() throws IOException {
        install(1);
        folder.host().start().close();
        folder.host().start().close();

        assertThat(folder.data().resolve("snapshots")).doesNotExist();
    }

    /** The copy is made while the transaction of the migrations is open. */
    @Test
    void aFileWithARollbackJournalIsCopiedToo() throws IOException {
        for (int version = 1; version <= 2; version++) {
            install(version);
            try (var host =
                    folder.host().setting("tenon.database.journal-mode", "delete").start()) {
                assertThat(host.module("sample.notes").state())
                        .as("%s", error(host, "sample.notes"))
                        .isEqualTo(ModuleState.STARTED);
            }
        }

        assertThat(snapshots()).hasSize(1);
    }

    @Test
    void noneIsMadeWhereNoneIsWanted() throws IOException {
        install(1);
        folder.host().start().close();
        install(2);
        folder.host().setting("tenon.database.snapshots.keep", "0").start().close();

        assertThat(folder.data().resolve("snapshots")).doesNotExist();
    }

    @Test
    void whatFailsOnMariaDbIsTakenBackAndTheMendedScriptRuns() throws Exception {
        ServerDatabase.requireMariaDb();
        var url = MariaDbServer.newUrl();
        var jar = folder.write(module().resource("migrations/V1__notes.sql", NOTES));
        host(url).start().close();
        for (int wrong = 1; wrong <= 4; wrong++) {
            ten(wrong).jar(jar);

            try (var host = host(url).start()) {
                assertThat(error(host, "sample.notes"))
                        .contains("DB-MIG-010", "What it had done is taken back, with the 1")
                        .contains("line " + wrong + " of");
            }
            try (var connection = DriverManager.getConnection(url)) {
                assertThat(tables(connection)).containsExactly("note");
                assertThat(one(connection, "select group_concat(title) from note"))
                        .isEqualTo("kept");
            }
        }
        ten(0).jar(jar);

        try (var host = host(url).start()) {
            assertThat(host.module("sample.notes").state())
                    .as("%s", error(host, "sample.notes"))
                    .isEqualTo(ModuleState.STARTED);
            assertThat(titles(host)).containsExactly("kept", "two", "three");
        }
    }

    @Test
    void aHostThatIsKilledWhileItMigratesOnMariaDbLeavesWhatTheNextOneBringsBack()
            throws Exception {
        ServerDatabase.requireMariaDb();
        var random = new Random(11);
        int cutOff = 0;
        for (int round = 0; round < ROUNDS; round++) {
            folder = new HostFolder(Files.createDirectory(temp.resolve("r" + round)));
            var url = MariaDbServer.newUrl();
            var jar = folder.write(module().resource("migrations/V1__notes.sql", NOTES));
            host(url).start().close();
            slow().jar(jar);

            try (var killed = HostProcess.start(folder, "tenon.database.notes.url", url);
                    var connection = DriverManager.getConnection(url)) {
                awaitTable(connection, "t0");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(900)));
                killed.kill();
                var needed = "select count(*) from tenon_snapshot where state = 'NEEDED'";
                cutOff += one(connection, needed).equals("1") ? 1 : 0;
            }
            module().resource("migrations/V1__notes.sql", NOTES).jar(jar);
            try (var host = host(url).start();
                    var connection = DriverManager.getConnection(url)) {
                if (host.module("sample.notes").state() == ModuleState.STARTED) {
                    assertThat(titles(host)).containsExactly("kept");
                    assertThat(tables(connection)).containsExactly("note");
                } else {
                    // It was faster.
                    assertThat(error(host, "sample.notes")).contains("DB-MIG-011");
                }
            }
        }
        assertThat(cutOff).isPositive();
    }

    @Test
    void aHostThatComesWhileAnotherOneMigratesOnMariaDbWaitsForIt() throws Exception {
        ServerDatabase.requireMariaDb();
        var url = MariaDbServer.newUrl();
        var jar = folder.write(module().resource("migrations/V1__notes.sql", NOTES));
        host(url).start().close();
        slow().jar(jar);

        try (var first = HostProcess.start(folder, "tenon.database.notes.url", url);
                var connection = DriverManager.getConnection(url)) {
            awaitTable(connection, "t0");
            var other = new HostFolder(Files.createDirectory(temp.resolve("other")));
            slow().jar(other.plugins().resolve("notes.jar"));
            try (var second = other.host().setting("tenon.database.notes.url", url).start()) {
                assertThat(second.module("sample.notes").state())
                        .as("%s", error(second, "sample.notes"))
                        .isEqualTo(ModuleState.STARTED);
                assertThat(tables(connection)).hasSize(11);
            }
            assertThat(first.awaitUp()).contains("sample.notes STARTED");
        }
    }

    private static PluginSource module() {
        return plugin(
                "sample.notes",
                "1.0",
                "@Database(name = \"notes\")",
                HostFolder.SHOWS_ITS_SESSIONS);
    }

    /** Writes the module with migrations up to the version, each of which adds a column. */
    private void install(int version) throws IOException {
        var module = module().resource("migrations/V1__notes.sql", NOTES);
        for (int v = 2; v <= version; v++) {
            module.resource(
                    "migrations/V" + v + "__more.sql",
                    "alter table note add column c%d text;".formatted(v));
        }
        Files.createDirectories(folder.plugins());
        module.jar(folder.plugins().resolve("notes.jar"));
    }

    /** Returns a module whose third migration may have a wrong statement. */
    private static PluginSource ten(int wrong) {
        var statements =
                List.of(
                        "create table third (id integer);",
                        "alter table note add column color text;",
                        "insert into note (id, title) values (3, 'three');",
                        "update note set color = 'red';");
        var script =
                IntStream.rangeClosed(1, statements.size())
                        .mapToObj(i ->
                                i == wrong
                                        ? "insert into missing values (1);"
                                        : statements.get(i - 1))
                        .collect(Collectors.joining("\n"));
        return module().resource("migrations/V1__notes.sql", NOTES)
                .resource("migrations/V2__two.sql", "insert into note values (2, 'two');")
                .resource("migrations/V3__three.sql", script);
    }

    /** Returns a module whose second migration takes about a second. */
    private static PluginSource slow() {
        return module().resource("migrations/V1__notes.sql", NOTES)
                .resource(
                        "migrations/V2__slow.sql",
                        IntStream.range(0, 10)
                                .mapToObj(i ->
                                        "create table t%d (id integer);\ndo sleep(0.1);\n"
                                                .formatted(i))
                                .collect(Collectors.joining()));
    }

    private HostBuilder host(String url) {
        return folder.host().setting("tenon.database.notes.url", url);
    }

    private static List<String> titles(Host host) {
        return sessions(host, "sample.notes")
                .read(s -> s.query("select title from note order by id").list(String.class));
    }

    private List<Path> snapshots() throws IOException {
        try (var files = Files.walk(folder.data().resolve("snapshots"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String[] columnsOfOldest() throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + snapshots().getFirst());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from note")) {
            return IntStream.rangeClosed(1, rows.getMetaData().getColumnCount())
                    .mapToObj(i -> label(rows, i))
                    .toArray(String[]::new);
        }
    }

    private static String label(java.sql.ResultSet rows, int column) {
        try {
            return rows.getMetaData().getColumnLabel(column);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var all =
                one(
                        connection,
                        "select group_concat(table_name order by table_name) from"
                                + " information_schema.tables where table_schema = database() and"
                                + " table_name not like 'tenon%'");
        return List.of(all.split(","));
    }

    private static void awaitTable(Connection connection, String table) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!tables(connection).contains(table)) {
            assertThat(System.nanoTime()).as("the migration has begun").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return String.valueOf(row.getString(1));
        }
    }
}
