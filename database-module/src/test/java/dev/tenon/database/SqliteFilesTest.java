package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.ConnectionException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SqliteFilesTest {

    @TempDir Path folder;

    @Test
    void aFileIsItsOwnersAlone() throws Exception {
        try (var database = TestDatabase.withNotes(folder.resolve("data"))) {
            database.insert("a");
            for (var name : List.of("test.db", "test.db-wal", "test.db-shm")) {
                assertThat(permissions(folder.resolve("data").resolve(name)))
                        .isEqualTo("rw-------");
            }
            assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** What is asked is a pragma's table, since a session runs no pragma that sets anything. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void everyConnectionHasItsSettings(boolean writes) {
        try (var database =
                TestDatabase.in(folder, TestDatabase.options(Map.of("cache-size", "-1234")))) {
            Work<String> settings =
                    s ->
                            String.join(
                                    " ",
                                    List.of(
                                            one(s, "foreign_keys", "foreign_keys"),
                                            one(s, "journal_mode", "journal_mode"),
                                            one(s, "synchronous", "synchronous"),
                                            one(s, "temp_store", "temp_store"),
                                            one(s, "cache_size", "cache_size"),
                                            one(s, "journal_size_limit", "journal_size_limit"),
                                            one(s, "query_only", "query_only")));
            var sessions = database.sessions();
            assertThat(writes ? sessions.write(settings) : sessions.read(settings))
                    .isEqualTo("1 wal 2 2 -1234 67108864 " + (writes ? 0 : 1));
        }
    }

    private static String one(Session session, String pragma, String column) {
        return session.query("select " + column + " from pragma_" + pragma).one(String.class);
    }

    @Test
    void theSettingsOfTheFileAreFollowed() {
        var options = Map.of("synchronous", "normal", "journal-mode", "delete");
        try (var database = TestDatabase.in(folder, TestDatabase.options(options))) {
            database.run("create table t(a)");
            assertThat(Files.exists(folder.resolve("test.db-wal"))).isFalse();
            assertThat(database.rowsInAWrite(String.class, "select * from pragma_journal_mode"))
                    .containsExactly("delete");
            assertThat(database.count("t")).isZero();
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        for (var options :
                List.of(
                        Map.of("synchronous", "sometimes"),
                        Map.of("journal-mode", "memory"),
                        Map.of("cache-size", "big"),
                        Map.of("max-pages", "few"))) {
            failure(
                    DatabaseError.BAD_SETTING,
                    () -> TestDatabase.in(folder, TestDatabase.options(options)));
        }
        failure(DatabaseError.BAD_SETTING, () -> TestDatabase.in(folder.resolve("what?")));
    }

    @Test
    void aDeletedFileIsNoticed() throws Exception {
        try (var database = TestDatabase.withNotes(folder)) {
            Files.delete(database.file());
            var e = failedIn(DatabaseError.FILE_GONE, () -> database.insert(random()));
            assertThat(e.getMessage()).contains(database.file().toString());
            failure(DatabaseError.FILE_GONE, database::titles);
        }
    }

    @Test
    void aReplacedFileIsNoticedAndTheRightOneTakenAgain() throws Exception {
        try (var database = TestDatabase.withNotes(folder)) {
            var aside = folder.resolve("aside");
            Files.move(database.file(), aside);
            Files.copy(aside, database.file());
            failedIn(DatabaseError.FILE_GONE, () -> database.insert(random()));
            Files.delete(database.file());
            Files.move(aside, database.file());
            database.insert("back");
            assertThat(database.titles()).contains("back");
        }
    }

    private static String random() {
        return java.util.UUID.randomUUID().toString();
    }

    /** Repeats the action until it fails as expected, for some seconds at most. */
    private static DatabaseException failedIn(DatabaseError code, Runnable action) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            try {
                action.run();
            } catch (DatabaseException e) {
                assertThat(e.code()).isEqualTo(code);
                return e;
            }
        }
        throw new AssertionError("It did not fail with " + code);
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws Exception {
        Files.writeString(folder.resolve("test.db"), "This is a text.\n".repeat(1_000));
        var e = failure(DatabaseError.CORRUPT, () -> TestDatabase.in(folder));
        assertThat(e)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining(folder.resolve("test.db").toString());
    }

    @Test
    void aDamagedFileIsReportedWhereItIsRead() throws Exception {
        try (var database = TestDatabase.withNotes(folder)) {
            database.sessions()
                    .write(s -> {
                        var batch = s.batch("insert into note(note_title, body) values (?, ?)");
                        for (int i = 0; i < 1_000; i++) {
                            batch.add("n" + i, new byte[500]);
                        }
                        return batch.execute();
                    });
        }
        var bytes = Files.readAllBytes(folder.resolve("test.db"));
        java.util.Arrays.fill(bytes, 4_096 * 3, bytes.length, (byte) 0x5a);
        Files.write(folder.resolve("test.db"), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (var database = TestDatabase.in(folder)) {
            for (int i = 0; i < 5; i++) {
                failure(
                        DatabaseError.CORRUPT,
                        () -> database.rows(String.class, "select body from note"));
            }
            assertThat(database.rows(Long.class, "select 1")).containsExactly(1L);
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("test.db"));
        assertThatThrownBy(() -> TestDatabase.in(folder))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("test.db");
    }

    @Test
    void otherDatabasesCannotBeAttachedEvenPastTheCheck() {
        try (var database = TestDatabase.withNotes(folder)) {
            database.run("alter table note add column \"it's\" text");
            assertThatThrownBy(() ->
                            database.sessions()
                                    .write(s -> {
                                        try (var statement = s.connection().createStatement()) {
                                            // An empty first statement would hide the second.
                                            return statement.execute(
                                                    "/* */ attach 'other.db' as other");
                                        }
                                    }))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStart() {
        try (var database = TestDatabase.withNotes(folder)) {
            database.insert("a");
        }
        assertThat(folder.resolve("test.db-wal")).doesNotExist();
        try (var database = TestDatabase.in(folder)) {
            assertThat(database.titles()).containsExactly("a");
        }
    }
}
