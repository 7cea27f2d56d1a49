package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.HostLayer;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.plan.PluginFile;
import dev.tenon.core.internal.plan.PluginFinder;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that ship with the host: a layer stands in for the module path of a real one. */
class FrameworkModulesTest {
    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Plugins shipped;
    private Plugins plugins;

    @BeforeEach
    void makeFolders() {
        shipped = Plugins.in(folder.resolve("shipped"));
        plugins = Plugins.in(folder.resolve("plugins"));
    }

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @Test
    void aFrameworkModuleLivesLikeAnyOther() {
        Path base = shipped.add("frame.base", "", journal.lifecycle());
        shipped.add("frame.top", "requires frame.base;", journal.lifecycle());
        plugins.add(
                "sample.a.jar",
                Plugins.plugin("sample.a", "requires frame.base;", journal.lifecycle())
                        .readsFrom(base));

        List<ModuleStatus> modules = run();

        assertThat(modules)
                .extracting(m -> m.name() + " " + m.info().origin() + " " + m.state())
                .containsExactlyInAnyOrder(
                        "frame.base " + Origin.FRAMEWORK + " " + ModuleState.STARTED,
                        "frame.top " + Origin.FRAMEWORK + " " + ModuleState.STARTED,
                        "sample.a " + Origin.PLUGIN + " " + ModuleState.STARTED);
        assertThat(journal.lines("start")).first().isEqualTo("frame.base start");
        assertThat(journal.lines("stop")).last().isEqualTo("frame.base stop");
        assertThat(journal.lines("stop")).hasSize(3);
    }

    /** The library is no module of Tenon, but what it reads has to be up for those who use it. */
    @Test
    void aFrameworkModuleBehindALibraryOfTheHostStartsFirst() {
        Path frame = shipped.add("frame.base", "", journal.lifecycle());
        Path library =
                PluginSource.module("host.library", "1")
                        .descriptor("requires transitive frame.base;")
                        .readsFrom(frame)
                        .jar(shipped.folder().resolve("library.jar"));
        shipped.add(
                "root.jar",
                Plugins.plugin("frame.root", "requires host.library;", journal.lifecycle())
                        .readsFrom(library));
        plugins.add(
                "sample.a.jar",
                Plugins.plugin("sample.a", "requires host.library;", journal.lifecycle())
                        .readsFrom(frame, library));

        List<ModuleStatus> modules = run();

        assertThat(named(modules, "sample.a").info().requires()).containsExactly("frame.base");
        assertThat(named(modules, "frame.root").info().requires()).containsExactly("frame.base");
        assertThat(journal.lines("start")).first().isEqualTo("frame.base start");
    }

    @Test
    void aFrameworkModuleThatFailsBlocksThePluginsThatRequireIt() {
        Path base =
                shipped.add(
                        "frame.base",
                        "",
                        "@Override public void start(ModuleContext c) { throw new IllegalStateException(); }");
        plugins.add(
                "sample.a.jar",
                Plugins.plugin("sample.a", "requires frame.base;", "").readsFrom(base));
        plugins.add("sample.b");

        List<ModuleStatus> modules = run();

        Outcome.failed(named(modules, "frame.base"), HostError.START_FAILED);
        Outcome.blocked(
                named(modules, "sample.a"), HostError.START_FAILED, "sample.a", "frame.base");
        assertThat(named(modules, "sample.b").state()).isEqualTo(ModuleState.STARTED);
    }

    @Test
    void aFrameworkModuleHearsWhatTheHostDoesAndAPluginDoesNot() {
        var listening =
                """
                @Override public void planned(Plan plan) { note("planned " + plan.modules().size()); }
                @Override public void changed(ModuleStatus m, ModuleState from) {
                    note(m.name() + " from " + from + " to " + m.state());
                }
                """
                        + journal.members();
        Path base = shipped.add("frame.jar", listener("frame.base", listening));
        plugins.add("sample.a.jar", listener("sample.a", listening).readsFrom(base));

        run();

        assertThat(journal.lines())
                .containsExactly(
                        "planned 2",
                        "frame.base from RESOLVED to READY",
                        "sample.a from RESOLVED to READY",
                        "frame.base from READY to STARTED",
                        "sample.a from READY to STARTED",
                        "sample.a from STARTED to STOPPED");
    }

    private static PluginSource listener(String module, String members) {
        return PluginSource.module(module, "1.0")
                .descriptor(
                        """
                        requires dev.tenon.core;
                        %s
                        exports %2$s;
                        provides dev.tenon.core.ModulePlugin with %2$s.Main;
                        """
                                .formatted(
                                        module.startsWith("sample") ? "requires frame.base;" : "",
                                        module))
                .source(
                        module + ".Main",
                        Plugins.mainClass(module, "public", members)
                                .replace("ModulePlugin", "ModulePlugin, HostListener"));
    }

    @Test
    void aPluginCannotTakeTheNameOfAFrameworkModule() {
        shipped.add("frame.base", "", journal.lifecycle());
        plugins.add("mine.jar", Plugins.plugin("frame.base", "", "int mine;"));

        List<ModuleStatus> modules = run();

        Outcome.failed(
                named(modules, "mine.jar"),
                HostError.DUPLICATE_NAME,
                "The module name frame.base of mine.jar is taken.",
                "The host itself has a module of this name, which stays.");
        assertThat(named(modules, "frame.base").state()).isEqualTo(ModuleState.STARTED);
    }

    /** Starts and stops everything; returns how it stood in between. */
    private List<ModuleStatus> run() {
        ModuleLayer base = HostLayer.of(shipped.folder());
        HostSettings settings =
                new HostSettings(SettingSources.read(List.of(), Map.of(), Map.of()));
        HostEvents events = new HostEvents(List.of());
        var blueprint =
                new Planner(base)
                        .plan(
                                PluginFinder.find(List.of(plugins.folder())).plugins().stream()
                                        .map(PluginFile::of)
                                        .toList(),
                                Optional.empty(),
                                settings.problems(),
                                settings);
        try (HostRuntime runtime = new HostRuntime(base, settings, new Services(), events)) {
            events.planned(blueprint.plan(), Duration.ZERO);
            runtime.start(blueprint);
            return runtime.statuses();
        }
    }

    private static ModuleStatus named(List<ModuleStatus> modules, String name) {
        return modules.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }
}
