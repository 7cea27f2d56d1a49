package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.core.ChangeEffect;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing, upgrading and uninstalling while the rest runs. */
class HotSwapTest {
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
