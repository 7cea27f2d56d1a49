package dev.tenon.database.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.InstalledPostgres;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.backup.Backup;
import dev.tenon.database.internal.backup.BackupSubject;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.fixtures.DocumentedSources;
import dev.tenon.fixtures.MariaDbServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs what docs/backups.md says of backups without Tenon. */
@Timeout(120)
class BackupsPageTest {

    @TempDir Path folder;

    private void backUp(StoreSettings settings) {
        try (var database = ServerDatabase.open(settings)) {
            database.run("create table note (id int primary key, title varchar(50))");
            database.run("insert into note values (1, 'kept'), (2, 'kept as well')");
        }
        var subject =
                new BackupSubject(
                        Engines.provided().of(settings),
                        settings,
                        "sample.notes",
                        Set.of(),
                        "1",
                        "1");
        new Backup(subject).take(folder.resolve("notes.tenon-backup"), Progress.NONE);
    }

    private String run(String name, Map<String, String> environment) throws Exception {
        var page = DocumentedSources.of("backups.md", folder);
        var script = page.blocks("run: " + name).getFirst();
        var builder = new ProcessBuilder("sh", "-e", "-c", script).directory(folder.toFile());
        builder.environment().putAll(environment);
        var said = folder.resolve("said");
        var process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor()).as(() -> read(said)).isZero();
        return read(said);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void requirePrograms(String... names) {
        for (String name : names) {
            assumeThat(
                            Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                                    .map(f -> Path.of(f, name)))
                    .as("SKIPPED: no program " + name)
                    .anyMatch(Files::isExecutable);
        }
    }

    @Test
    void aBackupOfSqliteIsOpenedWithItsOwnProgram() throws Exception {
        requirePrograms("unzip", "sqlite3");
        backUp(StoreSettings.of("notes", "jdbc:sqlite:" + folder.resolve("data/notes.db")));

        assertThat(run("sqlite", Map.of())).contains("rows.note=2", "kept\nkept as well\n");
    }

    @Test
    void aBackupOfPostgresIsOpenedWithItsOwnPrograms() throws Exception {
        requirePrograms("unzip");
        InstalledPostgres.require();
        var tools = InstalledPostgres.tools().toString();
        var url = InstalledPostgres.url(InstalledPostgres.newDatabase());
        backUp(StoreSettings.of("notes", url).with("user", "postgres").with("tools", tools));

        var server = URI.create(url.replace("jdbc:", ""));
        assertThat(
                        run(
                                "postgresql",
                                Map.of(
                                        "PGHOST",
                                        server.getHost(),
                                        "PGPORT",
                                        "" + server.getPort(),
                                        "PGUSER",
                                        "postgres",
                                        "PATH",
                                        tools + File.pathSeparator + System.getenv("PATH"))))
                .contains("TABLE DATA public note", " kept\n kept as well\n");
    }

    @Test
    void aBackupOfMariaDbIsOpenedWithItsOwnPrograms() throws Exception {
        ServerDatabase.requireMariaDb();
        requirePrograms("unzip", "mariadb", "mariadb-dump");
        var url = MariaDbServer.newUrl();
        backUp(StoreSettings.of("notes", url));

        var server = URI.create(url.replace("jdbc:", ""));
        Files.writeString(
                folder.resolve(".my.cnf"),
                "[client]\nhost=%s\nport=%d\nuser=tenon\nprotocol=tcp\n"
                        .formatted(server.getHost(), server.getPort()));
        assertThat(run("mariadb", Map.of("HOME", folder.toString())))
                .contains("kept\nkept as well\n");
    }
}
