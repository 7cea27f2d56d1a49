package dev.tenon.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start cache, which {@code tenon optimize} and the first {@code tenon run} make. */
class StartCacheIT {

    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir static Path installations;

    /** An installation with a start cache, which is put right after a test that has changed it. */
    private static Path optimized;

    /** Its copy: a cache fits one place only, so tests cannot work on copies. */
    private static Path kept;

    private static Tenon.Finished optimize;
    private static Tenon.Finished meanwhile;

    @TempDir Path folder;
    private Tenon tenon;
    private boolean changes;

    @BeforeAll
    static void optimize() throws Exception {
        optimized = ImageCopy.of(Tenon.image(), installations.resolve("with blank"));
        removeCache(optimized);
        Files.createDirectories(installations.resolve("user"));
        // The settings of the installation are not for the training.
        var settings = optimized.resolve("conf").resolve("tenon.properties");
        Files.writeString(settings, "tenon.parallelism = many");
        var user = new Tenon(installations.resolve("user"), optimized).with("TENON_AOT", "use");
        try (var running = user.start("optimize")) {
            running.awaitErr("'commands'");
            meanwhile = user.run("optimize", "--if-missing");
            try (var waiting = user.start("optimize")) {
                waiting.awaitErr("Waiting for another");
            }
            optimize = running.finish();
        }
        Files.delete(settings);
        assertThat(optimize.exitCode()).as(optimize.err()).isZero();
        kept = ImageCopy.of(optimized, installations.resolve("kept"));
    }

    @BeforeEach
    void prepare() {
        tenon = on(optimized);
    }

    @AfterEach
    void putRight() throws Exception {
        if (changes) {
            Files.move(optimized, folder.resolve("changed"));
            ImageCopy.of(kept, optimized);
        }
    }

    @Test
    void optimizeTellsWhatItDoesAndWhatItHasMade() {
        assertThat(optimize.err()).contains("'commands'", "'host'");
        assertThat(optimize.out())
                .containsPattern("[0-9]+ MB +" + optimized + "/cache/[0-9a-f]{16}-commands.aot\\n")
                .containsPattern("[0-9]+ MB +" + optimized + "/cache/[0-9a-f]{16}-host.aot\\n");
        assertThat(files(optimized.resolve("cache"))).hasSize(4).contains("key", "lock");
    }

    @Test
    void everyCommandStartsFromTheCache() throws Exception {
        assertThat(classes("version")).contains("dev.tenon.host.Main source: shared");
        assertThat(classes("plan", "--plugins", optimized + "/training"))
                .contains(" dev.tenon.core.internal.plan.Planner source: shared");
        assertThat(classes("run", "--check", "--plugins", optimized + "/training"))
                .contains(" org.jboss.weld.bootstrap.WeldStartup source: shared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "version",
                "version --json",
                "plan --plugins TRAINING",
                "plan --json --plugins TRAINING",
                "modules sample.notes --plugins TRAINING",
                "services --plugins TRAINING",
                "plna",
                "plan --plugins none",
                "plan --settings none"
            })
    void theCacheChangesNoAnswer(String line) throws Exception {
        var arguments = line.replace("TRAINING", "training").split(" ", -1);
        Files.createSymbolicLink(folder.resolve("training"), optimized.resolve("training"));

        // The first run may make databases, and says so.
        tenon.run(arguments);
        var with = tenon.run(arguments);
        var without = on(optimized).with("TENON_AOT", "off").run(arguments);

        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(with.out()).isEqualTo(without.out());
        assertThat(with.err().lines().count()).isEqualTo(without.err().lines().count());
    }

    @Test
    void anInstallationThatWasMovedDoesNotUseTheCacheOfItsOldPlace() throws Exception {
        var moved = ImageCopy.of(optimized, folder.resolve("moved"));

        assertThat(files(moved.resolve("cache"))).contains("key");
        assertThat(startsPlainly(moved)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01T00:00:00Z", "2101-01-01T00:00:00Z"})
    void aJarThatWasChangedByHandIsTheOneThatRuns(Instant changed) throws Exception {
        var image = toChange();
        var jar = jar(image, "tenon-host");
        // A comment at the end of a zip file is still a zip file.
        Files.write(jar, new byte[100], StandardOpenOption.APPEND);
        Files.setLastModifiedTime(jar, FileTime.from(changed));

        assertThat(startsPlainly(image)).isTrue();
    }

    @Test
    void aFrameworkModuleThatWasAddedIsFound() throws Exception {
        var image = toChange();
        Files.copy(jar(image, "sample-notes"), image.resolve("modules").resolve("notes.jar"));

        var plan = on(image).run("plan");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("sample.notes");
    }

    @Test
    void aNewFingerprintMakesTheCacheUseless() throws Exception {
        var image = toChange();
        Files.writeString(image.resolve("fingerprint"), "0123456789abcdef0123\n");

        assertThat(startsPlainly(image)).isTrue();
    }

    @Test
    void aTruncatedCacheIsIgnoredWithoutAWord() throws Exception {
        var image = toChange();
        for (Path cache : caches(image)) {
            try (var file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
                file.truncate(100_000);
            }
        }

        assertThat(startsPlainly(image)).isTrue();
    }

    @Test
    void aFileThatIsNoCacheIsIgnoredWithoutAWord() throws Exception {
        var image = toChange();
        for (Path cache : caches(image)) {
            Files.writeString(cache, "not a cache\n".repeat(10_000));
        }

        assertThat(startsPlainly(image)).isTrue();
    }

    @Test
    void theDoctorSaysHowTheCacheStands() throws Exception {
        var image = toChange();
        assertThat(on(image).run("doctor").out())
                .containsPattern("OK +image +start cache +This process was started from it");
        assertThat(on(image).with("TENON_JAVA_OPTS", "-XX:+UseZGC").run("doctor").out())
                .containsPattern("WARNING +image +start cache")
                .contains("the JVM refuses it");

        // A few bytes, where the JVM does not look.
        var cache =
                caches(image).stream()
                        .filter(f -> f.toString().contains("host"))
                        .findFirst()
                        .orElseThrow();
        try (var file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("damage".getBytes(US_ASCII)), file.size() / 2);
        }
        var damaged = on(image).run("doctor");
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.out())
                .containsPattern("ERROR +image +start cache")
                .contains("HOST-ENV-002", "tenon optimize");
    }

    @Test
    void whatFindsAndRemovesACacheWithWrongBytesIsNotHarmedByThem() throws Exception {
        var image = toChange();
        var wrong = new byte[1 << 20];
        new Random(1).nextBytes(wrong);
        for (Path cache : caches(image)) {
            try (var file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(wrong), 3 << 20);
            }
        }

        var doctor = on(image).run("doctor");
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(1);
        assertThat(doctor.out()).containsPattern("ERROR +image +start cache");
        assertThat(on(image).run("optimize", "--remove").exitCode()).isZero();
        assertThat(on(image).run("version").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseZGC",
                "-XX:+UseParallelGC",
                "-XX:-UseCompressedOops",
                "-Xmx64m",
                "-Xshare:off",
                "-XX:SharedArchiveFile=none.jsa",
                "-XX:AOTCache=none.aot",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-XX:StartFlightRecording:filename=r.jfr"
            })
    void anyOptionOfTheJvmGoesWithTheCache(String option) throws Exception {
        var version =
                on(optimized).with("TENON_JAVA_OPTS", option + " -Xlog:disable").run("version");

        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).contains("Tenon");
    }

    @Test
    void withoutAnyPlaceOptimizeSaysSoAndTheRestWorks() throws Exception {
        var image = unused();
        Files.writeString(image.resolve("cache"), "");
        Files.writeString(folder.resolve("file"), "");
        tenon = on(image).with("XDG_CACHE_HOME", folder.resolve("file").toString());

        var refused = tenon.run("optimize");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("HOST-ENV-001", image + "/cache", "XDG_CACHE_HOME");
        assertThat(tenon.run("version").exitCode()).isZero();
    }

    @Test
    void whoDoesNotInsistDoesNothingWhileAnotherMakesIt() {
        assertThat(meanwhile.exitCode()).as(meanwhile.err()).isZero();
        assertThat(meanwhile.out()).contains("There is no start cache.");
    }

    @Test
    void aFailedTrainingLeavesTheReasonAndIsNotTriedAgainUnasked() throws Exception {
        var image = unused();
        Files.writeString(image.resolve("training").resolve("broken.jar"), "no jar");

        var failed = on(image).run("optimize");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("HOST-ENV-001", "failed-");
        assertThat(files(image.resolve("cache"))).hasSize(2).doesNotContain("key");
        assertThat(on(image).run("optimize", "--if-missing").exitCode()).isZero();
        assertThat(files(image.resolve("cache"))).hasSize(2).doesNotContain("key");
    }

    @Test
    void theFirstRunOfAUserWithoutRightsHasItMadeInTheFolderOfTheUser() throws Exception {
        var image = unused();
        // Not even root can make a folder where a file is.
        Files.writeString(image.resolve("cache"), "");
        // Tests run in containers too, where it has to be asked for.
        tenon = on(image).with("TENON_AOT", "make");
        // A build in the background of a shell hands on that SIGINT is ignored.
        tenon.launchedBy("env", "--default-signal=INT");

        try (var run = tenon.start("run")) {
            run.awaitErr("start cache is being made in the background");
            run.signal("INT");
            assertThat(run.finish().exitCode()).isEqualTo(130);
        }
        awaitFile(Path.of(folder + "/cache/tenon/start" + image).resolve("key"));

        assertThat(classes("version")).contains("dev.tenon.host.Main source: shared");
        try (var run = tenon.start("run")) {
            run.awaitErr("The host runs until");
            run.signal("TERM");
            assertThat(run.finish().err()).doesNotContain("start cache");
        }
        assertThat(tenon.run("optimize", "--remove").out()).contains("removed");
        assertThat(classes("version")).doesNotContain("dev.tenon.host.Main source: shared");
    }

    @Test
    void aRunInABuildServerMakesNone() throws Exception {
        var image = unused();

        try (var run = on(image).with("TENON_AOT", "auto").with("CI", "true").start("run")) {
            run.awaitErr("The host runs until");
            run.signal("TERM");
            assertThat(run.finish().err()).doesNotContain("start cache");
        }
        assertThat(image.resolve("cache")).doesNotExist();
    }

    @Test
    void whoWantsNoneGetsNone() throws Exception {
        tenon.with("TENON_AOT", "off");

        assertThat(classes("version")).doesNotContain("dev.tenon.host.Main source: shared");
    }

    @Test
    void aWordThatIsNoChoiceIsRefused() throws Exception {
        var refused = tenon.with("TENON_AOT", "of").run("version");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("TENON_AOT is 'of'", "auto, make, use or off");
    }

    private Tenon on(Path image) {
        return new Tenon(folder, image).with("TENON_AOT", "use");
    }

    /** Returns a copy without a cache. */
    private Path unused() throws Exception {
        var image = ImageCopy.of(Tenon.image(), folder.resolve("image"));
        removeCache(image);
        return image;
    }

    /** Whoever has built the image may have used it. */
    private static void removeCache(Path image) throws IOException {
        var cache = image.resolve("cache");
        if (Files.exists(cache)) {
            for (String file : files(cache)) {
                Files.delete(cache.resolve(file));
            }
            Files.delete(cache);
        }
    }

    /** Returns the installation with the cache, for a test that changes it. */
    private Path toChange() {
        changes = true;
        return optimized;
    }

    /** Tells whether commands work, without a word more than usual, and without the cache. */
    private boolean startsPlainly(Path image) throws Exception {
        tenon = on(image);
        for (String line : List.of("version", "run --check")) {
            var finished = tenon.run(line.split(" ", -1));
            var plain = on(image).with("TENON_AOT", "off").run(line.split(" ", -1));
            assertThat(finished.exitCode()).as(finished.err()).isEqualTo(plain.exitCode());
            assertThat(finished.err().lines().count()).isEqualTo(plain.err().lines().count());
        }
        return !classes("version").contains("dev.tenon.host.Main source: shared")
                && !classes("run", "--check").contains("WeldStartup source: shared");
    }

    /** Returns the log of the classes that a command loads. */
    private String classes(String... arguments) throws Exception {
        var log = folder.resolve("classes");
        Files.deleteIfExists(log);
        tenon.withJavaOption("-Xlog:class+load:file=" + log).run(arguments);
        return Files.readString(log);
    }

    private static Path jar(Path image, String name) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(f -> f.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Path> caches(Path image) throws IOException {
        try (Stream<Path> files = Files.list(image.resolve("cache"))) {
            return files.filter(f -> f.toString().endsWith(".aot")).toList();
        }
    }

    private static List<String> files(Path folder) {
        return List.of(folder.toFile().list());
    }

    private static void awaitFile(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + Tenon.LIMIT.toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("%s is there in time", file).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
