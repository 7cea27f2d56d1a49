package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of its host a bean can have injected. */
class InjectedContextTest {

    @TempDir Path folder;

    @Test
    void contextRegistryAndSettingsAreThoseOfTheModuleOfTheBean() throws Exception {
        var plugins = Plugins.in(folder);
        for (String module : new String[] {"sample.a", "sample.b"}) {
            BeanPlugin.named(module)
                    .type(
                            """
                            @ApplicationScoped class User {
                                @Inject ModuleContext context;
                                @Inject ServiceRegistry services;
                                @Inject Settings settings;
                                @Inject Instance<ModuleContext> lazily;
                                @Inject Provider<Settings> provider;
                                String text() {
                                    return context.name() + " " + settings.get("greeting") + " "
                                            + (services == context.services()) + " "
                                            + (lazily.get() == context) + " " + provider.get().get("greeting");
                                }
                            }
                            """)
                    .answer("return c.beans().select(User.class).get().text();")
                    .addTo(plugins);
        }
        try (var host =
                Host.builder()
                        .plugins(plugins.folder())
                        .setting("sample.a.greeting", "hello")
                        .setting("sample.b.greeting", "hi")
                        .start()) {
            assertThat(BeanPlugin.ask(host, "sample.a"))
                    .isEqualTo("sample.a hello true true hello");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("sample.b hi true true hi");
        }
    }

    @Test
    void whatABeanOffersThroughTheRegistryBelongsToItsModule() throws Exception {
        var plugins = Plugins.in(folder);
        BeanPlugin.named("sample.a")
                .type(
                        """
                        @ApplicationScoped class User {
                            @Inject void offer(ServiceRegistry services) {
                                services.offer(Runnable.class, () -> {});
                            }
                        }
                        """)
                .answer("return c.beans().select(User.class).get().toString();")
                .addTo(plugins);
        try (var host = Host.builder().plugins(plugins.folder()).start()) {
            BeanPlugin.ask(host, "sample.a");

            assertThat(host.services().describe())
                    .anyMatch(d -> d.toString().equals("java.lang.Runnable (sample.a)"));
        }
    }
}
