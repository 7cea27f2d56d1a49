package dev.tenon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenon.database.fixture.ChildJvm;
import dev.tenon.database.fixture.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of commits whose files cannot be written. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class FailingDiskTest {

    /** A disk that does not keep what it was given, as long as a file is there. */
    private static final String NO_SYNC =
            """
            #include <errno.h>
            #include <stdlib.h>
            #include <unistd.h>
            #include <sys/syscall.h>
            static int fails(void) {
                const char *file = getenv("FAILS_WHILE");
                if (file == 0 || access(file, F_OK) != 0) return 0;
                errno = EIO;
                return 1;
            }
            int fsync(int fd) { return fails() ? -1 : syscall(SYS_fsync, fd); }
            int fdatasync(int fd) { return fails() ? -1 : syscall(SYS_fdatasync, fd); }
            """;

    @TempDir Path folder;

    /** What the works of a process have come to, by outcome. */
    private final Map<String, Set<Long>> numbers = new HashMap<>();

    private final Map<String, Set<String>> codes = new HashMap<>();

    @BeforeEach
    void create() {
        try (var database = TestDatabase.in(folder)) {
            // Without a key, so that a work that is done twice is seen.
            database.run("create table part(number integer not null)");
        }
    }

    @Test
    void aCommitThatCannotBeWrittenIsUnknownAndWritingGoesOnWhenItCan() throws Exception {
        var process = ChildJvm.startBy(List.of(), Programs.THREES, folder);
        try (var said = process.inputReader()) {
            await(said, "APPLIED", 500);
            limitFiles(process, "65536");
            await(said, "UNKNOWN", 50);
            limitFiles(process, "unlimited");
            await(said, "APPLIED", numbers.get("APPLIED").size() + 500);
            process.getOutputStream().close();
            readAll(said);
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertWholeAndTold();
        // Nothing of a commit that could not be written is there.
        assertThat(without(numbers.get("UNKNOWN"), there())).hasSameSizeAs(numbers.get("UNKNOWN"));
    }

    /** SQLite has written the commit and cannot say whether it lasts: the next start finds it. */
    @Test
    void aCommitThatCannotBeSyncedIsUnknownAndMayBeThereAtTheNextStart() throws Exception {
        var failing = folder.resolve("failing");
        var process =
                ChildJvm.startBy(
                        List.of("env", "LD_PRELOAD=" + library(), "FAILS_WHILE=" + failing),
                        Programs.THREES,
                        folder);
        try (var said = process.inputReader()) {
            await(said, "APPLIED", 500);
            Files.createFile(failing);
            await(said, "UNKNOWN", 50);
            Files.delete(failing);
            await(said, "APPLIED", numbers.get("APPLIED").size() + 500);
            Files.createFile(failing);
            await(said, "UNKNOWN", numbers.get("UNKNOWN").size() + 50);
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            readAll(said);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertWholeAndTold();
    }

    private void assertWholeAndTold() {
        assertThat(codes.get("UNKNOWN")).containsExactly("DB-TXN-009");
        var there = there();
        // Whatever has become of the commit, a work that failed by itself knows that it has.
        assertThat(numbers.get("UNKNOWN")).noneMatch(number -> number % 4 == 3);
        assertThat(there).noneMatch(number -> number % 4 == 3);
        assertThat(without(numbers.get("APPLIED"), there)).isEmpty();
        assertThat(without(numbers.getOrDefault("NOT_APPLIED", Set.of()), there))
                .hasSameSizeAs(numbers.getOrDefault("NOT_APPLIED", Set.of()));
        var untold = without(without(there, numbers.get("APPLIED")), numbers.get("UNKNOWN"));
        // The last word of each thread may have been under way.
        assertThat(untold).hasSizeLessThanOrEqualTo(16);
    }

    /** Returns the numbers whose three rows are there, which none has less or more of. */
    private Set<Long> there() {
        try (var database = TestDatabase.in(folder)) {
            assertThat(database.rows(String.class, "pragma integrity_check")).containsExactly("ok");
            assertThat(
                            database.rows(
                                    Long.class,
                                    "select number from part group by number"
                                            + " having count(*) <> 3"))
                    .isEmpty();
            return new HashSet<>(database.rows(Long.class, "select distinct number from part"));
        }
    }

    private static Set<Long> without(Set<Long> numbers, Set<Long> others) {
        var rest = new HashSet<>(numbers);
        rest.removeAll(others);
        return rest;
    }

    /** Reads what the process says until an outcome was told so often. */
    private void await(BufferedReader said, String outcome, int times) throws IOException {
        while (numbers.getOrDefault(outcome, Set.of()).size() < times) {
            var line = said.readLine();
            assertThat(line).as("%s, codes %s", outcome, codes).isNotNull();
            add(line);
        }
    }

    private void readAll(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            add(line);
        }
    }

    private void add(String line) {
        var parts = line.split(" ", -1);
        codes.computeIfAbsent(parts[0], _ -> new HashSet<>()).add(parts[1]);
        numbers.computeIfAbsent(parts[0], _ -> new HashSet<>()).add(Long.valueOf(parts[2]));
    }

    /** Lets the process write no file beyond the size. */
    private static void limitFiles(Process process, String size) throws Exception {
        run("prlimit", "--pid=" + process.pid(), "--fsize=" + size + ":");
    }

    private Path library() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/cc")))
                .as("SKIPPED: no C compiler at /usr/bin/cc")
                .isTrue();
        var source = Files.writeString(folder.resolve("nosync.c"), NO_SYNC);
        var library = folder.resolve("nosync.so");
        run("/usr/bin/cc", "-shared", "-fPIC", "-o", library.toString(), source.toString());
        return library;
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
