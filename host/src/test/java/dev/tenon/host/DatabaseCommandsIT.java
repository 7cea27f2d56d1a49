package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tenon db} on the data of the notes sample. */
class DatabaseCommandsIT {

    @TempDir Path folder;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        tenon = new Tenon(folder).with("TENON_PLUGINS", Plugins.SAMPLES.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "status",
                "pending",
                "migrate",
                "history",
                "validate",
                "repair",
                "generate",
                "down",
                "backup",
                "restore",
                "sql"
            })
    void theHelpOfEachCommandHasOptionsExitCodesAndExamples(String command) throws Exception {
        var help = tenon.run("db", command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: tenon db " + command)
                .contains("\nOptions:\n", "--json", "\nExit codes:\n", "\nExamples:\n")
                .contains("\n  tenon db " + command);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void withoutACommandItTellsWhatThereIs() throws Exception {
        var db = tenon.run("db");

        assertThat(db.exitCode()).isEqualTo(2);
        assertThat(db.err()).contains("Usage: tenon db", "\nCommands:\n", "list", "sql");
    }

    @Test
    void aListSaysWhatIsThere() throws Exception {
        var before = tenon.run("db", "list");
        tenon.run("run", "--check");
        var after = tenon.run("db", "list");

        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(before.out()).containsPattern("notes +sample.notes +sqlite +no +/.*notes.db");
        assertThat(after.out())
                .containsPattern("notes +sample.notes +sqlite +yes +/.*notes.db")
                .containsPattern("framework +dev.tenon.database +sqlite +yes");
    }

    @Test
    void rowsAreReadWhileTheHostRunsAndChangedAfterwards() throws Exception {
        try (var running = tenon.start("run", "--set=sample.notes.greeting=Hello")) {
            running.awaitErr("The host runs until");

            var read = tenon.run("db", "sql", "-m", "sample.notes", "select title from note");
            var write = tenon.run("db", "sql", "-m", "notes", "--write", "delete from note");

            assertThat(read.exitCode()).as(read.err()).isZero();
            assertThat(read.out()).isEqualTo("title\nHello\n1 row\n");
            assertThat(write.exitCode()).isEqualTo(1);
            assertThat(write.err())
                    .contains("DB-CONN-012", "the process " + running.process().pid());
        }

        var write = tenon.run("db", "sql", "-m", "notes", "--write", "delete from note");
        var read =
                tenon.run("db", "sql", "-m", "notes", "--json", "select count(*) as n from note");

        assertThat(write.out()).as(write.err()).isEqualTo("1 row changed\n");
        assertThat(read.out().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"results\":[{\"columns\":[\"n\"],\"rows\":[[0]],\"more\":false,"
                                + "\"changed\":0}]}");
    }

    @Test
    void theDatabaseIsMadeWithoutAStart() throws Exception {
        var before = tenon.run("db", "status");
        var migrate = tenon.run("db", "migrate", "--module", "sample.notes");
        var again = tenon.run("db", "migrate", "--module", "sample.notes");
        var after = tenon.run("db", "status");
        var history = tenon.run("db", "history");

        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(before.out()).containsPattern("notes +sample.notes +sqlite +- +not there yet");
        assertThat(migrate.out())
                .as(migrate.err())
                .containsPattern("notes +sample.notes .*1 .*notes");
        assertThat(again.out()).containsPattern("notes +sample.notes .*is up to date");
        assertThat(after.out()).containsPattern("notes +sample.notes +sqlite +1 +");
        assertThat(history.out()).containsPattern("sample.notes +sqlite .*success .*V1__notes.sql");
        assertThat(tenon.run("db", "validate").exitCode()).isZero();
        assertThat(tenon.run("db", "pending").out()).isEqualTo("Nothing is pending.\n");
    }

    @Test
    void aBackupIsTakenWhileTheHostRunsAndRestoredAfterwards() throws Exception {
        var file = folder.resolve("notes.tenon-backup").toString();
        try (var running = tenon.start("run", "--set=sample.notes.greeting=Hello")) {
            running.awaitErr("The host runs until");

            var backup = tenon.run("db", "backup", "-m", "notes", "--to", file);
            var twice = tenon.run("db", "backup", "-m", "notes", "--to", file);
            var restore = tenon.run("db", "restore", "-m", "notes", file);

            assertThat(backup.exitCode()).as(backup.err()).isZero();
            assertThat(backup.out()).contains(file);
            assertThat(twice.err()).contains("DB-BAK-001");
            assertThat(restore.err()).contains("DB-CONN-012");
        }
        tenon.run("db", "sql", "-m", "notes", "--write", "delete from note");

        var restore = tenon.run("db", "restore", "-m", "notes", file);

        assertThat(restore.exitCode()).as(restore.err()).isZero();
        assertThat(tenon.run("db", "sql", "-m", "notes", "select title from note").out())
                .contains("Hello");
    }

    @Test
    void aWrongStatementIsToldInOneLineAndAMissingModuleByTheNamesThereAre() throws Exception {
        tenon.run("run", "--check");

        var wrong = tenon.run("db", "sql", "-m", "notes", "select * from nothing");
        var missing = tenon.run("db", "sql", "-m", "nobody", "select 1");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("DB-QRY-", "nothing");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("DB-CONN-014", "notes of sample.notes");
    }
}
