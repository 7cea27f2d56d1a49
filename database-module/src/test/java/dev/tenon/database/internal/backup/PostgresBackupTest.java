package dev.tenon.database.internal.backup;

import static dev.tenon.database.internal.backup.SqliteFiles.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.InstalledPostgres;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class PostgresBackupTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir Path folder;

    @BeforeAll
    static void requireServer() {
        InstalledPostgres.require();
    }

    private Path backup;

    @BeforeEach
    void nameTheBackup() {
        backup = folder.resolve("backups").resolve("b.tenon-backup");
    }

    /** Returns a new database of a role of its own, or a schema in a new one. */
    private StoreSettings provided(String provision) throws SQLException {
        var address =
                InstalledPostgres.url(
                        provision.equals("schema") ? InstalledPostgres.newDatabase() : "");
        var server =
                StoreSettings.of("notes" + NUMBER.incrementAndGet(), address)
                        .with("user", "postgres")
                        .with("provision", provision);
        return Engines.provided()
                .of(server)
                .provisioning()
                .orElseThrow()
                .provide(server, folder)
                .with("tools", InstalledPostgres.tools().toString());
    }

    private static BackupSubject subject(StoreSettings settings) {
        return new BackupSubject(
                Engines.provided().of(settings), settings, "sample.test", Set.of(), "1", "3");
    }

    private Backup.Taken take(StoreSettings settings) {
        return new Backup(subject(settings)).take(backup, Progress.NONE);
    }

    private Restore.Restored restore(StoreSettings settings) {
        return new Restore(subject(settings), folder).restore(backup, Progress.NONE);
    }

    private static Connection connect(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(),
                settings.option("user").orElseThrow(),
                settings.option("password").orElse(""));
    }

    private static void run(StoreSettings settings, String... statements) throws SQLException {
        try (var connection = connect(settings);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String one(StoreSettings settings, String query) throws SQLException {
        try (var connection = connect(settings);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Returns what pg_dump says of the database, without what differs each time. */
    private String state(StoreSettings settings) throws Exception {
        var file = folder.resolve("state.sql");
        var command =
                new ProcessBuilder(
                        InstalledPostgres.tools().resolve("pg_dump").toString(),
                        "--dbname=" + settings.url().replace("jdbc:", ""),
                        "--username=" + settings.option("user").orElseThrow(),
                        "--file=" + file);
        command.environment().put("PGPASSWORD", settings.option("password").orElse(""));
        command.inheritIO();
        if (command.start().waitFor() != 0) {
            throw new AssertionError("pg_dump failed");
        }
        // Large objects keep their numbers, but not the order of their lines.
        return Files.readAllLines(file).stream()
                .filter(l -> !l.startsWith("\\restrict") && !l.startsWith("\\unrestrict"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everythingComesBackAsItWas() throws Exception {
        var settings = provided("database");
        try (var connection = connect(settings)) {
            HardShape.create(RealEngine.POSTGRESQL, connection);
        }
        var before = state(settings);

        var taken = take(settings);

        assertThat(names(backup.getParent())).containsExactly("b.tenon-backup");
        assertThat(taken.manifest().engine()).isEqualTo("postgresql");
        assertThat(taken.manifest().content().name()).isEqualTo("database.dump");
        assertThat(taken.manifest().rows())
                .containsEntry("order", 2L)
                .containsEntry("parted_1", 1L)
                .containsEntry("audit.log", 2L)
                .containsEntry("child", 1L)
                .doesNotContainKey("parted");
        run(
                settings,
                "drop table line cascade",
                "alter table person add column half int",
                "update kinds set amount = 7",
                "create table newer (p bigint references person, m mood)",
                "create schema other",
                "create table other.newer (o int)",
                "create function newer() returns mood language sql return 'o;k'::mood",
                "drop function told cascade",
                "alter type mood add value 'new'");

        var restored = restore(settings);

        assertThat(restored.before()).isEmpty();
        run(settings, "drop schema other");
        assertThat(state(settings)).isEqualTo(before);
        assertThat(one(settings, "select nextval('ticket')")).isEqualTo("114");
    }

    @Test
    void ofASchemaInADatabaseOfOthersNothingElseIsTouched() throws Exception {
        var settings = provided("schema");
        var theirs = settings.url().replaceFirst(".*/", "");
        InstalledPostgres.run(theirs, "create table public.theirs (id int)");
        run(settings, "create table note (id int)", "insert into note values (1), (2)");
        var taken = take(settings);
        assertThat(taken.manifest().rows()).containsExactly(java.util.Map.entry("note", 2L));
        run(settings, "delete from note", "create table newer (id int)");
        InstalledPostgres.run(theirs, "insert into public.theirs values (7)");

        restore(settings);

        assertThat(one(settings, "select count(*) from note")).isEqualTo("2");
        assertThat(one(settings, "select to_regclass('newer')")).isNull();
        InstalledPostgres.run(theirs, "delete from public.theirs where id = 7");
    }

    @Test
    void aBackupHoldsWholeTransactionsAndTheirRows() throws Exception {
        var settings = provided("database");
        run(
                settings,
                "create table account (id int primary key, amount int)",
                "create table moved (a int)",
                "insert into account select i, 1000 from generate_series(0, 7) i");
        var over = new AtomicBoolean();
        var moves = new AtomicLong();
        try (var database = ServerDatabase.open(settings);
                var executor = Executors.newCachedThreadPool()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                int from = i * 2;
                writers.add(
                        executor.submit(() -> {
                            while (!over.get()) {
                                database.sessions()
                                        .write(s -> {
                                            s.execute(
                                                    "update account set amount = amount - 1 where"
                                                            + " id = ?",
                                                    from);
                                            s.execute("insert into moved values (?)", from);
                                            return s.execute(
                                                    "update account set amount = amount + 1 where"
                                                            + " id = ?",
                                                    from + 1);
                                        });
                                moves.incrementAndGet();
                            }
                        }));
            }
            try {
                while (moves.get() < 100) {
                    assertThat(writers).noneMatch(Future::isDone);
                    Thread.onSpinWait();
                }
                take(settings);
            } finally {
                over.set(true);
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        var restored = restore(settings);
        assertThat(one(settings, "select sum(amount) from account")).isEqualTo("8000");
        assertThat(one(settings, "select count(*) from moved"))
                .isEqualTo("" + restored.manifest().rows().get("moved"));
        assertThat(
                        one(
                                settings,
                                "select sum(abs(amount - 1000)) / 2 - (select count(*) from moved)"
                                        + " from account"))
                .startsWith("0");
    }

    @Test
    void aRestoreThatFailsChangesNothing() throws Exception {
        var settings = provided("schema");
        run(settings, "create table note (id int)", "insert into note values (1)");
        take(settings);
        run(settings, "insert into note values (2)", "create table newer (id int)");
        var before = state(settings);
        var role = settings.option("user").orElseThrow();
        var theirs = settings.url().replaceFirst(".*/", "");
        InstalledPostgres.run(
                theirs,
                "alter schema " + role + " owner to postgres",
                "grant usage on schema " + role + " to " + role);

        assertThatThrownBy(() -> restore(settings))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        e -> assertThat(e.code()).isEqualTo(BackupError.TOOL_FAILED))
                .hasMessageContaining("permission denied");

        InstalledPostgres.run(theirs, "alter schema " + role + " owner to " + role);
        assertThat(state(settings)).isEqualTo(before);
    }

    @Test
    void aDatabaseThatSomebodyUsesIsNotRestored() throws Exception {
        var settings = provided("database");
        run(settings, "create table note (id int)", "insert into note values (1)");
        take(settings);
        try (var connection = connect(settings);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select * from note").close();
            assertThatThrownBy(() -> restore(settings)).hasMessageContaining("DB-BAK-010");
        }
        assertThat(one(settings, "select count(*) from note")).isEqualTo("1");
    }

    @Test
    void aServerThatIsNewerThanTheProgramIsRefused() throws SQLException {
        var settings =
                StoreSettings.of("newer", PostgresServer.newUrl())
                        .with("tools", InstalledPostgres.tools().toString());
        assertThatThrownBy(() -> take(settings))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        e -> assertThat(e.code()).isEqualTo(BackupError.TOOL_TOO_OLD))
                .hasMessageContaining("pg_dump")
                .hasMessageContaining("PostgreSQL 18");
        assertThat(names(backup.getParent())).isEmpty();
    }

    @Test
    void whereTheProgramIsNotItIsNamedWithItsFolder() throws SQLException {
        var settings =
                StoreSettings.of("none", PostgresServer.newUrl()).with("tools", folder.toString());
        assertThatThrownBy(() -> take(settings))
                .hasMessageContaining("DB-BAK-012")
                .hasMessageContaining("pg_dump")
                .hasMessageContaining(folder.toString());
    }

    /** As when the host is killed: psql reads no further, and has not been told to commit. */
    @Test
    void aRestoreThatIsCutOffChangesNothing() throws Exception {
        var settings = provided("database");
        run(
                settings,
                "create table note (id int, t text)",
                "insert into note select i, repeat('x', 100) from generate_series(1, 10000) i");
        take(settings);
        run(settings, "delete from note where id > 7", "create table newer (id int)");
        var before = state(settings);
        var tools = InstalledPostgres.tools();
        for (String name : List.of("pg_dump", "pg_restore")) {
            Files.createSymbolicLink(folder.resolve(name), tools.resolve(name));
        }
        var psql =
                Files.writeString(
                        folder.resolve("psql"),
                        "#!/bin/sh\nhead -c 50000 | " + tools.resolve("psql") + " \"$@\"\n");
        assertThat(psql.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> restore(settings.with("tools", folder.toString())))
                .hasMessageContaining("DB-BAK-014");

        assertThat(state(settings)).isEqualTo(before);
    }

    /** Programs that do not what they should, in the place of the real ones. */
    private StoreSettings withProgram(String name, String script) throws IOException, SQLException {
        var program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return provided("database").with("tools", folder.toString());
    }

    private static final String VERSION =
            "if [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) 99.1'; exit; fi\n";

    @Test
    void whatAFailedProgramSaidIsTold() throws Exception {
        var settings =
                withProgram(
                        "pg_dump",
                        VERSION
                                + "i=0; while [ $i -lt 30000 ]; do echo line $i >&2;"
                                + " i=$((i + 1)); done; echo the reason >&2; exit 3\n");
        assertThatThrownBy(() -> take(settings))
                .hasMessageContaining("DB-BAK-014")
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("the reason.");
        assertThat(names(backup.getParent())).isEmpty();
    }

    @Test
    void thePasswordIsInTheEnvironmentAndNotInTheArguments() throws Exception {
        var told = folder.resolve("told");
        var settings =
                withProgram(
                        "pg_dump",
                        VERSION
                                + "echo \"$@\" > "
                                + told
                                + "; echo \"$PGPASSWORD $PGUSER\" >> "
                                + told
                                + "; exit 1\n");
        var password = settings.option("password").orElseThrow();
        assertThatThrownBy(() -> take(settings))
                .hasMessageContaining("DB-BAK-014")
                .message()
                .doesNotContain(password);
        var lines = Files.readAllLines(told);
        assertThat(lines.getFirst()).contains("--snapshot=").doesNotContain(password);
        assertThat(lines.getLast())
                .isEqualTo(password + " " + settings.option("user").orElseThrow());
    }

    @Test
    void aProgramIsEndedWithTheThreadThatWaitsForIt() throws Exception {
        var told = folder.resolve("told");
        var settings =
                withProgram(
                        "pg_dump",
                        VERSION
                                + "sleep 1000 &\necho $! > "
                                + told
                                + ".x; mv "
                                + told
                                + ".x "
                                + told
                                + "; wait\n");
        try (var executor = Executors.newSingleThreadExecutor()) {
            var thrown = new ArrayList<Throwable>();
            var task =
                    executor.submit(() -> {
                        try {
                            take(settings);
                        } catch (BackupException e) {
                            thrown.add(e);
                            assertThat(Thread.interrupted()).isTrue();
                        }
                    });
            while (!Files.exists(told) && !task.isDone()) {
                Thread.onSpinWait();
            }
            executor.shutdownNow();
            task.get();
            assertThat(thrown).singleElement().asString().contains("DB-BAK-015");
        }
        long sleeper = Long.parseLong(Files.readString(told).strip());
        while (ProcessHandle.of(sleeper).map(ProcessHandle::isAlive).orElse(false)) {
            Thread.onSpinWait();
        }
        assertThat(names(backup.getParent())).isEmpty();
    }
}
