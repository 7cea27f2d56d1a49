package dev.tenon.database.internal.backup;

import static dev.tenon.database.internal.backup.SqliteFiles.names;
import static dev.tenon.database.internal.backup.SqliteFiles.query;
import static dev.tenon.database.internal.backup.SqliteFiles.run;
import static dev.tenon.database.internal.backup.SqliteFiles.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.TestDatabase;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.internal.engine.postgres.CockroachEngine;
import dev.tenon.database.internal.engine.postgres.PostgresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteSnapshotsTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("test.db");
    }

    private DatabaseSnapshots snapshots(int keep) {
        var subject = subject(file());
        return new DatabaseSnapshots(subject.engine().snapshots(), subject.settings(), keep);
    }

    private Snapshot take(int keep) {
        return snapshots(keep).take("3", Progress.NONE).orElseThrow();
    }

    @Test
    void aSnapshotIsAFileNamedAfterDatabaseMomentAndVersion() {
        run(file(), "create table note(title text)", "insert into note values ('before')");

        var snapshot = take(3);

        assertThat(snapshot.name())
                .matches("test-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z-v3\\.db");
        assertThat(snapshot.schemaVersion()).isEqualTo("3");
        assertThat(names(folder.resolve("snapshots"))).containsExactly(snapshot.name());
        assertThat(query(snapshot.file().orElseThrow(), "select title from note"))
                .containsExactly("before");
        assertThat(snapshots(3).list()).containsExactly(snapshot);
    }

    /** The migration that follows has the file open. */
    @Test
    void itIsTakenOfAnOpenDatabaseAndPutBackWhenThatIsClosed() {
        Snapshot snapshot;
        try (var database = TestDatabase.in(folder)) {
            database.run("create table note(title text)");
            database.run("insert into note values ('before')");
            snapshot = take(1);
            database.run("drop table note");
        }
        snapshots(1).restore(snapshot.name(), Progress.NONE);
        assertThat(query(file(), "select title from note")).containsExactly("before");
        assertThat(snapshots(1).list()).containsExactly(snapshot);
        assertThat(snapshots(1).finish(Progress.NONE)).isEmpty();
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        run(file(), "create table note(title text)");
        var first = take(2);
        var second = take(2);
        var third = take(2);
        assertThat(snapshots(2).list()).containsExactly(third, second);
        assertThat(first.file().orElseThrow()).doesNotExist();
    }

    @Test
    void noneIsTakenWhereNoneIsWanted() {
        run(file(), "create table note(title text)");
        assertThat(snapshots(0).take("3", Progress.NONE)).isEmpty();
        assertThat(folder.resolve("snapshots")).doesNotExist();
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        run(file(), "create table note(title text)");
        var theirs = Files.createDirectories(folder.resolve("snapshots"));
        var kept =
                List.of(
                        "other-2026-11-21T15-09-23-123Z-v3.db",
                        "test-2026-11-21T15-09-23-123Z-damaged.db",
                        "test-2026-99-21T15-09-23-123Z-v3.db",
                        "test.db");
        for (String name : kept) {
            Files.createFile(theirs.resolve(name));
        }
        var snapshot = take(1);
        take(1);
        assertThat(names(theirs)).containsAll(kept).hasSize(kept.size() + 1);
        assertThat(snapshot.file().orElseThrow()).doesNotExist();
    }

    @Test
    void aVersionOfAnyTextBecomesAFileName() {
        run(file(), "create table note(title text)");
        var snapshot = snapshots(3).take("../7 ü", Progress.NONE).orElseThrow();
        assertThat(snapshot.file().orElseThrow().getParent())
                .isEqualTo(folder.resolve("snapshots"));
        assertThat(snapshots(3).list()).containsExactly(snapshot);
        assertThat(snapshots(3).take("", Progress.NONE).orElseThrow().name()).doesNotContain("-v");
    }

    @Test
    void aSnapshotThatIsNotThereIsRefusedWithThoseThatAre() {
        run(file(), "create table note(title text)");
        var snapshot = take(3);
        assertThatThrownBy(() -> snapshots(3).restore("nothing", Progress.NONE))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        e -> assertThat(e.code()).isEqualTo(BackupError.SNAPSHOT_GONE))
                .hasMessageContaining(snapshot.name());
    }

    @Test
    void postgresNeedsNone() {
        var settings = StoreSettings.of("test", "jdbc:postgresql://localhost/test");
        var snapshots = new DatabaseSnapshots(new PostgresEngine().snapshots(), settings, 3);
        assertThat(snapshots.take("1", Progress.NONE)).isEmpty();
        assertThat(snapshots.list()).isEmpty();
    }

    @Test
    void anEngineWithoutBackupsSaysSo() {
        var subject =
                new BackupSubject(
                        new CockroachEngine(),
                        StoreSettings.of("test", "jdbc:postgresql://localhost/test"),
                        "sample.test",
                        Set.of(),
                        "",
                        "");
        assertThatThrownBy(() -> new Backup(subject).take(folder.resolve("b"), Progress.NONE))
                .hasMessageContaining("DB-BAK-016")
                .hasMessageContaining("CockroachDB");
    }
}
