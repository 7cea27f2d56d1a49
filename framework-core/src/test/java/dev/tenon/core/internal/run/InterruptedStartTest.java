package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupting the thread that starts a host. */
class InterruptedStartTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** How a start has ended. */
    private record End(HostException thrown, boolean interrupted) {}

    private final Journal journal = new Journal();
    private final List<ModuleStatus> atTheEnd = new ArrayList<>();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.currentThread().join();",
                "while (goesOn()) { Thread.onSpinWait(); }",
            })
    void whatHadStartedIsStoppedInReverseOrder(String hanging) {
        plugins.add("sample.a", "", journal.lifecycle());
        plugins.add("sample.b", "requires sample.a;", journal.lifecycle());
        plugins.add("sample.c", "requires sample.b;", hangingIn("start", hanging));
        plugins.add("sample.d", "requires sample.c;", journal.lifecycle());

        End end = startAndInterruptAt("sample.c start");

        Outcome.has(
                end.thrown.problem(),
                HostError.START_INTERRUPTED,
                "The host has not started.",
                "The thread that started it was interrupted.");
        assertThat(end.interrupted).isTrue();
        assertThat(journal.lines("start"))
                .containsExactly("sample.a start", "sample.b start", "sample.c start");
        assertThat(journal.lines("stop"))
                .filteredOn(line -> !line.startsWith("sample.c"))
                .containsExactly("sample.d stop", "sample.b stop", "sample.a stop");
        assertThat(state("sample.a")).isEqualTo(ModuleState.STOPPED);
        assertThat(state("sample.b")).isEqualTo(ModuleState.STOPPED);
        assertThat(state("sample.c")).isEqualTo(ModuleState.FAILED);
        assertThat(state("sample.d")).isEqualTo(ModuleState.BLOCKED);
    }

    /** With one place they wait in a row for their register: those behind must not be stopped. */
    @Test
    void aModuleThatHasNotRegisteredIsNotStopped() {
        IntStream.range(0, 6)
                .forEach(i ->
                        plugins.add(
                                "sample.m" + i,
                                "",
                                hangingIn("register", "Thread.currentThread().join();")));

        CompletableFuture<End> end = new CompletableFuture<>();
        Thread starter = start(end, "tenon.parallelism", "1");
        Poll.until(LIMIT, () -> !journal.lines().isEmpty());
        starter.interrupt();
        end.join();

        assertThat(modulesOf(journal.lines("stop")))
                .containsExactlyInAnyOrderElementsOf(modulesOf(journal.lines("register")));
    }

    @Test
    void aThreadThatIsInterruptedBeforehandStartsNothing() {
        plugins.add("sample.a", "", journal.lifecycle());
        Thread.currentThread().interrupt();

        HostException thrown = null;
        try {
            Host.builder().plugins(plugins.folder()).start().close();
        } catch (HostException e) {
            thrown = e;
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isNotNull();
        assertThat(thrown.code()).isEqualTo(HostError.START_INTERRUPTED);
        assertThat(journal.lines("start")).isEmpty();
    }

    @Test
    void nothingIsLeft() throws IOException {
        plugins.add(
                "sample.a",
                "",
                journal.members()
                        + """
                        @Override public void register(ModuleContext c) { note(copy().toString()); }
                        """);
        plugins.add(
                "sample.b",
                "requires sample.a;",
                hangingIn("start", "Thread.currentThread().join();"));

        startAndInterruptAt("sample.b start");

        Path work = Path.of(journal.lines().getFirst()).getParent().getParent().getParent();
        assertThat(work).doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().startsWith("sample."));
        try (Stream<Path> content = Files.list(folder)) {
            assertThat(content).containsExactly(plugins.folder());
        }
    }

    private End startAndInterruptAt(String line) {
        CompletableFuture<End> end = new CompletableFuture<>();
        Thread starter = start(end, "tenon.start-timeout", "30s");
        Poll.until(LIMIT, () -> journal.lines().contains(line));
        starter.interrupt();
        return end.join();
    }

    private Thread start(CompletableFuture<End> end, String setting, String value) {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        Host.builder()
                                .plugins(plugins.folder())
                                .setting(setting, value)
                                .listener(new Last())
                                .start();
                        end.completeExceptionally(new AssertionError("It has started."));
                    } catch (HostException e) {
                        end.complete(new End(e, Thread.currentThread().isInterrupted()));
                    }
                });
    }

    private ModuleState state(String name) {
        return atTheEnd.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static List<String> modulesOf(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    private String hangingIn(String step, String body) {
        String note = "note(c.name() + \" %s\");".formatted(step);
        return journal.lifecycle()
                .replace(note, note + "\n" + body)
                .replace(
                        "void %s(ModuleContext c)".formatted(step),
                        "void %s(ModuleContext c) throws Exception".formatted(step));
    }

    private final class Last implements HostListener {
        @Override
        public void closed(List<ModuleStatus> modules) {
            atTheEnd.addAll(modules);
        }
    }
}
