package dev.tenon.core.internal.run;

import static dev.tenon.core.ModuleState.READY;
import static dev.tenon.core.ModuleState.RESOLVED;
import static dev.tenon.core.ModuleState.STARTED;
import static dev.tenon.core.ModuleState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The good way of modules through their states. */
class StartOrderTest {
    private final Journal journal = new Journal();
    @TempDir Path plugins;

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @Test
    void modulesStartAfterThoseTheyRequireAndStopBeforeThem() {
        chain();

        try (Host host = Host.builder().plugins(plugins).start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b", "sample.c");
        }

        assertThat(journal.lines("start"))
                .containsExactly("sample.a start", "sample.b start", "sample.c start");
        assertThat(journal.lines("stop"))
                .containsExactly("sample.c stop", "sample.b stop", "sample.a stop");
    }

    @Test
    void everyModuleRegistersBeforeAnyStarts() {
        chain().add("sample.d", "", journal.lifecycle());

        Host.builder().plugins(plugins).start().close();

        assertThat(journal.lines().subList(0, 4)).allMatch(line -> line.endsWith(" register"));
        assertThat(journal.lines().subList(4, 8)).allMatch(line -> line.endsWith(" start"));
        assertThat(journal.lines().subList(8, 12)).allMatch(line -> line.endsWith(" stop"));
    }

    @Test
    void aListenerSeesEachStateInOrder() {
        chain();
        var seen = new ConcurrentLinkedQueue<String>();

        Host.builder().plugins(plugins).listener(new Recorder(seen)).start().close();

        for (String name : List.of("sample.a", "sample.b", "sample.c")) {
            assertThat(seen)
                    .filteredOn(line -> line.startsWith(name))
                    .containsExactly(
                            name + " " + RESOLVED + "->" + READY,
                            name + " " + READY + "->" + STARTED,
                            name + " " + STARTED + "->" + STOPPED);
        }
        assertThat(seen).first().isEqualTo("planned 3");
        assertThat(List.copyOf(seen).get(7)).isEqualTo("ready 3");
        assertThat(seen).last().isEqualTo("closed 3");
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        chain();
        var seen = new ConcurrentLinkedQueue<String>();

        try (Host host =
                Host.builder()
                        .plugins(plugins)
                        .listener(new Faulty())
                        .listener(new Recorder(seen))
                        .start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b", "sample.c");
        }

        assertThat(journal.lines("stop")).hasSize(3);
        assertThat(seen).hasSize(12);
    }

    /** Lets each of two plugins wait in its start for the other, with places for just two. */
    @Test
    void independentModulesStartAtTheSameTime() {
        Plugins folder = Plugins.in(plugins);
        folder.add(
                "sample.meeting",
                "",
                """
                private static final java.util.concurrent.CyclicBarrier PLACE =
                        new java.util.concurrent.CyclicBarrier(2);
                public static void meet() throws Exception {
                    PLACE.await(20, java.util.concurrent.TimeUnit.SECONDS);
                }
                """);
        for (String name : List.of("sample.left", "sample.right")) {
            folder.add(
                    name,
                    "requires sample.meeting;",
                    """
                    @Override public void register(ModuleContext c) throws Exception {
                        sample.meeting.Main.meet();
                    }
                    @Override public void start(ModuleContext c) throws Exception {
                        sample.meeting.Main.meet();
                    }
                    @Override public void stop(ModuleContext c) throws Exception {
                        sample.meeting.Main.meet();
                    }
                    """);
        }

        Host host = Host.builder().plugins(plugins).setting("tenon.parallelism", "2").start();
        Outcome.onlyStarted(host, "sample.meeting", "sample.left", "sample.right");
        host.close();

        assertThat(host.modules()).allMatch(m -> m.problems().isEmpty());
    }

    @Test
    void aHostWithoutPluginsStartsAndStops() {
        try (Host host = Host.builder().plugins(plugins).start()) {
            assertThat(host.modules()).isEmpty();
        }
    }

    @Test
    void theContextNamesTheModuleAndHandsOutItsSettings() {
        Plugins.in(plugins)
                .add(
                        "sample.a",
                        "",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    note(c.name() + " " + c.info().version().orElse("?"));
                                    note(c.settings().get("greeting"));
                                    note("" + c.settings().find("other.greeting").isPresent());
                                }
                                """);

        Host.builder()
                .plugins(plugins)
                .setting("sample.a.greeting", "Good morning")
                .setting("other.greeting", "not for a")
                .start()
                .close();

        assertThat(journal.lines()).containsExactly("sample.a 1.0", "Good morning", "false");
    }

    private Plugins chain() {
        Plugins folder = Plugins.in(plugins);
        folder.add("sample.a", "", journal.lifecycle());
        folder.add("sample.b", "requires sample.a;", journal.lifecycle());
        folder.add("sample.c", "requires sample.b;", journal.lifecycle());
        return folder;
    }

    private record Recorder(Queue<String> seen) implements HostListener {
        @Override
        public void planned(Plan plan) {
            seen.add("planned " + plan.modules().size());
        }

        @Override
        public void changed(ModuleStatus module, ModuleState from) {
            seen.add(module.name() + " " + from + "->" + module.state());
        }

        @Override
        public void ready(List<ModuleStatus> modules) {
            seen.add("ready " + modules.size());
        }

        @Override
        public void closed(List<ModuleStatus> modules) {
            seen.add("closed " + modules.size());
        }
    }

    private static final class Faulty implements HostListener {
        @Override
        public void planned(Plan plan) {
            throw new IllegalStateException("planned");
        }

        @Override
        public void changed(ModuleStatus module, ModuleState from) {
            throw new AssertionError("changed");
        }

        @Override
        public void closed(List<ModuleStatus> modules) {
            throw new StackOverflowError("closed");
        }
    }
}
