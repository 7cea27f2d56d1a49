package dev.tenon.database.internal.backup;

import static dev.tenon.database.internal.backup.SqliteFiles.names;
import static dev.tenon.database.internal.backup.SqliteFiles.query;
import static dev.tenon.database.internal.backup.SqliteFiles.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.TestDatabase;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.fixture.ChildJvm;
import dev.tenon.database.fixture.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SqliteRestoreTest {

    private static final String OLD = "select group_concat(title) from note";

    @TempDir Path folder;
    private Path file;
    private Path backup;

    /** The backup holds "backed up", the file then "changed", of which a part is in its WAL. */
    @BeforeEach
    void takeABackupAndChange() throws IOException {
        var live = Files.createDirectory(folder.resolve("live"));
        var data = Files.createDirectory(folder.resolve("data"));
        file = data.resolve("test.db");
        backup = folder.resolve("b.tenon-backup");
        try (var database = TestDatabase.in(live)) {
            database.run("create table note(id integer primary key, title text)");
            database.run("insert into note(title) values ('backed up')");
            new Backup(subject(database.file())).take(backup, Progress.NONE);
            database.run("update note set title = 'changed'");
            // As a process that was killed leaves them.
            for (String name : List.of("test.db", "test.db-wal")) {
                Files.copy(live.resolve(name), data.resolve(name));
            }
        }
        assertThat(Files.size(data.resolve("test.db-wal"))).isPositive();
    }

    private Restore.Restored restore() {
        return new Restore(subject(file), folder).restore(backup, Progress.NONE);
    }

    private void refused(BackupError code) {
        var before = names(file.getParent());
        assertThatThrownBy(this::restore)
                .isInstanceOfSatisfying(
                        BackupException.class,
                        e -> assertThat(e.code()).as("%s", e).isEqualTo(code));
        assertThat(names(file.getParent())).isEqualTo(before);
        assertThat(query(file, OLD)).containsExactly("changed");
    }

    @Test
    void aBackupTakesThePlaceOfTheDatabaseAndTheStateBeforeIsKept() throws IOException {
        var restored = restore();

        assertThat(query(file, OLD)).containsExactly("backed up");
        assertThat(restored.manifest().rows()).containsEntry("note", 1L);
        var before = restored.before().flatMap(Snapshot::file).orElseThrow();
        assertThat(before.getParent()).isEqualTo(file.resolveSibling("snapshots"));
        assertThat(query(before, OLD)).containsExactly("changed");
        assertThat(names(file.getParent())).containsExactly("snapshots", "test.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aModuleWorksWithWhatWasRestored() {
        restore();
        try (var database = TestDatabase.in(file.getParent())) {
            database.run("insert into note(title) values ('after')");
            assertThat(database.rows(String.class, "select title from note order by id"))
                    .containsExactly("backed up", "after");
        }
    }

    @Test
    void aBackupIsRestoredWhereNoDatabaseIs() throws IOException {
        Files.delete(file);
        Files.delete(file.resolveSibling("test.db-wal"));

        assertThat(restore().before()).isEmpty();

        assertThat(query(file, OLD)).containsExactly("backed up");
    }

    /** Its pages would be put over those of the restored file. */
    @Test
    void theWalOfAFileThatIsGoneIsNotTakenForThatOfTheNewOne() throws IOException {
        Files.delete(file);
        restore();
        assertThat(query(file, OLD)).containsExactly("backed up");
        assertThat(query(file, "pragma integrity_check")).containsExactly("ok");
    }

    @Test
    void aDamagedDatabaseIsKeptAsItIsAndReplaced() throws IOException {
        for (String name : names(file.getParent())) {
            Files.delete(file.resolveSibling(name));
        }
        SqliteBackupTest.damaged(file);
        var damage = Files.readAllBytes(file);

        assertThat(restore().before()).isEmpty();

        assertThat(query(file, OLD)).containsExactly("backed up");
        var kept = names(file.resolveSibling("snapshots"));
        assertThat(kept).singleElement().asString().endsWith("-damaged.db");
        assertThat(file.resolveSibling("snapshots").resolve(kept.iterator().next()))
                .hasBinaryContent(damage);
        var snapshots = subject(file).engine().snapshots();
        assertThat(new DatabaseSnapshots(snapshots, subject(file).settings(), 3).list()).isEmpty();
    }

    @Test
    void aFileThatIsNoDatabaseIsKeptAndReplaced() throws IOException {
        for (String name : names(file.getParent())) {
            Files.delete(file.resolveSibling(name));
        }
        Files.writeString(file, "This is no database. ".repeat(1000));

        restore();

        assertThat(query(file, OLD)).containsExactly("backed up");
        assertThat(names(file.resolveSibling("snapshots"))).hasSize(1);
    }

    @Test
    void aDatabaseThatIsOpenIsNotReplaced() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var _ = statement.executeQuery(OLD)) {
            assertThatThrownBy(this::restore).hasMessageContaining("DB-BAK-010");
        }
        assertThat(query(file, OLD)).containsExactly("changed");
    }

    @Test
    void aBackupOfAModuleThatWasRenamedIsRestored() {
        change("manifest.properties", text -> text.replace("sample.test", "sample.old"));
        restore();
        assertThat(query(file, OLD)).containsExactly("backed up");
    }

    @Test
    void aBackupOfAnotherModuleIsRefused() {
        change("manifest.properties", text -> text.replace("sample.test", "sample.other"));
        refused(BackupError.OTHER_MODULE);
    }

    @Test
    void aBackupOfAnotherEngineIsRefused() {
        change("manifest.properties", text -> text.replace("=sqlite", "=postgresql"));
        refused(BackupError.OTHER_ENGINE);
    }

    @Test
    void aBackupOfANewerFormatIsRefused() {
        change("manifest.properties", text -> text.replace("format=1", "format=2"));
        refused(BackupError.NEWER_FORMAT);
    }

    @Test
    void aManifestWithoutWhatItNeedsIsRefused() {
        change("manifest.properties", text -> text.replace("content-sha256", "other"));
        refused(BackupError.UNREADABLE);
    }

    @Test
    void aBackupWhoseRowsAreNotThoseOfItsManifestIsRefused() {
        change("manifest.properties", text -> text.replace("rows.note=1", "rows.note=2"));
        refused(BackupError.DIFFERENT);
    }

    @Test
    void aContentThatWasChangedIsRefused() {
        change("database.db", text -> text.replace("backed up", "BACKED UP"));
        refused(BackupError.UNREADABLE);
    }

    @Test
    void aBackupThatWasCutOffIsRefused() throws IOException {
        var whole = Files.readAllBytes(backup);
        for (int length : List.of(0, 10, whole.length / 2, whole.length - 10)) {
            Files.write(backup, java.util.Arrays.copyOf(whole, length));
            refused(BackupError.UNREADABLE);
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        Files.delete(backup);
        refused(BackupError.UNREADABLE);
    }

    /** Changes a file in the backup, byte by byte of its text. */
    private void change(String name, UnaryOperator<String> change) {
        try (var zip = FileSystems.newFileSystem(backup)) {
            var entry = zip.getPath(name);
            var text = new String(Files.readAllBytes(entry), StandardCharsets.ISO_8859_1);
            assertThat(change.apply(text)).isNotEqualTo(text);
            Files.write(entry, change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverIsKilledAtAnyStepLeavesTheOldDatabaseOrTheNewOne() throws Exception {
        var data = file.getParent();
        var wal = Files.readAllBytes(data.resolve("test.db-wal"));
        var main = Files.readAllBytes(file);
        int old = 0;
        for (int report = 1; ; report++) {
            for (String name : List.of("test.db-shm", "test.db-journal")) {
                Files.deleteIfExists(data.resolve(name));
            }
            Files.write(data.resolve("test.db-wal"), wal);
            Files.write(file, main);
            var process = ChildJvm.start(Programs.RESTORING, List.of(), file, backup, "" + report);
            boolean done;
            try {
                done = process.waitFor() == 0;
            } finally {
                process.destroyForcibly().waitFor();
            }
            var found = query(file, OLD);
            assertThat(query(file, "pragma integrity_check")).containsExactly("ok");
            assertThat(found).containsAnyOf("changed", "backed up");
            if (found.contains("changed")) {
                old++;
                assertThat(done).isFalse();
            }
            restore();
            assertThat(query(file, OLD)).containsExactly("backed up");
            assertThat(names(data)).containsExactly("snapshots", "test.db");
            assertThat(names(data.resolve("snapshots"))).noneMatch(n -> n.startsWith(".tenon"));
            if (done) {
                assertThat(old).isBetween(4, report - 1);
                return;
            }
        }
    }
}
