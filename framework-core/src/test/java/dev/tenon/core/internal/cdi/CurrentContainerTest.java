package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CDI.current() returns to whom. */
class CurrentContainerTest {

    private static final String WHO = "CDI.current().select(ModuleContext.class).get().name()";

    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void begin() {
        plugins = Plugins.in(folder.resolve("plugins"));
    }

    @Test
    void eachOfTwoPluginsWithTheSameClassNamesGetsItsOwnObjects() throws Exception {
        for (String module : new String[] {"sample.a", "sample.b"}) {
            plugins.add(
                    module + ".jar",
                    BeanPlugin.named(module)
                            .directives("exports same.name;")
                            .answer("return new same.name.Caller().ask();")
                            .source()
                            .source(
                                    "same.name.Bean",
                                    """
                                    package same.name;
                                    @jakarta.enterprise.context.ApplicationScoped
                                    class Bean { String of() { return getClass().getModule().getName(); } }
                                    """)
                            .source(
                                    "same.name.Caller",
                                    """
                                    package same.name;
                                    public class Caller {
                                        public String ask() {
                                            return jakarta.enterprise.inject.spi.CDI.current().select(Bean.class).get().of();
                                        }
                                    }
                                    """));
        }
        try (var host = start()) {
            assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("sample.a");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("sample.b");
        }
    }

    @Test
    void aLibraryInThePluginsFolderGetsThePluginsContainer() throws Exception {
        for (String module : new String[] {"sample.a", "sample.b"}) {
            var home = folder.resolve("plugins").resolve(module);
            var library =
                    PluginSource.module("library", "1.0")
                            .descriptor("requires dev.tenon.core; exports library;")
                            .source(
                                    "library.Asker",
                                    """
                                    package library;
                                    import dev.tenon.core.ModuleContext;
                                    import jakarta.enterprise.inject.spi.CDI;
                                    public class Asker { public static String ask() { return %s; } }
                                    """
                                            .formatted(WHO))
                            .jar(home.resolve("lib/library.jar"));
            bean(module)
                    .directives("requires library;")
                    .answer("return library.Asker.ask();")
                    .source()
                    .readsFrom(library)
                    .jar(home.resolve("plugin.jar"));
        }
        try (var host = start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
            assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("sample.a");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("sample.b");
        }
    }

    @Test
    void everyThreadThatRunsCodeOfThePluginGetsThePluginsContainer() throws Exception {
        for (String module : new String[] {"sample.a", "sample.b"}) {
            bean(module)
                    .answer(
                            """
                            var seen = new java.util.concurrent.ConcurrentLinkedQueue<String>();
                            Runnable work = () -> seen.add(jakarta.enterprise.inject.spi.%s);
                            for (var threads : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
                                threads.start(work).join();
                            }
                            java.util.concurrent.CompletableFuture.runAsync(work).join();
                            return String.join(",", seen);
                            """
                                    .formatted(WHO))
                    .addTo(plugins);
        }
        try (var host = start()) {
            assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("sample.a,sample.a,sample.a");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("sample.b,sample.b,sample.b");
        }
    }

    @Test
    void aPluginThatIsCalledByAnotherGetsItsOwn() throws Exception {
        BeanPlugin.named("sample.a")
                .type("public interface Namer { String name(); }")
                .type(
                        "@Service class Impl implements Namer { public String name() { return %s; } }"
                                .formatted(WHO))
                .addTo(plugins);
        BeanPlugin.named("sample.b")
                .directives("requires sample.a;")
                .type(
                        """
                        @ApplicationScoped class Caller {
                            @Inject sample.a.Namer other;
                            String text() { return other.name() + " " + %s; }
                        }
                        """
                                .formatted(WHO))
                .answer("return c.beans().select(Caller.class).get().text();")
                .addTo(plugins);
        try (var host = start()) {
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("sample.a sample.b");
        }
    }

    @Test
    void isThereAlreadyWhenTheContainerStarts() throws Exception {
        BeanPlugin.named("sample.a")
                .type(
                        """
                        @ApplicationScoped class Early {
                            private String seen = "";
                            void begin(@Observes Startup event) { seen = %s; }
                            String seen() { return seen; }
                        }
                        """
                                .formatted(WHO))
                .answer("return c.beans().select(Early.class).get().seen();")
                .addTo(plugins);
        try (var host = start()) {
            Outcome.onlyStarted(host, "sample.a");
            assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("sample.a");
        }
    }

    @Test
    void isStillThereWhenTheContainerShutsDown() {
        try (var journal = new Journal()) {
            BeanPlugin.named("sample.a")
                    .members(journal.members())
                    .type(
                            """
                            @ApplicationScoped class Late {
                                void end(@Observes Shutdown event) { Main.note(%s); }
                            }
                            """
                                    .formatted(WHO))
                    .addTo(plugins);
            start().close();

            assertThat(journal.lines()).containsExactly("sample.a");
        }
    }

    @Test
    void isNothingForCodeThatBelongsToNoModuleWithBeans() throws Exception {
        bean("sample.a").addTo(plugins);
        BeanPlugin.named("sample.b")
                .answer("return jakarta.enterprise.inject.spi." + WHO + ";")
                .addTo(plugins);
        try (var host = start()) {
            assertThatThrownBy(CDI::current)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("belongs to no running module with beans");
            assertThatThrownBy(() -> BeanPlugin.ask(host, "sample.b"))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(CDI::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNothingForAPluginThatHasStopped() throws Exception {
        bean("sample.a")
                .members("@Override public void start(ModuleContext c) { c.services().offer(")
                .members("Object.class, (java.util.function.Supplier<?>) () -> ")
                .members("jakarta.enterprise.inject.spi." + WHO + "); }")
                .addTo(plugins);
        Supplier<?> asker;
        try (var host = start()) {
            // A service of a class, whose calls the host does not stop.
            asker = (Supplier<?>) host.services().get(Object.class);
            assertThat(asker.get()).isEqualTo("sample.a");
        }

        assertThatThrownBy(asker::get).isInstanceOf(IllegalStateException.class);
    }

    private static BeanPlugin bean(String module) {
        return BeanPlugin.named(module).type("@ApplicationScoped class Bean {}");
    }

    private Host start() {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
