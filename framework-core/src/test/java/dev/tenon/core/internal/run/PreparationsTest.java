package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.HostLayer;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.plan.PluginFile;
import dev.tenon.core.internal.plan.PluginFinder;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a framework module makes for each module that declares something to it. */
class PreparationsTest {

    @TempDir Path folder;

    private final Journal journal = new Journal();
    private Plugins plugins;
    private Path shelves;
    private ModuleLayer base;

    @BeforeEach
    void writeTheFrameworkModule() {
        plugins = Plugins.in(folder.resolve("plugins"));
        shelves = framework().jar(folder.resolve("host/shelves.jar"));
        base = HostLayer.of(folder.resolve("host"));
    }

    @AfterEach
    void closeTheJournal() {
        journal.close();
    }

    @Test
    void whatIsMadeIsThereBeforeTheBeansAndGivenBackAfterThem() {
        add("sample.a", "oak");

        run(Map.of());

        assertThat(journal.lines())
                .containsExactly(
                        "prepare sample.a shelf of oak",
                        "bean shelf of oak",
                        "register shelf of oak",
                        "stop shelf of oak",
                        "bean gone",
                        "give back sample.a");
    }

    @Test
    void eachModuleHasItsOwnAndNobodyElseSeesIt() {
        add("sample.a", "oak");
        add("sample.b", "ash");
        plugins.add(
                "sample.c.jar",
                Plugins.plugin(
                                "sample.c",
                                "requires sample.shelves; requires sample.a; requires sample.b;",
                                """
                                @Override public void start(ModuleContext c) {
                                    note("c sees " + c.services().find(sample.shelves.Shelf.class)
                                            + c.services().all(sample.shelves.Shelf.class)
                                            + c.services().describe().stream()
                                                    .filter(d -> d.key().type() == sample.shelves.Shelf.class).toList());
                                }
                                """
                                        + journal.members())
                        .readsFrom(shelves));

        run(Map.of());

        assertThat(journal.lines())
                .contains(
                        "register shelf of oak",
                        "register shelf of ash",
                        "c sees Optional.empty{}[]");
    }

    @Test
    void itIsMadeWithThePluginObjectOfTheFrameworkModuleWhichHasRegistered() {
        add("sample.who", "oak");

        run(Map.of());

        assertThat(journal.lines()).contains("made in the workshop of sample.shelves");
    }

    @Test
    void theFrameworkModuleMayBeRequiredThroughAnotherPlugin() {
        plugins.add(
                "sample.wall.jar",
                Plugins.plugin("sample.wall", "requires transitive sample.shelves;", "")
                        .readsFrom(shelves));
        add("sample.who", "requires sample.wall;", "oak", "");

        run(Map.of());

        assertThat(journal.lines()).contains("made in the workshop of sample.shelves");
    }

    @Test
    void aModuleThatDoesNotRequireTheFrameworkModuleIsToldTo() {
        add("sample.who", "requires static sample.shelves;", "oak", "");

        var modules = run(Map.of());

        Outcome.failed(
                named(modules, "sample.who"),
                HostError.PREPARATION_FAILED,
                "It declares something to sample.shelves.",
                "requires sample.shelves;");
    }

    @Test
    void aPreparationThatFailsFailsTheModuleWithItsOwnCode() {
        add("sample.a", "glass");
        add("sample.b", "paper");
        add("sample.c", "oak");

        var modules = run(Map.of());

        Outcome.failed(
                named(modules, "sample.a"),
                HostError.SETTING_INVALID,
                "what it declares cannot be made",
                "Glass breaks.");
        Outcome.failed(
                named(modules, "sample.b"), HostError.PREPARATION_FAILED, "IOException: no paper");
        assertThat(named(modules, "sample.c").state()).isEqualTo(ModuleState.STARTED);
    }

    @Test
    void whatWasMadeIsGivenBackWhenTheModuleFailsAfterwards() {
        add("sample.a", "oak", "throw new IllegalStateException();");

        var modules = run(Map.of());

        Outcome.failed(named(modules, "sample.a"), HostError.REGISTER_FAILED);
        assertThat(journal.lines()).last().isEqualTo("give back sample.a");
    }

    @Test
    void whatIsMadeTooLateIsGivenBack() {
        add("sample.a", "slow");

        var modules = run(Map.of("tenon.start-timeout", "50ms"));

        Outcome.failed(named(modules, "sample.a"), HostError.STEP_TIMED_OUT, "'prepare'");
        assertThat(journal.lines())
                .containsExactly("prepare sample.a shelf of slow", "give back sample.a");
    }

    @Test
    void aPreparationMayAskForMoreTimeThanTheOtherStepsOfAStart() {
        add("sample.a", "oak");

        var modules = run(Map.of("tenon.start-timeout", "3s", "shelves.finish", "slowly painted"));

        assertThat(named(modules, "sample.a").problems()).isEmpty();
    }

    @Test
    void aChangeIsRehearsedInALayerOfItsOwnWhileTheOldVersionRuns() {
        add("sample.a", "oak");
        add("sample.b", "ash");
        try (var runtime = started()) {
            plugins = Plugins.in(folder.resolve("next"));
            add("sample.a", "paper");
            add("sample.b", "elm");
            var settings = settings(Map.of());
            var change = runtime.transition(plan(settings), _ -> false);

            var good = runtime.rehearse(change, module -> module.name().equals("sample.b"));
            var bad = runtime.rehearse(change, _ -> true);

            assertThat(good).isEmpty();
            assertThat(bad.orElseThrow().module().name()).isEqualTo("sample.a");
            assertThat(bad.orElseThrow().problem().toString())
                    .contains("what it declares could not be made", "no paper");
            assertThat(journal.lines().subList(6, journal.lines().size()))
                    .containsExactly(
                            "rehearse elm in the workshop of sample.shelves",
                            "rehearse paper in the workshop of sample.shelves");
            assertThat(runtime.statuses())
                    .filteredOn(m -> m.name().startsWith("sample."))
                    .allMatch(m -> m.state() == ModuleState.STARTED);
        }
    }

    @Test
    void theFrameworkModuleKnowsItsSettingsWhenThePlanIsMade() {
        add("sample.a", "oak");

        run(Map.of("shelves.finish", "waxed"));

        assertThat(journal.lines()).contains("register waxed shelf of oak");
    }

    @Test
    void inAnOverlapEachVersionHasItsOwnUntilItIsGone() {
        var settings = settings(Map.of());
        add("sample.a", "oak");
        try (var runtime = runtime(settings)) {
            runtime.start(plan(settings));
            plugins = Plugins.in(folder.resolve("next"));
            add("sample.a", "ash");

            var change = runtime.transition(plan(settings), _ -> false);
            assertThat(runtime.overlap(change, Set.of("sample.a")).setback()).isEmpty();

            assertThat(journal.lines().subList(3, journal.lines().size()))
                    .containsExactly(
                            "prepare sample.a shelf of ash",
                            "bean shelf of ash",
                            "register shelf of ash",
                            "stop shelf of oak",
                            "bean gone",
                            "give back sample.a");
        }
    }

    @Test
    void dataAreArchivedBeforeAnythingNewStartsAndDroppedLast() {
        add("sample.a", "oak");
        try (var runtime = started()) {
            plugins = Plugins.in(folder.resolve("next"));
            add("sample.b", "ash");
            var change = runtime.transition(plan(settings(Map.of())), _ -> false);
            var disposals =
                    runtime.disposals(change, Map.of("sample.a", ModuleData.archiveTo(folder)));

            assertThat(runtime.apply(change, Set.of("sample.b"), disposals).setback()).isEmpty();
            var outcomes = runtime.drop(disposals);

            assertThat(outcomes)
                    .singleElement()
                    .satisfies(o -> assertThat(o.archive()).contains(folder.resolve("books")))
                    .satisfies(o -> assertThat(o.problem()).isEmpty())
                    .hasToString(
                            "DataOutcome[effect=ARCHIVE to %1$s: the books of sample.a 1.0,"
                                            .formatted(folder)
                                    + " archive=Optional[%s], problem=Optional.empty]"
                                            .formatted(folder.resolve("books")));
            assertThat(journal.lines().subList(3, journal.lines().size()))
                    .containsExactly(
                            "stop shelf of oak",
                            "bean gone",
                            "give back sample.a",
                            "archive sample.a",
                            "prepare sample.b shelf of ash",
                            "bean shelf of ash",
                            "register shelf of ash",
                            "drop sample.a");
        }
    }

    @Test
    void dataThatCannotBeArchivedAreTheSetbackOfTheChangeAndStay() {
        add("sample.a", "oak");
        try (var runtime = started()) {
            var before = runtime.blueprint();
            plugins = Plugins.in(folder.resolve("next"));
            add("sample.b", "ash");
            var change = runtime.transition(plan(settings(Map.of())), _ -> false);
            var nowhere = ModuleData.archiveTo(folder.resolve("nowhere"));
            var disposals = runtime.disposals(change, Map.of("sample.a", nowhere));

            var setback = runtime.apply(change, Set.of("sample.b"), disposals).setback();
            runtime.discard(disposals);
            runtime.takeBack(before);

            assertThat(setback.orElseThrow().module()).isEqualTo("sample.a");
            assertThat(setback.orElseThrow().problem().orElseThrow().toString())
                    .contains("HOST-MOD-008", "its data could not be archived", "no such place");
            assertThat(journal.lines())
                    .doesNotContain("drop sample.a", "discard sample.a")
                    .last()
                    .isEqualTo("register shelf of oak");
        }
    }

    @Test
    void dataWhoseFrameworkModuleCannotBeAskedAreKeptOrTheChangeIsRefused() {
        add("sample.a", "requires static sample.shelves;", "oak", "");
        try (var runtime = started()) {
            plugins = Plugins.in(folder.resolve("next"));
            add("sample.b", "ash");
            var change = runtime.transition(plan(settings(Map.of())), _ -> false);

            assertThatThrownBy(() -> runtime.disposals(change, Map.of("sample.a", ModuleData.DROP)))
                    .hasMessageContaining("HOST-MOD-007")
                    .hasMessageContaining("The module sample.shelves, which keeps them,");
            assertThat(runtime.drop(runtime.disposals(change, Map.of("sample.a", ModuleData.KEEP))))
                    .isEmpty();
        }
    }

    @Test
    void whatWasArchivedIsDiscardedWhenTheDataStay() {
        add("sample.a", "oak");
        try (var runtime = started()) {
            plugins = Plugins.in(folder.resolve("next"));
            add("sample.b", "paper");
            var change = runtime.transition(plan(settings(Map.of())), _ -> false);
            var disposals =
                    runtime.disposals(change, Map.of("sample.a", ModuleData.archiveTo(folder)));

            var setback = runtime.apply(change, Set.of("sample.b"), disposals).setback();
            runtime.discard(disposals);

            assertThat(setback.orElseThrow().fact()).isEqualTo("sample.b is FAILED.");
            assertThat(journal.lines()).last().isEqualTo("discard sample.a");
        }
    }

    private void add(String module, String wood) {
        add(module, wood, "");
    }

    private void add(String module, String wood, String atRegister) {
        add(module, "requires sample.shelves;", wood, atRegister);
    }

    /** The type that the framework module constructs is in a package that nobody exports. */
    private void add(String module, String requires, String wood, String atRegister) {
        plugins.add(
                module + ".jar",
                PluginSource.module(module, "1.0")
                        .descriptor(
                                """
                                %s
                                requires dev.tenon.core;
                                provides dev.tenon.core.ModulePlugin with %s.Main;
                                """
                                        .formatted(requires, module))
                        .source(
                                module + ".Main",
                                Plugins.mainClass(
                                        module,
                                        "public",
                                        """
                                        @Override public void register(ModuleContext c) {
                                            note("register " + c.services().get(sample.shelves.Shelf.class).text());
                                            %s
                                        }
                                        @Override public void stop(ModuleContext c) {
                                            note("stop " + c.services().get(sample.shelves.Shelf.class).text());
                                        }
                                        """
                                                        .formatted(atRegister)
                                                + journal.members()))
                        .source(
                                module + ".Wood",
                                """
                                package %s;
                                class Wood implements java.util.function.Supplier<String> {
                                    Wood() {}
                                    public String get() { return "%s"; }
                                }
                                """
                                        .formatted(module, wood))
                        .source(
                                module + ".Room",
                                """
                                package %s;
                                import jakarta.annotation.*;
                                import jakarta.enterprise.context.*;
                                import jakarta.enterprise.event.Observes;
                                import jakarta.inject.Inject;
                                @ApplicationScoped class Room {
                                    @Inject sample.shelves.Shelf shelf;
                                    void begin(@Observes @Initialized(ApplicationScoped.class) Object o) {
                                        Main.note("bean " + shelf.text());
                                    }
                                    @PreDestroy void end() { Main.note("bean gone"); }
                                }
                                """
                                        .formatted(module))
                        .readsFrom(shelves)
                        .readsFrom(plugins.folder()));
    }

    private PluginSource framework() {
        return PluginSource.module("sample.shelves", "1.0")
                .descriptor(
                        """
                        requires transitive dev.tenon.core;
                        exports sample.shelves;
                        provides dev.tenon.core.ModulePlugin with sample.shelves.internal.Main;
                        provides dev.tenon.core.spi.PlanContributor
                            with sample.shelves.internal.Shelves;
                        """)
                .source(
                        "sample.shelves.Shelf",
                        "package sample.shelves; public interface Shelf { String text(); }")
                .source(
                        "sample.shelves.internal.Finish",
                        """
                        package sample.shelves.internal;
                        import dev.tenon.core.settings.Setting;
                        public interface Finish {
                            @Setting(defaultValue = "plain") String finish();
                        }
                        """)
                .source(
                        "sample.shelves.internal.Main",
                        """
                        package sample.shelves.internal;
                        import dev.tenon.core.*;
                        import java.util.*;
                        @dev.tenon.core.Module(settings = Finish.class, settingsPrefix = "shelves")
                        public class Main implements ModulePlugin {
                            String workshop = "not registered";
                            @Override public void register(ModuleContext c) { workshop = "of " + c.name(); }
                        """
                                + journal.members()
                                + "}")
                .source(
                        "sample.shelves.internal.Shelves",
                        """
                        package sample.shelves.internal;
                        import static sample.shelves.internal.Main.note;
                        import dev.tenon.core.*;
                        import dev.tenon.core.error.*;
                        import dev.tenon.core.service.ServiceKey;
                        import dev.tenon.core.spi.*;
                        import java.io.IOException;
                        import java.time.Duration;
                        import java.util.*;
                        import java.util.function.Supplier;
                        import sample.shelves.Shelf;
                        public class Shelves implements PlanContributor {
                            @Override public Reading begin(PlanSettings settings) {
                                var finish = settings.as(Finish.class).finish().replace("plain", "");
                                return module -> module.classModel(module.moduleName() + ".Wood").isEmpty()
                                        ? Findings.NONE
                                        : new Findings(List.of(), List.of(), List.of(
                                                new Building(finish)));
                            }
                            record Building(String finish) implements Preparation {
                                @Override public Provision prepare(ModulePlugin framework, ModuleContext context, java.lang.Module in)
                                        throws Exception {
                                    if (context.name().equals("sample.who")) {
                                        note("made in the workshop " + ((Main) framework).workshop);
                                    }
                                    return Shelves.prepare(context, in, finish);
                                }
                                @Override public void rehearse(ModulePlugin framework, java.lang.Module in) throws Exception {
                                    note("rehearse " + wood(in) + " in the workshop " + ((Main) framework).workshop
                                            + (in.getClassLoader() == Thread.currentThread().getContextClassLoader()
                                                    ? "" : " with another loader"));
                                    if (wood(in).equals("paper")) {
                                        throw new IOException("no paper");
                                    }
                                }
                                @Override public Optional<Disposal> disposal(
                                        ModulePlugin framework, ModuleInfo module, ModuleData data, Collection<Preparation> staying) {
                                    return Optional.of(new Disposal() {
                                        public String subject() { return "the books"; }
                                        public Optional<java.nio.file.Path> archive() throws IOException {
                                            note("archive " + module.name());
                                            var folder = ((ModuleData.Archive) data).folder().get();
                                            if (java.nio.file.Files.notExists(folder)) {
                                                throw new IOException("no such place");
                                            }
                                            return Optional.of(folder.resolve("books"));
                                        }
                                        public void discardArchive() { note("discard " + module.name()); }
                                        public void drop() { note("drop " + module.name()); }
                                    });
                                }
                                @Override public Duration limit(ModulePlugin framework) {
                                    return finish.equals("slowly painted") ? Duration.ofMinutes(1) : Duration.ZERO;
                                }
                            }
                            static String wood(java.lang.Module in) throws Exception {
                                var constructor = Class.forName(in, in.getName() + ".Wood").getDeclaredConstructor();
                                constructor.setAccessible(true);
                                return (String) ((Supplier<?>) constructor.newInstance()).get();
                            }
                            static Provision prepare(ModuleContext module, java.lang.Module in, String finish) throws Exception {
                                var wood = wood(in);
                                if (wood.equals("glass")) {
                                    throw new HostException(Problem.error(HostError.SETTING_INVALID, "Glass breaks.", "It is thin.", "Take wood."));
                                }
                                if (wood.equals("paper")) {
                                    throw new IOException("no paper");
                                }
                                var text = (finish + " shelf of " + wood).strip();
                                note("prepare " + module.name() + " " + text);
                                if (finish.equals("slowly painted")) {
                                    Thread.sleep(3_100);
                                }
                                while (wood.equals("slow") && !Thread.currentThread().isInterrupted()) {
                                    Thread.onSpinWait();
                                }
                                return new Provision() {
                                    public Map<ServiceKey<?>, Object> services() {
                                        Shelf shelf = () -> text;
                                        return Map.of(ServiceKey.of(Shelf.class), shelf);
                                    }
                                    public void close() { note("give back " + module.name()); }
                                };
                            }
                        }
                        """);
    }

    /** Starts and stops everything; returns how it stood in between. */
    private List<ModuleStatus> run(Map<String, String> explicit) {
        var settings = settings(explicit);
        var blueprint = plan(settings);
        try (var runtime = runtime(settings)) {
            runtime.start(blueprint);
            return runtime.statuses();
        }
    }

    private HostRuntime started() {
        var settings = settings(Map.of());
        var runtime = runtime(settings);
        runtime.start(plan(settings));
        return runtime;
    }

    private static HostSettings settings(Map<String, String> explicit) {
        return new HostSettings(SettingSources.read(List.of(), explicit, Map.of()));
    }

    private Blueprint plan(HostSettings settings) {
        var blueprint =
                new Planner(base)
                        .plan(
                                PluginFinder.find(List.of(plugins.folder())).plugins().stream()
                                        .map(PluginFile::of)
                                        .toList(),
                                Optional.empty(),
                                settings.problems(),
                                settings);
        assertThat(blueprint.plan().problems()).isEmpty();
        return blueprint;
    }

    private HostRuntime runtime(HostSettings settings) {
        return new HostRuntime(base, settings, new Services(), new HostEvents(List.of()));
    }

    private static ModuleStatus named(List<ModuleStatus> modules, String name) {
        return modules.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }
}
