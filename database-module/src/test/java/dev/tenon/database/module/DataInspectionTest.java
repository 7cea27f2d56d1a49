package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.Inspection.Flawed;
import dev.tenon.core.Inspection.Sound;
import dev.tenon.core.error.Problem;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.HostProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tenon doctor} is told of folders and files, which stay as they are. */
class DataInspectionTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("a");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        assertThat(sound(folder.host()))
                .anyMatch(f -> f.contains(folder.data() + " is not there yet"))
                .anyMatch(f -> f.contains("no file " + folder.data().resolve("a.db") + " yet"));
        assertThat(folder.data()).doesNotExist();
    }

    @Test
    void filesThatNobodyHasOpenAreReadWithoutATrace() throws Exception {
        folder.host().start().close();
        var before = content();

        var found = sound(folder.host());

        assertThat(found)
                .anyMatch(f -> f.contains("MB free") && f.contains("in use by no host"))
                .anyMatch(f ->
                        f.contains("/a.db, ")
                                && f.contains("of the module sample.a, is whole (quick_check)"))
                .anyMatch(f -> f.contains("/framework.db, ") && f.contains("dev.tenon.database"));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void whileAHostRunsItsProcessIsNamedAndItWorksOn() throws Exception {
        try (var other = HostProcess.start(folder)) {
            assertThat(other.awaitUp()).contains("sample.a STARTED");
            var before = content().keySet();

            assertThat(sound(folder.host()))
                    .anyMatch(f -> f.contains("in use by the process " + other.process().pid()))
                    .anyMatch(f -> f.contains("/a.db, ") && f.contains("is whole"));

            assertThat(content().keySet()).isEqualTo(before);
            try (var second = folder.host().start()) {
                assertThat(HostFolder.error(second, "sample.a")).contains("DB-CONN-012");
            }
        }
    }

    @Test
    void aHostOfTheSameProcessWorksOnToo() {
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "before");

            assertThat(sound(folder.host()))
                    .anyMatch(f -> f.contains("in use by another host in this process"))
                    .anyMatch(f -> f.contains("/a.db, ") && f.contains("is whole"));

            insert(sessions(host, "sample.a"), "later");
            assertThat(names(sessions(host, "sample.a"))).containsExactly("before", "later");
        }
    }

    @Test
    void aFileWithARollbackJournalIsReadUnderItsLocks() throws Exception {
        var host = folder.host().setting("tenon.database.journal-mode", "delete");
        try (var running = host.start()) {
            insert(sessions(running, "sample.a"), "before");
            var before = fileNames();

            assertThat(sound(host)).anyMatch(f -> f.contains("/a.db, ") && f.contains("is whole"));

            assertThat(fileNames()).isEqualTo(before);
            insert(sessions(running, "sample.a"), "later");
            assertThat(names(sessions(running, "sample.a"))).containsExactly("before", "later");
        }
    }

    @Test
    void whatAKilledHostHasLeftStays() throws Exception {
        try (var other = HostProcess.start(folder)) {
            var _ = other.awaitUp();
            other.kill();
        }
        assertThat(folder.data().resolve("a.db-wal")).exists();
        var before = content();

        assertThat(sound(folder.host()))
                .anyMatch(f -> f.contains("in use by no host"))
                .anyMatch(f -> f.contains("/a.db, ") && f.contains("of the module sample.a"));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aFileInAnotherModeThanTheSettingIsReadUnderItsLocks() throws Exception {
        folder.host().setting("tenon.database.journal-mode", "delete").start().close();
        var file = folder.data().resolve("a.db");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE filler (content BLOB)");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO filler VALUES (randomblob(10000))");
            var before = fileNames();
            assertThat(before).contains(file + "-journal");

            assertThat(sound(folder.host()))
                    .anyMatch(f -> f.contains("/a.db, ") && f.contains("is whole"));

            assertThat(fileNames()).isEqualTo(before);
            statement.execute("COMMIT");
        }
    }

    @Test
    void aFileThatOthersWriteMeanwhileIsNotCalledDamaged() throws Exception {
        folder.host().setting("tenon.database.journal-mode", "delete").start().close();
        var url = "jdbc:sqlite:" + folder.data().resolve("a.db");
        var done = new AtomicBoolean();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer =
                    executor.submit(() -> {
                        try (var other = DriverManager.getConnection(url);
                                var statement = other.createStatement()) {
                            statement.execute("CREATE TABLE filler (content BLOB)");
                            while (!done.get()) {
                                statement.execute("INSERT INTO filler VALUES (randomblob(90000))");
                                statement.execute("DELETE FROM filler");
                                statement.execute("VACUUM");
                            }
                        }
                        return true;
                    });
            try {
                for (int i = 0; i < 5; i++) {
                    assertThat(sound(folder.host())).anyMatch(f -> f.contains("/a.db, "));
                }
            } finally {
                done.set(true);
            }
            assertThat(writer.get()).isTrue();
        }
    }

    @Test
    void aFileStillInWalModeGetsNoFilesBesideIt() throws Exception {
        folder.host().start().close();
        var before = content();

        assertThat(sound(folder.host().setting("tenon.database.journal-mode", "delete")))
                .anyMatch(f -> f.contains("/a.db, ") && f.contains("is whole (quick_check)"));

        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aCopyWithWritesAndNoIndexOfThemIsLeftToTheNextStart() throws Exception {
        killHostThatHasWritten();
        Files.delete(folder.data().resolve("a.db-shm"));
        var before = content();

        assertThat(sound(folder.host()))
                .anyMatch(f -> f.contains("/a.db, ") && f.contains("was not checked"))
                .anyMatch(f -> f.contains("the next start first takes in what is in a.db-wal"));

        assertThat(content()).isEqualTo(before);
        folder.host().start().close();
        assertThat(sound(folder.host()))
                .anyMatch(f -> f.contains("/a.db, ") && f.contains("is whole"));
    }

    @Test
    void aJournalOfAProgramThatWasKilledIsLeftToTheNextStart() throws Exception {
        folder.host().setting("tenon.database.journal-mode", "delete").start().close();
        var file = folder.data().resolve("a.db");
        var journal = folder.data().resolve("a.db-journal");
        // As after a crash: copies, of which nobody holds the locks.
        var copy = temp.resolve("copy.db");
        var journalCopy = temp.resolve("copy.db-journal");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE filler (content BLOB)");
            statement.execute("INSERT INTO filler VALUES (randomblob(90000))");
            statement.execute("PRAGMA cache_size = 5");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE filler SET content = randomblob(900000)");
            Files.copy(file, copy);
            Files.copy(journal, journalCopy);
            statement.execute("ROLLBACK");
        }
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(journalCopy, journal);
        var before = content();

        assertThat(sound(folder.host()))
                .anyMatch(f -> f.contains("the next start first takes in what is in a.db-journal"));

        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aDamagedFileIsFound() throws Exception {
        folder.host().start().close();
        var file = folder.data().resolve("a.db");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 4096);
        }
        Files.writeString(folder.data().resolve("b.db"), "This is no database. ".repeat(100));

        assertThat(flawed(folder.host()))
                .anyMatch(p -> p.toString().contains("DB-CONN-006") && p.fact().contains("/a.db"))
                .anyMatch(p -> p.toString().contains("DB-CONN-006") && p.fact().contains("/b.db"));
    }

    @Test
    void aFileOfAModuleThatIsGoneIsLookedAtAsWell() throws Exception {
        folder.host().start().close();
        Files.move(folder.data().resolve("a.db"), folder.data().resolve("z.db"));

        assertThat(sound(folder.host()))
                .anyMatch(f -> f.contains("/z.db, ") && f.contains("of the module sample.a"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void rightsOfOthersAreAWarning() throws Exception {
        folder.host().start().close();
        Files.setPosixFilePermissions(folder.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                folder.data().resolve("a.db"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(flawed(folder.host()))
                .hasSize(2)
                .noneMatch(Problem::isError)
                .allMatch(p -> p.code().code().equals("DB-SEC-002"))
                .anyMatch(p -> p.cause().contains("rw-r--r--") && p.fact().contains("a.db"))
                .anyMatch(p -> p.cause().contains("rwxr-xr-x"));
    }

    @Test
    void aFileInPlaceOfTheFolderIsAnError() throws Exception {
        Files.writeString(folder.data(), "I am no folder");

        assertThat(flawed(folder.host()))
                .anyMatch(p -> p.isError() && p.cause().equals("It is no folder."));
    }

    private void killHostThatHasWritten() throws Exception {
        try (var plugins = Files.list(folder.plugins())) {
            plugin(
                            "sample.a",
                            "1.0",
                            "@Database(name = \"a\", entities = Main.Item.class)",
                            HostFolder.ITEM
                                    + HostFolder.SHOWS_ITS_SESSIONS
                                    + """
                                    @Override public void start(ModuleContext context) {
                                        context.services().get(SessionFactory.class)
                                                .<Object>write(s -> s.execute("insert into item values ('x')"));
                                    }
                                    """)
                    .jar(plugins.findFirst().orElseThrow());
        }
        try (var other = HostProcess.start(folder)) {
            var _ = other.awaitUp();
            other.kill();
        }
    }

    private static List<String> sound(HostBuilder host) {
        var inspections = host.inspect();
        assertThat(inspections).noneMatch(Flawed.class::isInstance);
        return inspections.stream().map(i -> ((Sound) i).fact()).toList();
    }

    private static List<Problem> flawed(HostBuilder host) {
        return host.inspect().stream()
                .flatMap(
                        i -> i instanceof Flawed(var problem) ? Stream.of(problem) : Stream.empty())
                .toList();
    }

    /**
     * Returns the files of one database; the host may write its own at any time. Reads none: to
     * close one ends the locks that this process has on it.
     */
    private List<String> fileNames() throws IOException {
        try (var files = Files.list(folder.data())) {
            return files.map(Path::toString).filter(f -> f.contains("a.db")).sorted().toList();
        }
    }

    /** Returns what is in the folder: of each file its time and a checksum. */
    private Map<String, String> content() throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(folder.data())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                content.put(
                        file.toString(),
                        Files.getLastModifiedTime(file) + " " + checksum.getValue());
            }
        }
        assertThat(content).isNotEmpty();
        return content;
    }
}
