package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.LogLines;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that follows what happens in its plugin folder. */
class PluginWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Journal journal = new Journal();
    private final LogLines log = new LogLines(PluginWatch.class.getName());
    @TempDir private Path folder;
    private Path plugins;
    private Host host;

    @BeforeEach
    void startHost() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        put("sample.base", "1.0", "base.jar");
        host =
                Host.builder()
                        .plugins(plugins)
                        .setting("tenon.watch", "true")
                        .setting("tenon.watch-interval", "20ms")
                        .start();
    }

    @AfterEach
    void closeHost() {
        host.close();
        log.close();
        journal.close();
    }

    @Test
    void aFileThatAppearsIsInstalled() throws IOException {
        put("sample.more", "1.0", "more.jar");

        awaitVersion("sample.more", "1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.more");
        assertThat(journal.lines("start"))
                .containsExactly("sample.base start", "sample.more start");
    }

    @Test
    void aFileThatChangesIsUpgraded() throws IOException {
        put("sample.base", "2.0", "base.jar");

        awaitVersion("sample.base", "2.0");
        assertThat(journal.lines("stop")).containsExactly("sample.base stop");
    }

    @Test
    void aFileThatVanishesIsUninstalled() throws IOException {
        Files.delete(plugins.resolve("base.jar"));

        Poll.until(LIMIT, () -> host.modules().isEmpty());
        assertThat(journal.lines("stop")).containsExactly("sample.base stop");
    }

    @Test
    void aNewVersionUnderAnotherFileNameIsAnUpgrade() throws IOException {
        Path next = write("sample.base", "2.0");
        Files.delete(plugins.resolve("base.jar"));
        Files.move(next, plugins.resolve("base-2.jar"), StandardCopyOption.ATOMIC_MOVE);

        awaitVersion("sample.base", "2.0");
        assertThat(host.modules()).hasSize(1);
    }

    @Test
    void aBrokenFileIsLoggedAndLeavesTheOldVersionRunningUntilItIsMended() throws IOException {
        Files.writeString(plugins.resolve("base.jar"), "not a jar");
        Poll.until(LIMIT, () -> !log.errors().isEmpty());

        assertThat(version("sample.base")).contains("1.0");
        Outcome.onlyStarted(host, "sample.base");

        put("sample.base", "2.0", "base.jar");
        awaitVersion("sample.base", "2.0");
    }

    @Test
    void aFailedUpgradeIsLoggedOnceAndLeavesTheOldVersionRunning() throws IOException {
        move(
                Plugins.plugin(
                                "sample.base",
                                "2.0",
                                "",
                                "@Override public void start(ModuleContext c) { throw new Error(); }")
                        .jar(folder.resolve("bad.jar")),
                "base.jar");
        Poll.until(LIMIT, () -> !log.errors().isEmpty());
        // A further change shows that the watch goes on; the failed file was not tried again.
        put("sample.more", "1.0", "more.jar");
        awaitVersion("sample.more", "1.0");

        assertThat(version("sample.base")).contains("1.0");
        assertThat(log.errors()).hasSize(1);
    }

    @Test
    void aFileThatIsHalfWrittenIsTakenWhenItIsWhole() throws IOException {
        byte[] whole = Files.readAllBytes(write("sample.base", "2.0"));
        Path jar = plugins.resolve("base.jar");
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        Poll.until(LIMIT, () -> !log.errors().isEmpty());

        assertThat(version("sample.base")).contains("1.0");
        Outcome.onlyStarted(host, "sample.base");

        Files.write(jar, whole);
        awaitVersion("sample.base", "2.0");
    }

    @Test
    void aFolderOfClassesAppearsChangesAndVanishes() throws IOException {
        Path classes = plugins.resolve("classes");
        explode("1.0", classes);
        awaitVersion("sample.classes", "1.0");

        explode("2.0", classes);
        awaitVersion("sample.classes", "2.0");

        Files.move(classes, folder.resolve("elsewhere"));
        Poll.until(LIMIT, () -> version("sample.classes").isEmpty());
        Outcome.onlyStarted(host, "sample.base");
    }

    @Test
    void aNamedFolderOfClassesMayBeBuiltAnew() throws IOException {
        Path classes = explode("1.0", folder.resolve("classes"));
        host.close();
        host =
                Host.builder()
                        .plugins(classes)
                        .setting("tenon.watch", "true")
                        .setting("tenon.watch-interval", "20ms")
                        .start();
        Files.delete(classes.resolve("module-info.class"));
        Poll.until(LIMIT, () -> !log.warnings().isEmpty());

        explode("2.0", classes);

        awaitVersion("sample.classes", "2.0");
        assertThat(log.errors()).isEmpty();
        assertThat(log.warnings()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void aPluginFolderThatIsAwayForAMomentChangesNothing() throws IOException {
        Files.move(plugins, folder.resolve("away"));
        Poll.until(LIMIT, () -> !log.warnings().isEmpty());
        Outcome.onlyStarted(host, "sample.base");

        Files.move(folder.resolve("away"), plugins);
        put("sample.base", "2.0", "base.jar");

        awaitVersion("sample.base", "2.0");
        assertThat(journal.lines("stop")).containsExactly("sample.base stop");
    }

    @Test
    void aPluginWaitsForOneThatItRequires() throws IOException {
        Path required = write("sample.required", "1.0");
        move(
                Plugins.plugin("sample.user", "requires sample.required;", journal.lifecycle())
                        .readsFrom(required)
                        .jar(folder.resolve("user.jar")),
                "a-user.jar");
        Poll.until(LIMIT, () -> !log.errors().isEmpty());
        assertThat(version("sample.user")).isEmpty();

        move(required, "required.jar");

        awaitVersion("sample.user", "1.0");
        assertThat(log.errors()).singleElement().asString().contains("sample.required");
    }

    @Test
    void aNewVersionBesideTheOldOneIsTakenWhenTheOldOneIsRemoved() throws IOException {
        put("sample.base", "2.0", "base-2.jar");
        Poll.until(LIMIT, () -> !log.errors().isEmpty());
        assertThat(version("sample.base")).contains("1.0");

        Files.delete(plugins.resolve("base.jar"));

        awaitVersion("sample.base", "2.0");
        assertThat(log.errors()).singleElement().asString().contains("HOST-MOD-002");
    }

    @Test
    void aFileThatBecomesAnotherModuleReplacesIt() throws IOException {
        put("sample.other", "1.0", "base.jar");

        awaitVersion("sample.other", "1.0");
        Outcome.onlyStarted(host, "sample.other");
        assertThat(host.modules()).hasSize(1);
    }

    @Test
    void ofManyVersionsInAHurryTheLastOneRuns() throws IOException {
        for (int i = 2; i < 30; i++) {
            put("sample.base", i + ".0", "base.jar");
        }

        awaitVersion("sample.base", "29.0");
        Outcome.onlyStarted(host, "sample.base");
        assertThat(log.errors()).isEmpty();
    }

    private Path explode(String version, Path classes) {
        return Plugins.plugin("sample.classes", version, "", journal.lifecycle())
                .directory(classes);
    }

    private void awaitVersion(String module, String version) {
        Poll.until(
                LIMIT,
                () ->
                        version(module).filter(version::equals).isPresent()
                                && host.module(module).state() == ModuleState.STARTED);
    }

    private Optional<String> version(String module) {
        return host.modules().stream()
                .filter(m -> m.name().equals(module))
                .map(ModuleStatus::info)
                .flatMap(i -> i.version().stream())
                .findFirst();
    }

    private void put(String module, String version, String file) throws IOException {
        move(write(module, version), file);
    }

    private Path write(String module, String version) {
        return Plugins.plugin(module, version, "", journal.lifecycle())
                .jar(folder.resolve(module + "-" + version + ".jar"));
    }

    private void move(Path from, String file) throws IOException {
        Files.move(from, plugins.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
}
