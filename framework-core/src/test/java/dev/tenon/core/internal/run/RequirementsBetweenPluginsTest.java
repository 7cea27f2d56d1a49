package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code requires static} and {@code requires transitive} mean between plugins. */
class RequirementsBetweenPluginsTest {
    private static final String LOOKS_FOR_A =
            """
            @Override public void start(ModuleContext c) {
                note("offered " + c.services().find(String.class).orElse("nothing"));
                try {
                    note("class of " + sample.a.Main.class.getModule().getName());
                } catch (NoClassDefFoundError e) {
                    note("no class");
                }
            }
            @Override public void stop(ModuleContext c) { note("user stop"); }
            """;

    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void makePluginFolder() {
        plugins = Plugins.in(folder.resolve("plugins"));
    }

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @Test
    void anOptionalRequirementThatIsPresentStartsFirstAndStopsLast() {
        plugins.add(
                "sample.z",
                "",
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) { note("z start"); }
                        @Override public void stop(ModuleContext c) { note("z stop"); }
                        """);
        plugins.add(
                "sample.b",
                "requires static sample.z;",
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) {
                            note("b sees " + sample.z.Main.class.getModule().getName());
                        }
                        @Override public void stop(ModuleContext c) { note("b stop"); }
                        """);

        try (Host host = start()) {
            Outcome.onlyStarted(host, "sample.b", "sample.z");
        }

        assertThat(journal.lines())
                .containsExactly("z start", "b sees sample.z", "b stop", "z stop");
    }

    @Test
    void anOptionalRequirementThatIsAbsentIsDoneWithout() throws Exception {
        Path a = plugins.add("sample.a");
        plugins.add("sample.user", "requires static sample.a;", journal.members() + LOOKS_FOR_A);
        Files.delete(a);

        try (Host host = start()) {
            Outcome.onlyStarted(host, "sample.user");
        }

        assertThat(journal.lines()).containsExactly("offered nothing", "no class", "user stop");
    }

    @Test
    void anOptionalRequirementThatFailsInThePlanIsDoneWithout() throws Exception {
        Path missing = plugins.add("sample.missing");
        plugins.add("sample.a", "requires sample.missing;", "");
        plugins.add("sample.user", "requires static sample.a;", journal.members() + LOOKS_FOR_A);
        Files.delete(missing);

        try (Host host = start()) {
            Outcome.failed(host.module("sample.a"), HostError.MISSING_REQUIREMENT);
            Outcome.onlyStarted(host, "sample.user");
        }

        assertThat(journal.lines()).containsExactly("offered nothing", "no class", "user stop");
    }

    /** What had been planned with the module has to be resolved anew without it. */
    @Test
    void anOptionalRequirementThatGetsBlockedIsDoneWithout() {
        plugins.add(
                "sample.root",
                "",
                "@Override public void register(ModuleContext c) { throw new IllegalStateException(); }");
        plugins.add("sample.a", "requires sample.root;", "");
        plugins.add("sample.user", "requires static sample.a;", journal.members() + LOOKS_FOR_A);
        plugins.add("sample.onward", "requires sample.user;", journal.lifecycle());

        try (Host host = start()) {
            Outcome.blocked(
                    host.module("sample.a"), HostError.REGISTER_FAILED, "sample.a", "sample.root");
            Outcome.onlyStarted(host, "sample.user", "sample.onward");
        }

        assertThat(journal.lines())
                .contains("offered nothing", "no class", "sample.onward start", "user stop");
    }

    @Test
    void anOptionalRequirementThatFailsInItsStartTakesItsServicesAway() {
        plugins.add(
                "sample.a",
                "",
                """
                @Override public void register(ModuleContext c) {
                    c.services().offer(String.class, "from a");
                    throw new IllegalStateException("a cannot");
                }
                """);
        plugins.add("sample.user", "requires static sample.a;", journal.members() + LOOKS_FOR_A);

        try (Host host = start()) {
            Outcome.failed(host.module("sample.a"), HostError.REGISTER_FAILED, "a cannot");
            Outcome.onlyStarted(host, "sample.user");
            assertThat(host.services().find(String.class)).isEmpty();
        }

        assertThat(journal.lines()).contains("offered nothing", "user stop");
    }

    @Test
    void optionalRequirementsInACycleGiveWay() {
        plugins.stubs("sample.b");
        plugins.add("sample.a", "requires static sample.b;", journal.lifecycle());
        Plugins others = Plugins.in(folder.resolve("plugins")).stubs("sample.a");
        others.add("sample.b", "requires static sample.a;", journal.lifecycle());

        try (Host host = start()) {
            assertThat(host.plan().isClean()).isTrue();
            Outcome.onlyStarted(host, "sample.a", "sample.b");
        }
    }

    @Test
    void aTransitiveRequirementIsReadableOneModuleFurther() {
        plugins.add("sample.a", "", "public static String word() { return \"of a\"; }");
        plugins.add("sample.b", "requires transitive sample.a;", "");
        plugins.add(
                "sample.c",
                "requires sample.b;",
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) { note(sample.a.Main.word()); }
                        """);

        try (Host host = start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b", "sample.c");
            assertThat(host.module("sample.c").info().requires()).containsExactly("sample.b");
        }

        assertThat(journal.lines()).containsExactly("of a");
    }

    /** A class that two plugins see through two others is one class. */
    @Test
    void aDiamondHasOneBottom() {
        plugins.add(
                "sample.bottom",
                "",
                "@Override public void start(ModuleContext c) { c.services().offer(Main.class, this); }");
        plugins.add("sample.left", "requires transitive sample.bottom;", "");
        plugins.add("sample.right", "requires transitive sample.bottom;", "");
        plugins.add(
                "sample.top",
                "requires sample.left; requires sample.right;",
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) {
                            note(c.services().get(sample.bottom.Main.class).getClass().getName());
                        }
                        """);

        try (Host host = start()) {
            assertThat(host.modules()).allMatch(m -> m.state() == ModuleState.STARTED);
        }

        assertThat(journal.lines()).containsExactly("sample.bottom.Main");
    }

    private Host start() {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
