package dev.tenon.database.internal.engine.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.backup.Backup;
import dev.tenon.database.internal.backup.BackupSubject;
import dev.tenon.database.internal.backup.DatabaseSnapshots;
import dev.tenon.database.internal.backup.Restore;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.engine.tool.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MariaDbBackupTest {

    @TempDir static Path secrets;
    @TempDir Path folder;

    @BeforeAll
    static void requireServerAndPrograms() {
        ServerDatabase.requireMariaDb();
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(f -> Files.isExecutable(Path.of(f, "mariadb-dump"))),
                "SKIPPED on MariaDB: no mariadb-dump in PATH; Debian has it in mariadb-client");
    }

    private static BackupSubject subject(StoreSettings settings) {
        return new BackupSubject(
                Engines.provided().of(settings), settings, "sample.test", Set.of(), "1", "3");
    }

    private Backup.Taken take(HardMariaDb database) {
        return new Backup(subject(database.settings())).take(folder.resolve("b"), Progress.NONE);
    }

    private Restore.Restored restore(StoreSettings settings) {
        return new Restore(subject(settings), folder).restore(folder.resolve("b"), Progress.NONE);
    }

    @Test
    void everythingComesBackAsItWas() throws SQLException {
        var database = HardMariaDb.create(secrets);
        var before = database.state();

        var taken = take(database);

        var counted = new TreeMap<String, Long>();
        before.keySet().stream()
                .filter(k -> k.startsWith("rows of `"))
                .map(k -> k.substring(9, k.length() - 1))
                .forEach(t -> counted.put(t.replace("``", "`"), count(database, t)));
        assertThat(taken.manifest().rows()).isEqualTo(counted);
        assertThat(taken.manifest().engineVersion()).containsIgnoringCase("mariadb");
        database.run(
                "set foreign_key_checks = 0",
                "drop table person",
                "update kinds set t = 'other'",
                "create table newer (id int)",
                "drop procedure add_line",
                "create event newer on schedule every 1 day do delete from log");
        var changed = database.state();

        var restored = restore(database.settings());

        assertThat(database.state()).isEqualTo(before);
        var snapshots =
                new DatabaseSnapshots(
                        subject(database.settings()).engine().snapshots(), database.settings(), 3);
        assertThat(snapshots.list()).containsExactly(restored.before().orElseThrow());
        snapshots.restore(restored.before().orElseThrow().name(), Progress.NONE);
        assertThat(database.state()).isEqualTo(changed);
    }

    private static long count(HardMariaDb database, String table) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from `" + table + "`")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What snapshots keep is not a part of the backup. */
    @Test
    void aBackupHoldsNoSnapshots() throws SQLException {
        var database = HardMariaDb.create(secrets);
        new MariaDbSnapshots().take(database.settings(), "3", Progress.NONE);
        assertThat(take(database).manifest().rows().keySet())
                .noneMatch(t -> t.startsWith("tenon_"));
    }

    @Test
    void aBackupHoldsWholeTransactionsAndTheirRows() throws Exception {
        var database = HardMariaDb.empty(secrets);
        database.run(
                "create table account (id int primary key, amount int)",
                "create table moved (a int, t varchar(100))");
        for (int i = 0; i < 8; i++) {
            database.run("insert into account values (" + i + ", 1000)");
        }
        var over = new AtomicBoolean();
        var moves = new AtomicLong();
        try (var open = ServerDatabase.open(database.settings());
                var executor = Executors.newCachedThreadPool()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                int from = i * 2;
                writers.add(
                        executor.submit(() -> {
                            while (!over.get()) {
                                move(open, from);
                                moves.incrementAndGet();
                            }
                        }));
            }
            try {
                while (moves.get() < 100) {
                    assertThat(writers).noneMatch(Future::isDone);
                    Thread.onSpinWait();
                }
                take(database);
            } finally {
                over.set(true);
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        var restored = restore(database.settings());
        assertThat(count(database, "moved"))
                .isEqualTo(restored.manifest().rows().get("moved"))
                .isGreaterThanOrEqualTo(100);
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select sum(amount), sum(abs(amount - 1000)) / 2 from account")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(8000);
            assertThat(row.getLong(2)).isEqualTo(count(database, "moved"));
        }
    }

    private static void move(ServerDatabase open, int from) {
        open.sessions()
                .write(s -> {
                    s.execute("update account set amount = amount - 1 where id = ?", from);
                    s.execute(
                            "insert into moved values (?, ?)",
                            from,
                            "a 'text' with (parentheses), \\ and ;\nINSERT INTO `moved` VALUES (1)");
                    return s.execute(
                            "update account set amount = amount + 1 where id = ?", from + 1);
                });
    }

    /** Returns a folder in which the client does only a part of its work. */
    private StoreSettings withHalfAClient(HardMariaDb database, String script) throws IOException {
        var tools = Files.createDirectory(folder.resolve("tools"));
        var real = Tool.find(database.settings(), List.of("mariadb")).program();
        var client =
                Files.writeString(
                        tools.resolve("mariadb"),
                        "#!/bin/sh\n" + script.formatted(folder, real) + "\n");
        assertThat(client.toFile().setExecutable(true)).isTrue();
        return database.settings().with("tools", tools.toString());
    }

    @Test
    void whenARestoreFailsHalfWayTheStateFromBeforeIsPutBack() throws Exception {
        var database = HardMariaDb.create(secrets);
        take(database);
        database.run("delete from kinds", "create table newer (id int)");
        var changed = database.state();
        var settings = withHalfAClient(database, "head -n 60 | %2$s \"$@\"; echo half >&2; exit 1");

        assertThatThrownBy(() -> restore(settings))
                .hasMessageContaining("DB-BAK-014")
                .hasMessageContaining("half");

        assertThat(database.state()).isEqualTo(changed);
        assertThat(new MariaDbSnapshots().unfinished(database.settings())).isEmpty();
    }

    /** An error that nobody catches leaves what a killed process leaves. */
    @Test
    void aRestoreThatWasCutOffIsTakenBackBeforeTheDatabaseIsUsed() throws Exception {
        var database = HardMariaDb.create(secrets);
        take(database);
        database.run("delete from kinds", "create table newer (id int)");
        var changed = database.state();
        assertThatThrownBy(() ->
                        new Restore(subject(database.settings()), folder)
                                .restore(
                                        folder.resolve("b"),
                                        (step, _, _) -> {
                                            if (step.equals("restoring")) {
                                                throw new AssertionError("cut off");
                                            }
                                        }))
                .hasMessage("cut off");
        assertThat(database.state()).isNotEqualTo(changed);

        var snapshots =
                new DatabaseSnapshots(
                        subject(database.settings()).engine().snapshots(), database.settings(), 0);
        snapshots.expire();
        var finished = snapshots.finish(Progress.NONE);

        assertThat(finished).isPresent();
        assertThat(database.state()).isEqualTo(changed);
        assertThat(snapshots.finish(Progress.NONE)).isEmpty();
    }

    @Test
    void thePasswordIsInAFileThatItsOwnerAloneMayRead() throws Exception {
        var database = HardMariaDb.create(secrets);
        take(database);
        var settings =
                withHalfAClient(
                        database,
                        "echo \"$@\" > %1$s/arguments; cp -p \"${1#--defaults-file=}\" %1$s/options;"
                                + " exit 1");
        var password = settings.option("password").orElseThrow();

        assertThatThrownBy(() -> restore(settings)).hasMessageContaining("DB-BAK-014");

        var options = folder.resolve("options");
        assertThat(options).content().contains("password=\"" + password + "\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(options)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("arguments")).content().doesNotContain(password);
        try (var left = Files.list(folder)) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("b", "tools", "options", "arguments");
        }
    }
}
