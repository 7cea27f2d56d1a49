package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.host.Host;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping: every module once, whatever the others do. */
class StopTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String NOTES_COPY =
            "@Override public void register(ModuleContext c) { note(copy().toString()); }";

    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void makePluginFolder() {
        plugins = Plugins.in(folder);
    }

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new java.io.IOException(\"stuck\");",
                "throw new IllegalStateException(\"stuck\");",
                "throw new AssertionError(\"stuck\");",
            })
    void aStopThatThrowsIsShownAndTheOthersStopAllTheSame(String body) {
        addChainWith(body);

        Host host = start();
        host.close();

        Problem problem = problemOf(host.module("sample.b"));
        Outcome.has(
                problem,
                HostError.STOP_FAILED,
                "The module sample.b has failed: its stop method failed.",
                ": stuck.",
                "Correct the module's stop method");
        stoppedInOrder(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.currentThread().join();",
                "while (goesOn()) { try { synchronized (this) { wait(20); } } catch (InterruptedException e) { } }",
                "while (goesOn()) { Thread.onSpinWait(); }",
            })
    void aStopThatHangsIsGivenUpAndTheOthersStopAllTheSame(String body) {
        addChainWith(body);

        Host host = start();
        host.close();

        Problem problem = problemOf(host.module("sample.b"));
        Outcome.has(
                problem,
                HostError.STEP_TIMED_OUT,
                "The module sample.b has failed: its step 'stop' did not end within 300 ms.",
                "sample.b.Main.",
                "raise tenon.module.sample.b.stop-timeout.");
        stoppedInOrder(host);
    }

    @Test
    void closingTwiceStopsOnce() {
        plugins.add("sample.a", "", journal.lifecycle());

        Host host = start();
        host.close();
        host.close();

        assertThat(journal.lines("stop")).containsExactly("sample.a stop");
    }

    @Test
    void closingFromTwoThreadsStopsOnceAndBothWaitForTheEnd() {
        for (int i = 0; i < 5; i++) {
            plugins.add("sample.m" + i, "", journal.lifecycle());
        }
        plugins.add("sample.copy", "", journal.members() + NOTES_COPY);
        Host host = start();
        Path work = workFolder();
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicBoolean complete = new AtomicBoolean(true);

        List<Thread> threads =
                Stream.generate(() ->
                                Thread.ofPlatform()
                                        .start(() -> close(host, together, complete, work)))
                        .limit(2)
                        .toList();
        Poll.until(LIMIT, () -> threads.stream().noneMatch(Thread::isAlive));

        assertThat(complete).isTrue();
        assertThat(journal.lines("stop")).hasSize(5);
        assertThat(work).doesNotExist();
    }

    @Test
    void aListenerThatClosesTheHostDuringItsStopDoesNotHoldItUp() {
        plugins.add("sample.a", "", journal.lifecycle());
        var host = new AtomicReference<Host>();
        host.set(
                Host.builder()
                        .plugins(plugins.folder())
                        .listener(
                                new HostListener() {
                                    @Override
                                    public void changed(ModuleStatus module, ModuleState from) {
                                        if (module.state() == ModuleState.STOPPED) {
                                            host.get().close();
                                            journal.note("listener returned");
                                        }
                                    }
                                })
                        .start());

        host.get().close();

        assertThat(journal.lines()).contains("sample.a stop", "listener returned");
    }

    @Test
    void anInterruptedThreadStopsEverythingAndStaysInterrupted() {
        addChainWith("");
        Host host = start();

        Thread.currentThread().interrupt();
        host.close();

        assertThat(Thread.interrupted()).isTrue();
        stoppedInOrder(host);
        assertThat(host.modules()).allMatch(m -> m.problems().isEmpty());
    }

    @Test
    void servicesAreThereUntilThoseThatRequireTheModuleHaveStopped() {
        plugins.add(
                "sample.a",
                "",
                journal.members()
                        + """
                        @Override public void register(ModuleContext c) {
                            c.services().offer(String.class, "of a");
                        }
                        @Override public void stop(ModuleContext c) {
                            note("a sees " + c.services().find(String.class).orElse("none"));
                        }
                        """);
        plugins.add(
                "sample.b",
                "requires sample.a;",
                journal.members()
                        + """
                        @Override public void stop(ModuleContext c) {
                            note("b sees " + c.services().get(String.class));
                        }
                        """);

        Host host = start();
        host.close();

        assertThat(journal.lines()).containsExactly("b sees of a", "a sees none");
        assertThat(host.services().describe()).isEmpty();
    }

    @Test
    void noThreadAndNoFolderIsLeft() {
        plugins.add("sample.a", "", journal.members() + NOTES_COPY);
        plugins.add(
                "sample.b",
                "",
                "@Override public void start(ModuleContext c) { throw new IllegalStateException(); }");
        List<Thread> before = nonDaemonThreads();

        Host host = start();
        Path work = workFolder();
        assertThat(work).isDirectory();
        host.close();

        assertThat(work).doesNotExist();
        assertThat(before).containsAll(nonDaemonThreads());
    }

    /** Nothing of the host keeps the classes of a stopped plugin. */
    @Test
    void theClassesOfAStoppedPluginCanBeCollected() {
        plugins.add(
                "sample.a",
                "",
                """
                @Override public void start(ModuleContext c) {
                    c.services().offer(Object.class, this);
                }
                """);
        Host host = start();
        WeakReference<ClassLoader> loader = loaderOf(host);
        assertThat(loader.refersTo(null)).isFalse();

        host.close();

        Poll.until(
                LIMIT,
                () -> {
                    System.gc();
                    return loader.refersTo(null);
                });
        assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.STOPPED);
    }

    private static WeakReference<ClassLoader> loaderOf(Host host) {
        Object plugin = host.services().get(Object.class);
        return new WeakReference<>(plugin.getClass().getClassLoader());
    }

    private void addChainWith(String bodyOfStopOfB) {
        String note = "note(c.name() + \" stop\");";
        plugins.add("sample.a", "", journal.lifecycle());
        plugins.add(
                "sample.b",
                "requires sample.a;",
                journal.lifecycle()
                        .replace(note, note + "\n" + bodyOfStopOfB)
                        .replace(
                                "void stop(ModuleContext c)",
                                "void stop(ModuleContext c) throws Exception"));
        plugins.add("sample.c", "requires sample.b;", journal.lifecycle());
    }

    private void stoppedInOrder(Host host) {
        assertThat(journal.lines("stop"))
                .containsExactly("sample.c stop", "sample.b stop", "sample.a stop");
        assertThat(host.modules()).allMatch(m -> m.state() == ModuleState.STOPPED);
    }

    private static Problem problemOf(ModuleStatus module) {
        assertThat(module.problems()).hasSize(1);
        return module.problems().getFirst();
    }

    private static void close(
            Host host, CyclicBarrier together, AtomicBoolean complete, Path work) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        host.close();
        complete.compareAndSet(true, !work.toFile().exists());
    }

    /** Returns the folder above plugins/HASH/FILE. */
    private Path workFolder() {
        Path copy =
                journal.lines().stream()
                        .filter(line -> line.endsWith(".jar"))
                        .map(Path::of)
                        .findFirst()
                        .orElseThrow();
        return copy.getParent().getParent().getParent();
    }

    private static List<Thread> nonDaemonThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> !t.isDaemon()).toList();
    }

    private Host start() {
        return Host.builder().plugins(folder).setting("tenon.stop-timeout", "300ms").start();
    }
}
