package dev.tenon.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.Plan;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of plugins, and that it runs nothing of theirs. */
class PlanTest {
    @TempDir Path folder;

    @Test
    void modulesStandInStartOrderWithTheirWaves() {
        Plugins plugins = Plugins.in(folder);
        plugins.add("sample.z");
        plugins.add("sample.y", "requires sample.z;", "");
        plugins.add("sample.x", "requires sample.y; requires sample.z;", "");
        plugins.add("sample.a");

        Plan plan = plan();

        assertThat(plan.isClean()).isTrue();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.modules())
                .extracting(m -> m.name() + " " + m.wave())
                .containsExactly("sample.a 0", "sample.z 0", "sample.y 1", "sample.x 2");
        assertThat(plan.modules())
                .extracting(PlannedModule::state)
                .containsOnly(ModuleState.RESOLVED);
        assertThat(Outcome.planned(plan, "sample.x").info().requires())
                .containsExactly("sample.y", "sample.z");
    }

    @Test
    void modulesThatCannotStartStandLast() {
        Plugins plugins = Plugins.in(folder).stubs("sample.missing");
        plugins.add("sample.a", "requires sample.missing;", "");
        plugins.add("sample.b", "requires sample.a;", "");
        plugins.add("sample.c");

        Plan plan = plan();

        assertThat(plan.isClean()).isFalse();
        assertThat(plan.modules())
                .extracting(m -> m.name() + " " + m.state() + " " + m.wave())
                .containsExactly(
                        "sample.c RESOLVED 0", "sample.a FAILED -1", "sample.b BLOCKED -1");
    }

    @Test
    void nameAndVersionComeFromTheDescriptorAndTheTextFromTheAnnotation() {
        Path jar =
                PluginSource.module("sample.a", "2.1-beta")
                        .descriptor(
                                "requires dev.tenon.core;"
                                        + "provides dev.tenon.core.ModulePlugin with sample.a.Main;")
                        .source(
                                "sample.a.Main",
                                Plugins.mainClass(
                                        "sample.a",
                                        """
                                        @dev.tenon.core.Module(title = "The A",
                                                description = "Does what A does.")
                                        public final\
                                        """,
                                        ""))
                        .jar(folder.resolve("file.jar"));

        ModuleInfo info = Outcome.planned(plan(), "sample.a").info();

        assertThat(info.nameAndVersion()).isEqualTo("sample.a 2.1-beta");
        assertThat(info.title()).isEqualTo("The A");
        assertThat(info.description()).isEqualTo("Does what A does.");
        assertThat(info.origin()).isEqualTo(Origin.PLUGIN);
        assertThat(info.location()).contains(jar);
        assertThat(info.requires()).isEmpty();
    }

    @Test
    void theTitleIsTheNameWhereNoneIsGiven() {
        Plugins.in(folder).add("sample.a");

        ModuleInfo info = Outcome.planned(plan(), "sample.a").info();

        assertThat(info.title()).isEqualTo("sample.a");
        assertThat(info.description()).isEmpty();
    }

    /** The same plugin, started, does load its class: else the recording would prove nothing. */
    @Test
    void thePlanLoadsNoClassOfAPlugin() throws IOException {
        try (Journal journal = new Journal()) {
            Plugins.in(folder)
                    .add("sample.a", "", journal.members() + "static { note(\"initialized\"); }");

            Set<String> planned = classesLoadedBy(() -> assertThat(plan().isClean()).isTrue());
            assertThat(journal.lines()).isEmpty();
            assertThat(planned).doesNotContain("sample.a.Main");

            Set<String> started =
                    classesLoadedBy(() -> Host.builder().plugins(folder).start().close());
            assertThat(journal.lines()).containsExactly("initialized");
            assertThat(started).contains("sample.a.Main");
        }
    }

    @Test
    void thePlanCopiesAndChangesNothing() throws IOException {
        Plugins.in(folder.resolve("plugins")).add("sample.a");
        Path work = folder.resolve("work");

        Host.builder().plugins(folder.resolve("plugins")).workFolder(work).plan();

        try (Stream<Path> content = Files.walk(folder)) {
            assertThat(content.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve("plugins/sample.a.jar"));
        }
        assertThat(work).doesNotExist();
    }

    @Test
    void aHostIsStartedByThePlanItShows() {
        Plugins.in(folder).add("sample.a");
        Plan shown = plan();

        try (Host host = Host.builder().plugins(folder).start()) {
            assertThat(host.plan()).isEqualTo(shown);
        }
    }

    private Plan plan() {
        return Host.builder().plugins(folder).plan();
    }

    private Set<String> classesLoadedBy(Runnable action) throws IOException {
        Path file = Files.createTempFile("classes", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ClassDefine").withoutThreshold();
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(e -> e.getEventType().getName().equals("jdk.ClassDefine"))
                    .map(e -> e.<RecordedClass>getValue("definedClass").getName())
                    .collect(Collectors.toSet());
        } finally {
            Files.delete(file);
        }
    }
}
