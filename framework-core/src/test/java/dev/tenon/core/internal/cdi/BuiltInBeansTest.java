package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleRelease;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Event} and {@code Instance}, whose proxy classes all containers share. */
class BuiltInBeansTest {

    @TempDir Path folder;

    @Test
    void areDecoratedByEachModuleForItself() throws Exception {
        var plugins = Plugins.in(folder);
        speaker("sample.a").addTo(plugins);
        speaker("sample.b").addTo(plugins);
        try (var host = Host.builder().plugins(plugins.folder()).start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
            assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("[hello of sample.a] sample.a");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("[hello of sample.b] sample.b");

            var report = host.uninstall("sample.b");
            assertThat(report.released()).allMatch(ModuleRelease::collected);
            assertThat(BeanPlugin.ask(host, "sample.a"))
                    .isEqualTo("[hello of sample.a, hello of sample.a] sample.a");
        }
    }

    private static BeanPlugin speaker(String module) {
        return BeanPlugin.named(module)
                .type(
                        """
                        @Decorator @Priority(10) abstract class Signed implements Event<String>, java.io.Serializable {
                            @Inject @Any @Delegate Event<String> inner;
                            public void fire(String text) {
                                inner.fire(text + " of " + Signed.class.getModule().getName());
                            }
                        }
                        """)
                .type(
                        """
                        @ApplicationScoped class Speaker {
                            private final Queue<String> heard = new ConcurrentLinkedQueue<>();
                            @Inject Event<String> event;
                            @Inject Instance<ModuleContext> module;
                            void listen(@Observes String text) { heard.add(text); }
                            String speak() {
                                event.fire("hello");
                                return heard + " " + module.get().name();
                            }
                        }
                        """)
                .answer("return c.beans().select(Speaker.class).get().speak();");
    }
}
