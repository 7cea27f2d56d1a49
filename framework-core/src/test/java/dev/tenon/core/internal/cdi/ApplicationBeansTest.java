package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.ForkedJava;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beans of a module of the application, which lies on the module path like the host itself. */
class ApplicationBeansTest {

    @TempDir Path folder;

    @Test
    void anOpenModuleThatReadsWeldHasBeans() throws Exception {
        var printed = ForkedJava.run(program(), "sample.app/sample.app.Main", Map.of());

        assertThat(printed.lines()).containsExactly("hello", "STARTED");
    }

    private Path program() {
        return PluginSource.module("sample.app", "1.0")
                .openModule()
                .descriptor(
                        """
                        requires dev.tenon.core;
                        requires weld.api;
                        provides dev.tenon.core.ModulePlugin with sample.app.Main;
                        """)
                .source(
                        "sample.app.Main",
                        """
                        package sample.app;
                        import dev.tenon.core.*;
                        import dev.tenon.core.host.Host;
                        public class Main implements ModulePlugin {
                            @Override public void start(ModuleContext context) {
                                System.out.println(context.beans().select(Greeter.class).get().greeting());
                            }
                            public static void main(String[] arguments) {
                                try (var host = Host.builder().start()) {
                                    System.out.println(host.module("sample.app").state());
                                }
                            }
                        }
                        """)
                .source(
                        "sample.app.Greeter",
                        """
                        package sample.app;
                        @jakarta.enterprise.context.ApplicationScoped
                        class Greeter { String greeting() { return "hello"; } }
                        """)
                .jar(folder.resolve("app.jar"));
    }
}
