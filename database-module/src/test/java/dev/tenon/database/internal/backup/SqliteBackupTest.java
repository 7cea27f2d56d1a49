package dev.tenon.database.internal.backup;

import static dev.tenon.database.internal.backup.SqliteFiles.names;
import static dev.tenon.database.internal.backup.SqliteFiles.query;
import static dev.tenon.database.internal.backup.SqliteFiles.run;
import static dev.tenon.database.internal.backup.SqliteFiles.subject;
import static dev.tenon.database.internal.backup.SqliteFiles.unpack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenon.database.SessionFactory;
import dev.tenon.database.TestDatabase;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ChildJvm;
import dev.tenon.database.fixture.DatabaseState;
import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.Programs;
import dev.tenon.database.fixture.RealEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class SqliteBackupTest {

    private static final int WRITERS = 8;

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("test.db");
    }

    private Path backups() {
        return folder.resolve("backups");
    }

    private Backup.Taken take() {
        var backup = new Backup(subject(file()));
        return backup.take(backups().resolve("b.tenon-backup"), Progress.NONE);
    }

    private BackupException refused(BackupError code, Runnable work) {
        try {
            work.run();
        } catch (BackupException e) {
            assertThat(e.code()).as("%s", e).isEqualTo(code);
            return e;
        }
        throw new AssertionError("It did not fail");
    }

    @Test
    void aBackupIsOneFileThatTellsWhatItHolds() throws IOException {
        run(
                file(),
                "create table note(id integer primary key, title text)",
                "create table `two words`(id integer primary key)",
                "create virtual table found using fts5(body)",
                "insert into note(title) values ('a'), ('b')",
                "insert into found values ('text')");

        var taken = take();

        assertThat(names(backups())).containsExactly("b.tenon-backup");
        assertThat(taken.bytes()).isEqualTo(Files.size(taken.file()));
        var manifest = new BackupFile(taken.file(), subject(file()).failures()).manifest();
        assertThat(manifest).isEqualTo(taken.manifest());
        assertThat(manifest.database()).isEqualTo("test");
        assertThat(manifest.module()).isEqualTo("sample.test");
        assertThat(manifest.moduleVersion()).isEqualTo("1.2");
        assertThat(manifest.schemaVersion()).isEqualTo("3");
        assertThat(manifest.engine()).isEqualTo("sqlite");
        assertThat(manifest.engineVersion()).matches("3\\..*");
        assertThat(manifest.takenAt()).isBefore(Instant.now());
        assertThat(manifest.rows()).containsEntry("note", 2L).containsEntry("two words", 0L);
        assertThat(query(unpack(taken.file(), folder), "select title from note order by 1"))
                .containsExactly("a", "b");
        assertThat(query(unpack(taken.file(), backups()), "select body from found"))
                .containsExactly("text");
    }

    @Test
    void everythingComesBackAsItWas() throws SQLException {
        var before = hardShape();

        var taken = take();

        assertThat(taken.manifest().rows())
                .containsEntry("order", 3L)
                .containsEntry("Größe \"in; cm\"", 3L);
        run(file(), "drop view big", "delete from \"order\"", "create table newer(id integer)");
        assertThat(state()).isNotEqualTo(before);
        var _ = new Restore(subject(file()), folder).restore(taken.file(), Progress.NONE);
        assertThat(state()).isEqualTo(before);
    }

    private DatabaseState hardShape() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            HardShape.create(RealEngine.SQLITE, connection);
            return DatabaseState.of(RealEngine.SQLITE, connection);
        }
    }

    private DatabaseState state() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return DatabaseState.of(RealEngine.SQLITE, connection);
        }
    }

    @Test
    void aFolderMayHaveAnyName() throws IOException {
        run(file(), "create table note(id integer primary key)", "insert into note values (7)");
        var odd = folder.resolve("what? a=b&c %41 #ü '");
        var taken = new Backup(subject(file())).take(odd.resolve("b ?.backup"), Progress.NONE);
        assertThat(names(odd)).containsExactly("b ?.backup");
        assertThat(taken.manifest().rows()).containsEntry("note", 1L);
    }

    @Test
    void twoBackupsAtOnceDoNotMeet() {
        run(file(), "create table note(id integer primary key)", "insert into note values (7)");
        var inner = new ArrayList<Backup.Taken>();
        new Backup(subject(file()))
                .take(
                        backups().resolve("outer"),
                        (step, _, _) -> {
                            if (step.equals("packing") && inner.isEmpty()) {
                                inner.add(take());
                            }
                        });
        assertThat(names(backups())).containsExactly("b.tenon-backup", "outer");
    }

    @Test
    void itsOwnerAloneMayReadIt() throws IOException {
        run(file(), "create table note(id integer primary key)");
        var taken = take();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups())))
                .isEqualTo("rwx------");
    }

    @Test
    void theUsualNameTellsDatabaseAndMoment() {
        assertThat(new Backup(subject(file())).usualFile(folder).getFileName().toString())
                .matches("test-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.tenon-backup");
    }

    /** Each transaction keeps the sum, and adds to both tables or to none. */
    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void aBackupHoldsWholeTransactionsAndHindersNoWriter(String journal) throws Exception {
        try (var database =
                        TestDatabase.in(
                                folder,
                                TestDatabase.options(
                                        java.util.Map.of(
                                                "synchronous", "OFF", "journal-mode", journal)));
                var executor = Executors.newCachedThreadPool()) {
            database.run("create table account(id integer primary key, amount integer not null)");
            database.run("create table moved(id integer primary key, filler text)");
            database.run("create table told(id integer primary key, filler text)");
            for (int i = 0; i < WRITERS; i++) {
                database.run("insert into account values (?, 1000)", i);
            }
            var over = new AtomicBoolean();
            var writes = new AtomicLong();
            // Without it, they would write more while a backup is taken than that can copy.
            var allowed = new AtomicLong(200);
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<?> moving =
                        () -> {
                            while (!over.get()) {
                                if (writes.get() < allowed.get()) {
                                    move(database.sessions(), writer);
                                    writes.incrementAndGet();
                                } else {
                                    Thread.yield();
                                }
                            }
                            return null;
                        };
                writers.add(executor.submit(moving));
            }
            try {
                for (int i = 0; i < 5; i++) {
                    while (writes.get() < allowed.get()) {
                        assertThat(writers).noneMatch(Future::isDone);
                        Thread.yield();
                    }
                    allowed.addAndGet(3_000);
                    var taken =
                            new Backup(subject(file()))
                                    .take(backups().resolve(i + ".b"), Progress.NONE);
                    assertWhole(taken);
                }
            } finally {
                over.set(true);
            }
            for (var writer : writers) {
                assertThat(writer.get()).isNull();
            }
        }
    }

    private static void move(SessionFactory sessions, int from) {
        sessions.write(s -> {
            s.execute("update account set amount = amount - 1 where id = ?", from);
            s.execute("insert into moved(filler) values (hex(randomblob(200)))");
            s.execute("insert into told(filler) values (hex(randomblob(200)))");
            return s.execute(
                    "update account set amount = amount + 1 where id = ?", (from + 1) % WRITERS);
        });
    }

    private void assertWhole(Backup.Taken taken) throws IOException {
        var copy = unpack(taken.file(), folder);
        assertThat(query(copy, "select sum(amount) from account"))
                .containsExactly("" + WRITERS * 1000);
        assertThat(query(copy, "select (select count(*) from moved) - (select count(*) from told)"))
                .containsExactly("0");
        assertThat(query(copy, "select count(*) from moved"))
                .containsExactly("" + taken.manifest().rows().get("moved"));
        assertThat(query(copy, "pragma integrity_check")).containsExactly("ok");
        Files.delete(copy);
    }

    @Test
    void aDatabaseThatAnotherProcessWritesIsBackedUp() throws Exception {
        run(
                file(),
                "pragma journal_mode=wal",
                "create table row(id integer primary key, what text not null)");
        var process = ChildJvm.start(Programs.WRITING, List.of(), folder, 1);
        try (var said = process.inputReader()) {
            for (int i = 0; i < 500; i++) {
                assertThat(said.readLine()).isNotNull();
            }
            var taken = take();
            assertThat(process.isAlive()).isTrue();
            assertThat(said.readLine()).isNotNull();
            var copy = unpack(taken.file(), folder);
            assertThat(query(copy, "select count(*) from row where what = 'failed'"))
                    .containsExactly("0");
            assertThat(taken.manifest().rows().get("row")).isGreaterThanOrEqualTo(450);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void progressIsToldInBytes() {
        run(file(), "create table big(b blob)", "insert into big values (zeroblob(20000000))");
        var copying = new ArrayList<Long>();
        new Backup(subject(file()))
                .take(
                        backups().resolve("b"),
                        (step, done, total) -> {
                            if (step.equals("copying")) {
                                assertThat(total).isGreaterThan(20_000_000);
                                copying.add(done);
                            }
                        });
        assertThat(copying).hasSizeGreaterThan(2).isSorted();
        assertThat(copying.getLast()).isGreaterThan(20_000_000);
    }

    @Test
    void aFailureOfTheProgressReachesTheCallerAndLeavesNothing() {
        run(file(), "create table big(b blob)", "insert into big values (zeroblob(20000000))");
        assertThatThrownBy(() ->
                        new Backup(subject(file()))
                                .take(
                                        backups().resolve("b"),
                                        (step, _, _) -> {
                                            if (step.equals("copying")) {
                                                throw new IllegalStateException("on purpose");
                                            }
                                        }))
                .hasMessage("on purpose");
        assertThat(names(backups())).isEmpty();
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        run(file(), "create table note(id integer primary key)");
        Files.createDirectories(backups());
        Files.writeString(backups().resolve("b.tenon-backup"), "kept");

        var e = refused(BackupError.TARGET_TAKEN, this::take);

        assertThat(e).hasMessageContaining("b.tenon-backup").hasMessageContaining("test");
        assertThat(backups().resolve("b.tenon-backup")).hasContent("kept");
        assertThat(names(backups())).containsExactly("b.tenon-backup");
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        assertThatThrownBy(this::take)
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.code()).isEqualTo(DatabaseError.UNREACHABLE));
        assertThat(file()).doesNotExist();
        assertThat(names(backups())).isEmpty();
    }

    @Test
    void aDamagedDatabaseIsNotTakenForABackup() throws IOException {
        damaged(file());

        var e = refused(BackupError.DATABASE_DAMAGED, this::take);

        assertThat(e).hasMessageContaining("test");
        assertThat(names(backups())).isEmpty();
    }

    /** Writes over a page of a table, which SQLite notices when it looks at it. */
    static void damaged(Path file) throws IOException {
        run(
                file,
                "create table note(id integer primary key, title text)",
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)"
                        + " insert into note select i, hex(randomblob(20)) from n");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[300]), 4096 * 10L);
        }
    }

    @Test
    void rowsThatReferToNothingAreToldAndKept() {
        run(
                file(),
                "create table a(id integer primary key)",
                "create table b(a integer references a)",
                "insert into b values (7)");
        var taken = take();
        assertThat(taken.manifest().violations()).isEqualTo(1);
        assertThat(taken.manifest().rows()).containsEntry("b", 1L);
    }

    @Test
    void anInterruptedBackupLeavesNothing() throws Exception {
        run(file(), "create table note(id integer primary key)");
        try (var executor = Executors.newSingleThreadExecutor()) {
            var told =
                    executor.submit(() -> {
                        Thread.currentThread().interrupt();
                        var e = refused(BackupError.INTERRUPTED, this::take);
                        return Thread.interrupted() ? e.getMessage() : "not interrupted";
                    });
            assertThat(told.get()).contains("DB-BAK-015");
        }
        assertThat(names(backups())).isEmpty();
    }

    /** The copy has no room, or the archive beside it has none. */
    @ParameterizedTest
    @ValueSource(strings = {"10m", "30m"})
    void aFullDiskIsToldAndNothingIsLeft(String size) throws Exception {
        run(file(), "create table big(b blob)", "insert into big values (randomblob(20000000))");
        assertThat(takenOnADiskOf(size)).containsExactly("DB-BAK-003");
    }

    /** Returns what came of a backup, and the names of what is left in its folder. */
    private List<String> takenOnADiskOf(String size) throws Exception {
        Files.createDirectories(backups());
        var mount =
                "mount -t tmpfs -o size="
                        + size
                        + " none "
                        + backups()
                        + " && \"$@\"; ls -A "
                        + backups();
        var process =
                ChildJvm.startBy(
                        List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"),
                        Programs.BACKING_UP,
                        file(),
                        backups().resolve("b.tenon-backup"));
        try (var said = process.inputReader()) {
            var lines = said.lines().toList();
            assumeThat(lines).as("SKIPPED: no file system can be mounted here").isNotEmpty();
            return lines;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The copy just fits, and what SQLite keeps beside it while it is checked does not. */
    @Test
    void aDiskThatIsFullWhenTheCopyIsCheckedSaysNothingOfTheDatabase() throws Exception {
        run(
                file(),
                "pragma journal_mode=wal",
                "create table big(b blob)",
                "insert into big values (randomblob(2000000))");
        long size = Files.size(file()) + 2 * 4096;

        var lines = takenOnADiskOf("" + size);

        assertThat(lines).containsExactly("DB-BAK-002");
    }

    @Test
    void aFileThatCannotGrowIsToldAndNothingIsLeft() throws Exception {
        run(file(), "create table big(b blob)", "insert into big values (randomblob(20000000))");
        var process =
                ChildJvm.startBy(
                        List.of("prlimit", "--fsize=8000000", "--"),
                        Programs.BACKING_UP,
                        file(),
                        backups().resolve("b.tenon-backup"));
        try (var said = process.inputReader()) {
            assertThat(said.lines().toList()).last().asString().matches("DB-BAK-00[23]");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(names(backups())).isEmpty();
    }

    @Test
    void aKilledBackupLeavesNothingThatLooksLikeOneAndTheNextOneRemovesIt() throws Exception {
        run(file(), "create table big(b blob)", "insert into big values (randomblob(20000000))");
        int killed = 0;
        for (int report = 1; ; report *= 2) {
            var target = backups().resolve(report + ".tenon-backup");
            var process =
                    ChildJvm.start(Programs.BACKING_UP, List.of(), file(), target, "" + report);
            try (var said = process.inputReader()) {
                var lines = said.lines().toList();
                if (process.waitFor() == 0) {
                    assertThat(lines).last().isEqualTo("taken");
                    break;
                }
                killed++;
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(names(backups())).hasSize(1).allMatch(n -> n.startsWith(".tenon-"));
        }
        assertThat(killed).isGreaterThan(4);
        assertThat(names(backups())).hasSize(1).allMatch(n -> n.endsWith(".tenon-backup"));
    }
}
