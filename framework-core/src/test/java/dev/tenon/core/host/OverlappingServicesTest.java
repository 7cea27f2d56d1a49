package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.core.ModuleRelease;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of services, and of who calls them, in a change with overlap. */
class OverlappingServicesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);
    private static final int CALLS = 300;

    @SuppressWarnings("rawtypes")
    private static final ServiceKey<Supplier> ANSWER = ServiceKey.of(Supplier.class, "answer");

    private final Journal journal = new Journal();
    @TempDir private Path folder;
    private Host host;

    @BeforeEach
    void startHost() {
        host = Host.builder().setting("tenon.stop-timeout", "5s").start();
    }

    @AfterEach
    void closeHost() {
        host.close();
        journal.close();
    }

    @Test
    void callersSeeNeitherAGapNorAnErrorOverSeveralUpgrades() {
        host.install(bean(1));
        var held = host.services().get(ANSWER);
        var stop = new AtomicBoolean();
        var lookedUp = new AtomicInteger();
        var throughHeld = new AtomicInteger();
        var callers =
                List.of(
                        call(() -> host.services().get(ANSWER), lookedUp, stop),
                        call(() -> held, throughHeld, stop));

        for (int version = 2; version <= 6; version++) {
            var before = List.of(lookedUp.get(), throughHeld.get());
            var report = host.change().upgrade(bean(version)).overlap().apply();
            Poll.until(
                    LIMIT,
                    () ->
                            lookedUp.get() > before.get(0) + CALLS
                                            && throughHeld.get() > before.get(1) + CALLS
                                    || callers.stream().anyMatch(CompletableFuture::isDone));

            assertThat(report.released())
                    .singleElement()
                    .satisfies(r -> {
                        assertThat(r.collected()).as("%s", r).isTrue();
                        assertThat(r.interruptedCalls()).isZero();
                    });
        }
        stop.set(true);

        assertThat(callers).allSatisfy(c -> assertThat(c).succeedsWithin(LIMIT).isEqualTo(6));
        assertThat(held.get()).isEqualTo("6");
    }

    /** Calls without pause, and returns the last answer; fails if one is older than that before. */
    @SuppressWarnings("rawtypes")
    private static CompletableFuture<Integer> call(
            Supplier<Supplier> service, AtomicInteger count, AtomicBoolean stop) {
        return CompletableFuture.supplyAsync(
                () -> {
                    int last = 0;
                    while (!stop.get()) {
                        int answer = Integer.parseInt((String) service.get().get());
                        assertThat(answer).isGreaterThanOrEqualTo(last);
                        last = answer;
                        count.incrementAndGet();
                    }
                    return last;
                },
                THREADS);
    }

    @Test
    void aCallUnderWayEndsInTheOldVersionWhileLaterOnesGoToTheNew() throws Exception {
        host.install(
                answering(
                        "1.0",
                        "if (!noted(\"called\")) { note(\"called\");"
                                + " while (goesOn() && !noted(\"go on\")) { } }"));
        var service = host.services().get(ANSWER);
        var call = CompletableFuture.supplyAsync(service::get, THREADS);
        Poll.until(LIMIT, () -> journal.lines().contains("called"));

        var upgrade =
                CompletableFuture.supplyAsync(
                        () -> host.change().upgrade(answering("2.0", "")).overlap().apply(),
                        THREADS);
        Poll.until(LIMIT, () -> version("sample.answer").equals("2.0"));
        Poll.until(LIMIT, () -> service.get().equals("2.0"));
        assertThat(host.services().get(ANSWER).get()).isEqualTo("2.0");
        assertThat(call).isNotDone();
        assertThat(upgrade).isNotDone();
        journal.note("go on");

        assertThat(call.get()).isEqualTo("1.0");
        assertThat(upgrade.get().released()).singleElement().matches(ModuleRelease::collected);
    }

    @Test
    void aNewVersionThatFailsIsReleasedAndTheOldOneWasNeverInterrupted() {
        host.install(answering("1.0", ""));
        var service = host.services().get(ANSWER);
        var events = listen();
        Poll.until(LIMIT, () -> events.size() == 1);
        var bad =
                plugin(
                        "sample.answer",
                        "2.0",
                        journal.members()
                                + offering("2.0", "")
                                + """
                                @Override public void start(ModuleContext c) {
                                    leaveTrace();
                                    throw new IllegalStateException("no way");
                                }
                                @Override public void stop(ModuleContext c) { note("2.0 stop"); }
                                """);

        fails(host.change().upgrade(bad).overlap(), "sample.answer", "no way");

        assertThat(journal.lines("stop")).containsExactly("2.0 stop");
        assertThat(version("sample.answer")).isEqualTo("1.0");
        Outcome.onlyStarted(host, "sample.answer");
        assertThat(service.get()).isEqualTo("1.0");
        assertThat(host.services().get(ANSWER)).isSameAs(service);
        assertThat(events).containsExactly("added");
        assertThat(journal.loaders())
                .singleElement()
                .satisfies(loader ->
                        Poll.until(
                                LIMIT,
                                () -> {
                                    System.gc();
                                    return loader.refersTo(null);
                                }));

        host.change().upgrade(answering("3.0", "")).overlap().apply();

        assertThat(service.get()).isEqualTo("3.0");
        assertThat(journal.lines()).doesNotContain("the old one is seen");
    }

    @Test
    void aKeyMayPassToAModuleOfAnotherName() {
        host.install(answering("1.0", ""));
        var service = host.services().get(ANSWER);

        host.change()
                .uninstall("sample.answer")
                .install(plugin("sample.heir", "1.0", journal.members() + offering("heir", "")))
                .overlap()
                .apply();

        assertThat(service.get()).isEqualTo("heir");
        assertThat(host.services().get(ANSWER).get()).isEqualTo("heir");
        assertThat(host.services().describe()).hasSize(1);
    }

    @Test
    void aListenerSeesTheOldServiceGoAndTheNewOneComeOnce() {
        host.install(answering("1.0", ""));
        var events = listen();

        host.change().upgrade(answering("2.0", "")).overlap().apply();
        host.change().uninstall("sample.answer").overlap().apply();

        Poll.until(LIMIT, () -> events.size() >= 4);
        assertThat(events).containsExactly("added", "removed", "added", "removed");
    }

    @Test
    void aKeyThatAModuleHoldsWhichStaysIsRefused() {
        host.install(plugin("sample.holder", "1.0", journal.members() + offering("holder", "")));
        host.install(plugin("sample.answer", "1.0", journal.lifecycle()));

        fails(
                host.change().upgrade(answering("2.0", "")).overlap(),
                "sample.answer",
                "The module sample.holder offers a service of this key already.");

        assertThat(journal.lines("stop")).isEmpty();
        assertThat(host.services().get(ANSWER).get()).isEqualTo("holder");
        Outcome.onlyStarted(host, "sample.holder", "sample.answer");
    }

    private List<String> listen() {
        var events = new CopyOnWriteArrayList<String>();
        host.services()
                .listen(
                        ANSWER.type(),
                        new ServiceListener<>() {
                            @Override
                            @SuppressWarnings("rawtypes")
                            public void added(ServiceDescription description, Supplier service) {
                                events.add("added");
                            }

                            @Override
                            public void removed(ServiceDescription description) {
                                events.add("removed");
                            }
                        });
        return events;
    }

    private String version(String module) {
        var status = host.module(module);
        assertThat(status.state()).isEqualTo(ModuleState.STARTED);
        return status.info().version().orElseThrow();
    }

    /** Writes a plugin that offers {@link #ANSWER}: its version, after some work the first time. */
    private Path answering(String version, String work) {
        return plugin("sample.answer", version, journal.members() + offering(version, work));
    }

    private static String offering(String answer, String work) {
        return """
        @Override public void register(ModuleContext c) {
            var key = ServiceKey.of(java.util.function.Supplier.class, "answer");
            if (c.services().find(key).isPresent()) { note("the old one is seen"); }
            c.services().offer(key, () -> { %1$s return "%2$s"; });
        }
        """
                .formatted(work, answer);
    }

    /** Writes a plugin whose {@link #ANSWER} is a bean: its version. */
    private Path bean(int version) {
        return Plugins.plugin("sample.bean", "" + version, "", "")
                .source(
                        "sample.bean.Answer",
                        """
                        package sample.bean;
                        import dev.tenon.core.service.Service;
                        import java.util.function.Supplier;
                        @Service(value = Supplier.class, name = "answer")
                        public class Answer implements Supplier<String> {
                            @Override public String get() { return "%d"; }
                        }
                        """
                                .formatted(version))
                .jar(folder.resolve("bean-" + version + ".jar"));
    }

    private static void fails(HostChange change, String... parts) {
        assertThatExceptionOfType(HostException.class)
                .isThrownBy(change::apply)
                .satisfies(e -> Outcome.has(e.problem(), HostError.CHANGE_FAILED, parts));
    }

    /** Writes a plugin of a version. */
    private Path plugin(String module, String version, String members) {
        return Plugins.plugin(module, version, "", members)
                .jar(folder.resolve(module + "-" + version + ".jar"));
    }
}
