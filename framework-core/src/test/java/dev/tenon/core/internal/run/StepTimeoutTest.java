package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.LogLines;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that do not come to their end by themselves. */
class StepTimeoutTest {
    private static final String UNTIL_INTERRUPTED = "Thread.currentThread().join();";
    private static final String IGNORING_INTERRUPTION =
            """
            while (goesOn()) {
                try { synchronized (this) { wait(50); } } catch (InterruptedException e) { }
            }
            """;
    private static final String SPINNING = "while (goesOn()) { Thread.onSpinWait(); }";

    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Plugins plugins;

    /** Puts a plugin beside the bad ones that none of them may harm. */
    @BeforeEach
    void addUnconcernedPlugin() {
        plugins = Plugins.in(folder);
        plugins.add("sample.unconcerned");
    }

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "start"})
    void aStepThatWaitsIsInterruptedAndThenStopped(String step) {
        plugins.add("sample.a", "", hanging(step, UNTIL_INTERRUPTED));
        plugins.add("sample.b", "requires sample.a;", "");

        try (Host host = start()) {
            timedOut(host, step, "java.lang.Object.wait0", "sample.a.Main." + step + "(Main.java:");
            assertThat(host.module("sample.a").error().orElseThrow().cause())
                    .doesNotContain("ignores");
            Outcome.blocked(
                    host.module("sample.b"), HostError.STEP_TIMED_OUT, "sample.b", "sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }

        assertThat(journal.lines("stop")).containsExactly("sample.a stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "start"})
    void aStepThatIgnoresItsInterruptionIsLeftAloneAndNotStopped(String step) {
        plugins.add("sample.a", "", hanging(step, IGNORING_INTERRUPTION));

        try (Host host = start()) {
            timedOut(
                    host,
                    step,
                    "sample.a.Main." + step + "(Main.java:",
                    "ignores its interruption");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }

        assertThat(journal.lines("stop")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "start"})
    void aStepThatSpinsIsLeftAloneAndNotStopped(String step) {
        plugins.add("sample.a", "", hanging(step, SPINNING));

        try (Host host = start()) {
            timedOut(host, step, "sample.a.Main.", "ignores its interruption");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }

        assertThat(journal.lines("stop")).isEmpty();
    }

    @Test
    void aConstructorThatHangsFailsTheModuleWhichIsNotStopped() {
        plugins.add(
                "sample.a",
                "",
                "public Main() throws Exception { %s }".formatted(UNTIL_INTERRUPTED)
                        + journal.lifecycle());

        try (Host host = start()) {
            timedOut(host, "load", "sample.a.Main.<init>(Main.java:");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }

        assertThat(journal.lines()).isEmpty();
    }

    @Test
    void moreHangingModulesThanPlacesDoNotKeepTheOthersFromStarting() {
        for (String name : new String[] {"sample.a", "sample.b", "sample.c", "sample.d"}) {
            plugins.add(name, "", hanging("start", IGNORING_INTERRUPTION));
        }
        plugins.add("sample.z");

        try (Host host =
                Host.builder()
                        .plugins(folder)
                        .setting("tenon.parallelism", "1")
                        .setting("tenon.start-timeout", "300ms")
                        .start()) {
            Outcome.onlyStarted(host, "sample.unconcerned", "sample.z");
        }
    }

    /** About a thousand years, which are more nanoseconds than a long holds. */
    @Test
    void aVeryLongLimitIsALimit() {
        plugins.add(
                "sample.a",
                "",
                journal.members()
                        + """
                        @Override public void start(ModuleContext c) throws Exception {
                            note("begun");
                            while (!noted("go on")) { Thread.onSpinWait(); }
                        }
                        """);
        var slow = new LogLines("dev.tenon.core.Host");
        var goOn =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            Poll.until(
                                    Duration.ofSeconds(20),
                                    () ->
                                            slow.infos().stream()
                                                    .anyMatch(l -> l.contains("still in")));
                            journal.note("go on");
                        });

        try (slow;
                Host host =
                        Host.builder()
                                .plugins(plugins.folder())
                                .setting("tenon.start-timeout", "365000d")
                                .start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.unconcerned");
        }
        assertThat(goOn.isAlive()).isFalse();
    }

    /** A step that takes long, but not too long, gives its place to others and then succeeds. */
    @Test
    void aSlowStepGivesItsPlaceAway() {
        plugins.add(
                "sample.slow",
                "",
                hanging(
                        "start",
                        """
                        while (goesOn() && !noted("sample.z start")) { Thread.onSpinWait(); }
                        """));
        plugins.add("sample.z", "", journal.lifecycle());

        try (Host host = Host.builder().plugins(folder).setting("tenon.parallelism", "1").start()) {
            Outcome.onlyStarted(host, "sample.unconcerned", "sample.slow", "sample.z");
        }
    }

    @Test
    void aModuleHasALimitOfItsOwn() {
        plugins.add("sample.a", "", hanging("start", UNTIL_INTERRUPTED));

        try (Host host =
                Host.builder()
                        .plugins(folder)
                        .setting("tenon.module.sample.a.start-timeout", "250ms")
                        .start()) {
            Outcome.failed(
                    host.module("sample.a"), HostError.STEP_TIMED_OUT, "did not end within 250 ms");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    /** What goes on running must find no services to offer any more. */
    @Test
    void aStepThatWasGivenUpCanOfferNothing() {
        plugins.add(
                "sample.a",
                "",
                hanging(
                        "start",
                        """
                        while (goesOn() && !noted("given up")) { Thread.onSpinWait(); }
                        try {
                            c.services().offer(String.class, "late");
                        } catch (RuntimeException e) {
                            note(e.getMessage());
                        }
                        """));

        try (Host host = start()) {
            journal.note("given up");
            Poll.until(Duration.ofSeconds(20), () -> journal.lines().size() > 3);
            assertThat(journal.lines()).last().asString().contains("HOST-SVC-004", "sample.a");
            assertThat(host.services().find(String.class)).isEmpty();
        }
    }

    private static void timedOut(Host host, String step, String... where) {
        Outcome.failed(
                host.module("sample.a"),
                HostError.STEP_TIMED_OUT,
                "The module sample.a has failed: its step '"
                        + step
                        + "' did not end within 300 ms.",
                "It stands at ",
                "raise tenon.module.sample.a.start-timeout.");
        assertThat(host.module("sample.a").error().orElseThrow().cause()).contains(where);
    }

    private String hanging(String step, String body) {
        String note = "note(c.name() + \" %s\");".formatted(step);
        return journal.lifecycle()
                .replace(note, note + "\n" + body)
                .replace(
                        "void %s(ModuleContext c)".formatted(step),
                        "void %s(ModuleContext c) throws Exception".formatted(step));
    }

    private Host start() {
        return Host.builder().plugins(folder).setting("tenon.start-timeout", "300ms").start();
    }
}
