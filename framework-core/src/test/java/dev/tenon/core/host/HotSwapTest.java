package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tenon.core.ChangeEffect;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing, upgrading and uninstalling while the rest runs. */
class HotSwapTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    @SuppressWarnings("rawtypes")
    private static final ServiceKey<Supplier> ANSWER = ServiceKey.of(Supplier.class, "answer");

    private final Journal journal = new Journal();
    @TempDir private Path folder;
    private Path plugins;
    private Path base;
    private Host host;

    /** Starts a host with sample.base, sample.user that requires it, and sample.apart. */
    @BeforeEach
    void startHost() throws Exception {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        var written = Plugins.in(plugins);
        base = written.add("sample.base", "", journal.lifecycle());
        written.add("sample.user", "requires sample.base;", journal.lifecycle());
        written.add("sample.apart", "", journal.lifecycle());
        host = Host.builder().plugins(plugins).setting("tenon.stop-timeout", "2s").start();
    }

    @AfterEach
    void closeHost() {
        host.close();
        journal.close();
    }

    @Test
    void aPluginIsInstalledWhileTheRestRuns() {
        var before = journal.lines().size();

        var report = host.install(plugin("sample.more", "2.0", journal.lifecycle()));

        assertThat(effects(report.plan().effects())).containsExactly("INSTALL sample.more 2.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart", "sample.more");
        assertThat(journal.lines().subList(before, journal.lines().size()))
                .containsExactly("sample.more register", "sample.more start");
    }

    @Test
    void aPluginIsInstalledThatRequiresOneThatRuns() {
        var before = journal.lines().size();

        host.install(
                Plugins.plugin("sample.more", "requires sample.base;", journal.lifecycle())
                        .readsFrom(base)
                        .jar(folder.resolve("more.jar")));

        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart", "sample.more");
        assertThat(journal.lines().subList(before, journal.lines().size()))
                .containsExactly("sample.more register", "sample.more start");
    }

    @Test
    void anUpgradeStopsDependentsFirstAndStartsThemAfterwards() {
        var before = journal.lines().size();

        var report = host.upgrade(plugin("sample.base", "2.0", journal.lifecycle()));

        assertThat(effects(report.plan().effects()))
                .containsExactly("UPGRADE sample.base 1.0 -> 2.0", "RESTART sample.user 1.0");
        assertThat(journal.lines().subList(before, journal.lines().size()))
                .containsExactly(
                        "sample.user stop",
                        "sample.base stop",
                        "sample.base register",
                        "sample.user register",
                        "sample.base start",
                        "sample.user start");
        assertThat(host.module("sample.base").info().version()).contains("2.0");
        assertThat(report.released())
                .allMatch(r -> r.collected())
                .extracting(r -> r.module().name())
                .containsExactly("sample.user", "sample.base");
    }

    @Test
    void aJarIsReplacedInPlace() throws Exception {
        var next = plugin("sample.base", "2.0", journal.lifecycle());
        Files.write(base, Files.readAllBytes(next));

        host.upgrade(base);

        assertThat(host.module("sample.base").info().version()).contains("2.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void aChangeLeavesAFileAloneThatItDoesNotName() throws Exception {
        Files.writeString(base, "replaced by something that is not a jar");

        host.install(plugin("sample.more", "1.0", journal.lifecycle()));

        assertThat(journal.lines("stop")).isEmpty();
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart", "sample.more");
    }

    @Test
    void thePlanOfAChangeChangesNothing() {
        var before = journal.lines();

        var plan = host.change().uninstall("sample.base").plan();

        assertThat(effects(plan.effects()))
                .containsExactly("UNINSTALL sample.base 1.0", "STOP sample.user 1.0");
        assertThat(plan.dependents()).extracting(m -> m.name()).containsExactly("sample.user");
        assertThat(journal.lines()).isEqualTo(before);
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void aChangeThatWouldStopDependentsIsRefusedIfTheCallerWantsThat() {
        var change = host.change().uninstall("sample.base").refuseIfDependentsStop();

        fails(change, HostError.DEPENDENTS_AFFECTED, "sample.user");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void anUninstallLeavesDependentsFailedAndAnInstallBringsThemBack() {
        var report = host.uninstall("sample.base");

        assertThat(report.released()).allMatch(r -> r.collected());
        Outcome.onlyStarted(host, "sample.apart");
        Outcome.failed(host.module("sample.user"), HostError.MISSING_REQUIREMENT, "sample.base");

        var back = host.install(base);

        assertThat(effects(back.plan().effects()))
                .containsExactly("INSTALL sample.base 1.0", "START sample.user 1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void aFailedUpgradeLeavesTheOldVersionAndItsDependentsRunning() {
        var bad =
                plugin(
                        "sample.base",
                        "2.0",
                        """
                        @Override public void start(ModuleContext c) {
                            throw new IllegalStateException("no way");
                        }
                        """);

        fails(host.change().upgrade(bad), HostError.CHANGE_FAILED, "sample.base", "no way");

        assertThat(host.module("sample.base").info().version()).contains("1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void anInstallThatDoesNotStartIsTakenBack() {
        var bad =
                plugin(
                        "sample.more",
                        "1.0",
                        "@Override public void register(ModuleContext c) { throw new Error(); }");

        fails(host.change().install(bad), HostError.CHANGE_FAILED, "sample.more");

        assertThat(host.modules()).noneMatch(m -> m.name().equals("sample.more"));
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void aChangeThatCannotBePlannedIsRefusedBeforeAnythingHappens() throws Exception {
        var before = journal.lines();
        var broken = Files.writeString(folder.resolve("broken.jar"), "not a jar");
        var missing =
                Plugins.in(folder.resolve("more"))
                        .stubs("sample.absent")
                        .add("sample.more", "requires sample.absent;", "");

        fails(host.change().install(broken), HostError.BROKEN_JAR, "broken.jar");
        fails(host.change().install(missing), HostError.CHANGE_REFUSED, "sample.absent");
        fails(host.change().install(base), HostError.ALREADY_INSTALLED, "sample.base");
        fails(host.change().uninstall("sample.none"), HostError.MODULE_NOT_FOUND, "sample.none");
        fails(
                host.change().upgrade(plugin("sample.none", "1.0", "")),
                HostError.MODULE_NOT_FOUND,
                "sample.none");

        assertThat(journal.lines()).isEqualTo(before);
    }

    @Test
    void severalPluginsChangeInOneGo() {
        var report =
                host.change()
                        .upgrade(plugin("sample.base", "2.0", journal.lifecycle()))
                        .uninstall("sample.apart")
                        .install(plugin("sample.more", "1.0", journal.lifecycle()))
                        .apply();

        assertThat(effects(report.plan().effects()))
                .containsExactlyInAnyOrder(
                        "UPGRADE sample.base 1.0 -> 2.0",
                        "RESTART sample.user 1.0",
                        "INSTALL sample.more 1.0",
                        "UNINSTALL sample.apart 1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.more");
    }

    @Test
    void aModuleUnderAnotherFileNameIsUpgradedByUninstallAndInstallInOneGo() {
        host.change()
                .uninstall("sample.base")
                .install(plugin("sample.base", "2.0", journal.lifecycle()))
                .apply();

        assertThat(host.module("sample.base").info().version()).contains("2.0");
        assertThat(host.module("sample.user").state()).isEqualTo(ModuleState.STARTED);
    }

    @Test
    void aChangeIsMadeAlthoughSomebodyHasClearedTheWorkFolder() throws Exception {
        var work = folder.resolve("work");
        host.close();
        host = Host.builder().plugins(plugins).workFolder(work).start();
        clear(work);

        host.install(plugin("sample.more", "1.0", ""));

        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart", "sample.more");

        clear(work);
        Files.write(base, Files.readAllBytes(plugin("sample.base", "2.0", journal.lifecycle())));
        fails(
                host.change().uninstall("sample.more"),
                HostError.CHANGE_REFUSED,
                "its private copy is gone");
        host.change().upgrade(base).apply();

        assertThat(host.module("sample.base").info().version()).contains("2.0");
    }

    private static void clear(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("plugins"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aModuleThatHasFailedIsStartedAnewByAnUpgradeWithTheSameFile() {
        var moody =
                plugin(
                        "sample.moody",
                        "1.0",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    if (!noted("cheer up")) { throw new IllegalStateException("no mood"); }
                                }
                                """);
        host.close();
        host = Host.builder().plugins(plugins, moody).start();
        Outcome.failed(host.module("sample.moody"), HostError.START_FAILED, "no mood");

        fails(host.change().upgrade(moody), HostError.CHANGE_FAILED, "no mood");
        journal.note("cheer up");
        var report = host.upgrade(moody);

        assertThat(effects(report.plan().effects())).containsExactly("START sample.moody 1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart", "sample.moody");
    }

    @Test
    void itIsSaidIfTheVersionFromBeforeDoesNotStartAgain() {
        host.install(
                plugin(
                        "sample.once",
                        "1.0",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    if (noted("started once")) { throw new IllegalStateException("spent"); }
                                    note("started once");
                                }
                                """));
        var bad =
                plugin(
                        "sample.once",
                        "2.0",
                        "@Override public void start(ModuleContext c) { throw new Error(\"bad\"); }");

        fails(host.change().upgrade(bad), HostError.CHANGE_NOT_TAKEN_BACK, "bad", "spent");

        Outcome.failed(host.module("sample.once"), HostError.START_FAILED, "spent");
        assertThat(host.module("sample.once").info().version()).contains("1.0");
        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void aCallUnderWayEndsBeforeItsModuleIsUpgraded() throws Exception {
        host.install(
                answering("1.0", "while (goesOn() && !noted(\"go on\")) { Thread.onSpinWait(); }"));
        var service = host.services().get(ANSWER);
        var call = CompletableFuture.supplyAsync(service::get, THREADS);
        Poll.until(LIMIT, () -> journal.lines().contains("called"));

        var upgrade =
                CompletableFuture.supplyAsync(() -> host.upgrade(answering("2.0", "")), THREADS);
        Poll.until(LIMIT, () -> isGone(service));
        assertThat(call).isNotDone();
        journal.note("go on");

        assertThat(call.get()).isEqualTo("1.0");
        assertThat(upgrade.get().released())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.interruptedCalls()).isZero();
                    // The reference that the test keeps does not hold what is behind it.
                    assertThat(r.collected()).isTrue();
                });
        assertThat(host.services().get(ANSWER).get()).isEqualTo("2.0");
        assertThat(isGone(service)).isTrue();
    }

    @Test
    void aCallThatDoesNotEndInTimeFailsWithAClearError() {
        host.install(answering("1.0", "Thread.sleep(java.time.Duration.ofDays(1));"));
        var call = CompletableFuture.supplyAsync(host.services().get(ANSWER)::get, THREADS);
        Poll.until(LIMIT, () -> journal.lines().contains("called"));

        var report = host.upgrade(answering("2.0", ""));

        assertThat(report.released())
                .singleElement()
                .satisfies(r -> assertThat(r.interruptedCalls()).isEqualTo(1));
        assertThat(call)
                .failsWithin(LIMIT)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> Outcome.has(e.problem(), HostError.SERVICE_GONE, "sample.answer"));
        assertThat(host.services().get(ANSWER).get()).isEqualTo("2.0");
    }

    @Test
    void changesAtOnceAreMadeOneAfterTheOther() {
        var changes =
                IntStream.range(0, 8)
                        .mapToObj(i -> plugin("sample.many" + i, "1.0", journal.lifecycle()))
                        .map(p -> CompletableFuture.supplyAsync(() -> host.install(p), THREADS))
                        .toList();

        changes.forEach(c -> assertThat(c).succeedsWithin(LIMIT));

        assertThat(host.modules()).hasSize(11).allMatch(m -> m.state() == ModuleState.STARTED);
        assertThat(journal.lines("start")).hasSize(11).doesNotHaveDuplicates();
        assertThat(journal.lines("stop")).isEmpty();
    }

    @Test
    void aModuleCannotChangeTheHostThatWaitsForIt() {
        host.services()
                .offer(
                        ServiceKey.of(Runnable.class, "admin"),
                        () -> host.uninstall("sample.apart"));
        var admin =
                plugin(
                        "sample.admin",
                        "1.0",
                        """
                        @Override public void start(ModuleContext c) {
                            c.services().get(ServiceKey.of(Runnable.class, "admin")).run();
                        }
                        """);

        fails(host.change().install(admin), HostError.CHANGE_FAILED, "cannot change the host");

        Outcome.onlyStarted(host, "sample.base", "sample.user", "sample.apart");
    }

    @Test
    void aCloseGivesUpAChangeThatIsUnderWay() {
        var slow =
                plugin(
                        "sample.slow",
                        "1.0",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) throws Exception {
                                    note("is starting");
                                    Thread.sleep(java.time.Duration.ofDays(1));
                                }
                                """);
        var change = CompletableFuture.supplyAsync(() -> host.install(slow), THREADS);
        Poll.until(LIMIT, () -> journal.lines().contains("is starting"));

        host.close();

        assertThat(change)
                .failsWithin(LIMIT)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> Outcome.has(e.problem(), HostError.START_INTERRUPTED, "sample.slow"));
        assertThat(host.modules()).noneMatch(m -> m.state() == ModuleState.STARTED);
        assertThat(journal.lines("start")).hasSize(3);
        assertThat(journal.lines("stop")).hasSize(3);
        assertThatIllegalStateException()
                .isThrownBy(() -> host.uninstall("sample.base"))
                .withMessageContaining("closed");
    }

    /** Writes a plugin that offers {@link #ANSWER}: its version, after some work the first time. */
    private Path answering(String version, String work) {
        return plugin(
                "sample.answer",
                version,
                journal.members()
                        + """
                        @Override public void register(ModuleContext c) {
                            c.services().offer(
                                    ServiceKey.of(java.util.function.Supplier.class, "answer"),
                                    () -> {
                                        try {
                                            if (!noted("called")) {
                                                note("called");
                                                %s
                                            }
                                            return "%s";
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    });
                        }
                        """
                                .formatted(work, version));
    }

    private static boolean isGone(Supplier<?> service) {
        try {
            service.get();
            return false;
        } catch (HostException e) {
            return e.code() == HostError.SERVICE_GONE;
        }
    }

    @Test
    void theReportNamesAThreadThatHoldsWhatIsGone() {
        host.install(
                plugin(
                        "sample.leak",
                        "1.0",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    var t = new Thread(() -> {
                                        while (goesOn()) { Thread.onSpinWait(); }
                                    }, "left behind");
                                    t.setDaemon(true);
                                    t.start();
                                }
                                """));

        var report = host.uninstall("sample.leak");

        assertThat(report.released())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.collected()).isFalse();
                    assertThat(r.holders())
                            .singleElement()
                            .asString()
                            .startsWith("thread \"left behind\" (RUNNABLE) at ")
                            .contains("sample.leak.Main");
                });
    }

    private static List<String> effects(List<ChangeEffect> effects) {
        return effects.stream().map(ChangeEffect::toString).toList();
    }

    private static void fails(HostChange change, HostError code, String... parts) {
        assertThatExceptionOfType(HostException.class)
                .isThrownBy(change::apply)
                .satisfies(e -> Outcome.has(e.problem(), code, parts));
    }

    /** Writes a plugin of a version beside the plugin folder. */
    private Path plugin(String module, String version, String members) {
        return Plugins.plugin(module, version, "", members)
                .jar(folder.resolve(module + "-" + version + ".jar"));
    }
}
