package dev.tenon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenon.database.fixture.ChildJvm;
import dev.tenon.database.fixture.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What takes a process of its own to see. */
@Timeout(300)
class ProcessesTest {

    @TempDir Path folder;

    @Test
    void aMillionRowsPassThroughASmallMemory() throws Exception {
        var process = ChildJvm.start(Programs.STREAMING, List.of("-Xmx48m"), folder);
        assertThat(said(process)).isEqualTo("500036388896");
    }

    @Test
    void aThousandVirtualThreadsPinNoCarrier() throws Exception {
        var events = folder.resolve("pinned.jfr");
        var process =
                ChildJvm.start(
                        Programs.VIRTUAL_THREADS,
                        List.of(
                                "-XX:StartFlightRecording:jdk.VirtualThreadPinned#enabled=true,"
                                        + "jdk.VirtualThreadPinned#threshold=0ms,settings=none,"
                                        + "filename="
                                        + events),
                        folder);
        assertThat(said(process)).endsWith("[5000]");
        var jfr =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jfr").toString(),
                                "print",
                                "--events",
                                "jdk.VirtualThreadPinned",
                                events.toString())
                        .start();
        assertThat(said(jfr)).isEmpty();
    }

    @Test
    void aHundredDatabasesAtRestHoldNoThreadEach() {
        var databases = new ArrayList<TestDatabase>();
        try {
            for (int i = 0; i < 100; i++) {
                databases.add(TestDatabase.withNotes(folder.resolve("d" + i)));
                databases.getLast().insert("a");
                assertThat(databases.getLast().titles()).hasSize(1);
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(t -> t.getName().startsWith("tenon-"))
                    // One for the pools of servers is there if another test has needed it.
                    .hasSizeLessThanOrEqualTo(2);
        } finally {
            databases.forEach(TestDatabase::close);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        var closed = folder.resolve("closed");
        var rights = PosixFilePermissions.fromString("r-xr-xr-x");
        Files.createDirectory(closed, PosixFilePermissions.asFileAttribute(rights));
        assertThat(said(unprivileged(closed)))
                .startsWith("DB-CONN-004")
                .contains(closed.resolve("test.db").toString());
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsNamed() throws Exception {
        TestDatabase.withNotes(folder).close();
        var file = folder.resolve("test.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertThat(said(unprivileged(folder))).startsWith("DB-CONN-004").contains(file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(said(unprivileged(folder))).startsWith("DB-CONN-004").contains(file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(said(unprivileged(folder))).isEqualTo("written");
    }

    @Test
    void noThreadKeepsTheModuleWhoseDatabaseWasTheFirst() throws Exception {
        assertThat(said(ChildJvm.start(Programs.FIRST_DATABASE, List.of(), folder)))
                .isEqualTo("[main]");
    }

    private static Process unprivileged(Path where) throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        return ChildJvm.startUnprivileged(Programs.OPENING, where);
    }

    private static String said(Process process) throws Exception {
        try (var reader = process.inputReader()) {
            var text = reader.readAllAsString().strip();
            process.waitFor();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
