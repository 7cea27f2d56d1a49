package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asynchronous observers that do not return. */
class HangingObserversTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void holdUpNeitherTheEventsOfOthersNorTheStop() throws Exception {
        try (var journal = new Journal()) {
            var plugins = Plugins.in(folder);
            BeanPlugin.named("sample.a")
                    .type(
                            """
                            @ApplicationScoped class Hanging {
                                void on(@ObservesAsync Integer number) {
                                    Main.note("hangs");
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        Main.note("interrupted");
                                    }
                                }
                            }
                            """)
                    .type(
                            """
                            @ApplicationScoped class Sender {
                                @Inject Event<Integer> event;
                                void send() { event.fireAsync(1); }
                            }
                            """)
                    .members(journal.members())
                    .members("@Override public void start(ModuleContext c) {")
                    .members(
                            "for (int i = 0; i < 5; i++) c.beans().select(Sender.class).get().send(); }")
                    .addTo(plugins);
            BeanPlugin.named("sample.b")
                    .type(
                            """
                            @ApplicationScoped class Quick {
                                void on(@ObservesAsync String text) {}
                            }
                            """)
                    .type(
                            """
                            @ApplicationScoped class Sender {
                                @Inject Event<String> event;
                                Object send() throws Exception {
                                    return event.fireAsync("arrived").toCompletableFuture().get(30, TimeUnit.SECONDS);
                                }
                            }
                            """)
                    .answer("return c.beans().select(Sender.class).get().send();")
                    .addTo(plugins);

            var host = Host.builder().plugins(folder).start();
            try (host) {
                Poll.until(
                        LIMIT,
                        () ->
                                journal.lines()
                                        .equals(
                                                List.of(
                                                        "hangs", "hangs", "hangs", "hangs",
                                                        "hangs")));
                assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("arrived");
            }

            assertThat(host.modules())
                    .allMatch(m -> m.state() == ModuleState.STOPPED && m.problems().isEmpty());
            Poll.until(
                    LIMIT,
                    () -> journal.lines().stream().filter("interrupted"::equals).count() == 5);
        }
    }
}
