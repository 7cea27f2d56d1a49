package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.core.ModuleRelease;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes in which what is new is started before what is old is stopped. */
class OverlapTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final Journal journal = new Journal();
    @TempDir private Path folder;
    private Host host;

    @BeforeEach
    void startHost() {
        host = Host.builder().setting("tenon.stop-timeout", "5s").start();
    }

    @AfterEach
    void closeHost() {
        host.close();
        journal.close();
    }

    @Test
    void withoutOverlapTwoVersionsNeverRunAtOnce() {
        host.install(plugin("sample.base", "1.0", versions("1.0")));

        var change = host.change().upgrade(plugin("sample.base", "2.0", versions("2.0")));
        assertThat(change.plan().overlaps()).isFalse();
        change.apply();

        assertThat(journal.lines()).containsExactly("1.0 start", "1.0 stop", "2.0 start");
    }

    @Test
    void withOverlapTheNewVersionStartsBeforeTheOldOneStops() {
        host.install(plugin("sample.base", "1.0", versions("1.0")));

        var change = host.change().upgrade(plugin("sample.base", "2.0", versions("2.0"))).overlap();
        assertThat(change.plan().overlaps()).isTrue();
        assertThat(journal.lines()).containsExactly("1.0 start");
        change.apply();

        assertThat(journal.lines()).containsExactly("1.0 start", "2.0 start", "1.0 stop");
    }

    @Test
    void theOldVersionIsShownUntilTheSwitchAndStopsAfterIt() {
        host.install(plugin("sample.base", "1.0", journal.lifecycle()));
        var next =
                plugin(
                        "sample.base",
                        "2.0",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    note("is starting");
                                    while (goesOn() && !noted("go on")) { Thread.onSpinWait(); }
                                }
                                """);

        var upgrade =
                CompletableFuture.supplyAsync(
                        () -> host.change().upgrade(next).overlap().apply(), THREADS);
        Poll.until(LIMIT, () -> journal.lines().contains("is starting"));
        assertThat(version("sample.base")).isEqualTo("1.0");
        Outcome.onlyStarted(host, "sample.base");
        journal.note("go on");

        assertThat(upgrade).succeedsWithin(LIMIT);
        assertThat(version("sample.base")).isEqualTo("2.0");
        assertThat(journal.lines())
                .containsExactly(
                        "sample.base register",
                        "sample.base start",
                        "is starting",
                        "go on",
                        "sample.base stop");
    }

    @Test
    void whatIsUninstalledWithOverlapStopsAndWhatIsInstalledStarts() {
        host.install(plugin("sample.old", "1.0", journal.lifecycle()));
        var before = journal.lines().size();

        host.change()
                .uninstall("sample.old")
                .install(plugin("sample.next", "1.0", journal.lifecycle()))
                .overlap()
                .apply();

        assertThat(journal.lines().subList(before, journal.lines().size()))
                .containsExactly("sample.next register", "sample.next start", "sample.old stop");
        Outcome.onlyStarted(host, "sample.next");
    }

    @Test
    void dependentsArriveAnewBesideTheirOldSelves() {
        var base = plugin("sample.base", "1.0", journal.lifecycle());
        host.change()
                .install(base)
                .install(
                        Plugins.plugin("sample.user", "requires sample.base;", journal.lifecycle())
                                .readsFrom(base)
                                .jar(folder.resolve("user.jar")))
                .apply();
        var before = journal.lines().size();

        var report =
                host.change()
                        .upgrade(plugin("sample.base", "2.0", journal.lifecycle()))
                        .overlap()
                        .apply();

        assertThat(report.plan().dependents())
                .singleElement()
                .matches(m -> m.name().equals("sample.user"));
        assertThat(journal.lines().subList(before, journal.lines().size()))
                .containsExactly(
                        "sample.base register",
                        "sample.user register",
                        "sample.base start",
                        "sample.user start",
                        "sample.user stop",
                        "sample.base stop");
        Outcome.onlyStarted(host, "sample.base", "sample.user");
        assertThat(report.released())
                .allMatch(ModuleRelease::collected)
                .extracting(r -> r.module().name())
                .containsExactly("sample.user", "sample.base");
    }

    @Test
    void aDependentThatFailsBesideItsOldSelfLeavesBothOldOnesRunning() {
        var base = plugin("sample.base", "1.0", journal.lifecycle());
        var starts =
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) {
                            if (noted("second")) { throw new IllegalStateException("not twice"); }
                            note("second");
                        }
                        @Override public void stop(ModuleContext c) { note(c.name() + " stop"); }
                        """;
        host.change()
                .install(base)
                .install(
                        Plugins.plugin("sample.user", "requires sample.base;", starts)
                                .readsFrom(base)
                                .jar(folder.resolve("user.jar")))
                .apply();
        var before = journal.lines().size();

        fails(
                host.change().upgrade(plugin("sample.base", "2.0", journal.lifecycle())).overlap(),
                "sample.user",
                "not twice");

        // These are the new ones.
        assertThat(journal.lines().subList(before, journal.lines().size()))
                .containsExactly(
                        "sample.base register",
                        "sample.base start",
                        "sample.user stop",
                        "sample.base stop");
        assertThat(version("sample.base")).isEqualTo("1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user");
    }

    @Test
    void aCloseGivesUpAChangeThatIsUnderWayAndStopsTheOldVersion() {
        host.install(plugin("sample.base", "1.0", versions("1.0")));
        var slow =
                plugin(
                        "sample.base",
                        "2.0",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) throws Exception {
                                    note("is starting");
                                    Thread.sleep(java.time.Duration.ofDays(1));
                                }
                                """);
        var change =
                CompletableFuture.supplyAsync(
                        () -> host.change().upgrade(slow).overlap().apply(), THREADS);
        Poll.until(LIMIT, () -> journal.lines().contains("is starting"));

        host.close();

        assertThat(change)
                .failsWithin(LIMIT)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> Outcome.has(e.problem(), HostError.START_INTERRUPTED, "sample.base"));
        assertThat(host.modules()).noneMatch(x -> x.state() == ModuleState.STARTED);
        assertThat(journal.lines()).containsExactly("1.0 start", "is starting", "1.0 stop");
    }

    @Test
    void aThreadThatRunsTheNewVersionIsNotTakenForOneOfTheOld() {
        Executor shared =
                task -> {
                    var thread = Thread.ofPlatform().daemon().name("shared").unstarted(task);
                    thread.setContextClassLoader(journal.loaders().getFirst().get());
                    thread.start();
                };
        host.services().offer(ServiceKey.of(Executor.class, "shared"), shared);
        var members =
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) {
                            leaveTrace();
                            if (!noted("second")) { return; }
                            var shared = ServiceKey.of(
                                    java.util.concurrent.Executor.class, "shared");
                            c.services().get(shared).execute(() -> {
                                note("working");
                                while (goesOn() && !noted("go on")) {
                                    if (Thread.interrupted()) { note("interrupted"); }
                                }
                                note("worked");
                            });
                            while (goesOn() && !noted("working")) { Thread.onSpinWait(); }
                        }
                        """;
        host.install(plugin("sample.twin", "1.0", members));
        journal.note("second");
        var rebuilt =
                Plugins.plugin("sample.twin", "1.0", "", members + "static final int NEW = 1;")
                        .jar(folder.resolve("rebuilt.jar"));

        var report = host.change().upgrade(rebuilt).overlap().apply();
        journal.note("go on");
        Poll.until(LIMIT, () -> journal.lines().contains("worked"));

        assertThat(journal.lines()).doesNotContain("interrupted");
        assertThat(report.released()).singleElement().matches(ModuleRelease::collected);
    }

    private String version(String module) {
        var status = host.module(module);
        assertThat(status.state()).isEqualTo(ModuleState.STARTED);
        return status.info().version().orElseThrow();
    }

    private String versions(String version) {
        return journal.members()
                + """
                @Override public void start(ModuleContext c) { note("%1$s start"); }
                @Override public void stop(ModuleContext c) { note("%1$s stop"); }
                """
                        .formatted(version);
    }

    private static void fails(HostChange change, String... parts) {
        assertThatExceptionOfType(HostException.class)
                .isThrownBy(change::apply)
                .satisfies(e -> Outcome.has(e.problem(), HostError.CHANGE_FAILED, parts));
    }

    /** Writes a plugin of a version. */
    private Path plugin(String module, String version, String members) {
        return Plugins.plugin(module, version, "", members)
                .jar(folder.resolve(module + "-" + version + ".jar"));
    }
}
