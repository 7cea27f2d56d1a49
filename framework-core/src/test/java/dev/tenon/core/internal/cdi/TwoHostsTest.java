package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts in one process that run the same plugins. */
class TwoHostsTest {

    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void writePlugins() {
        plugins = Plugins.in(folder);
        BeanPlugin.named("sample.a")
                .type("public interface Counter { int next(); }")
                .type(
                        """
                        @Service class Counting implements Counter {
                            private int count;
                            public synchronized int next() { return ++count; }
                        }
                        """)
                .addTo(plugins);
        BeanPlugin.named("sample.b")
                .directives("requires sample.a;")
                .type(
                        """
                        @ApplicationScoped class User {
                            @Inject sample.a.Counter counter;
                            @Inject Settings settings;
                            String text() { return CDI.current().select(User.class).get().own(); }
                            String own() { return settings.get("host") + " " + counter.next(); }
                        }
                        """)
                .answer("return c.beans().select(User.class).get().text();")
                .addTo(plugins);
    }

    @Test
    void keepTheirObjectsApart() throws Exception {
        try (var first = start("first");
                var second = start("second")) {
            assertThat(BeanPlugin.ask(first, "sample.b")).isEqualTo("first 1");
            assertThat(BeanPlugin.ask(second, "sample.b")).isEqualTo("second 1");
            assertThat(BeanPlugin.ask(first, "sample.b")).isEqualTo("first 2");
        }
        assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
    }

    @Test
    void startAtTheSameTime() throws Exception {
        Supplier<Host> starting = () -> start("any");
        var hosts =
                IntStream.range(0, 4)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(starting, Thread::startVirtualThread))
                        .toList();
        for (var host : hosts) {
            try (var running = host.get()) {
                Outcome.onlyStarted(running, "sample.a", "sample.b");
                assertThat(BeanPlugin.ask(running, "sample.b")).isEqualTo("any 1");
            }
        }
    }

    @Test
    void leaveEachOtherAloneWhenOneStops() throws Exception {
        var first = start("first");
        try (var second = start("second")) {
            first.close();

            assertThat(BeanPlugin.ask(second, "sample.b")).isEqualTo("second 1");
            assertThat(WeldContainer.getRunningContainerIds()).hasSize(2);
        } finally {
            first.close();
        }
    }

    private Host start(String name) {
        return Host.builder().plugins(plugins.folder()).setting("sample.b.host", name).start();
    }
}
