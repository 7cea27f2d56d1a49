package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.ForkedJava;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a framework module adds to the containers of plugins. It has to stand on the module path
 * beside Tenon, so that the host runs in a process of its own.
 */
class ContributedBeansTest {

    @TempDir Path folder;

    @Test
    void interceptorsAndObjectsOfAFrameworkModuleWorkInTheBeansOfEachPlugin() throws Exception {
        var framework = framework();
        var plugins = Plugins.in(folder.resolve("plugins"));
        for (String module : new String[] {"sample.a", "sample.b"}) {
            plugins.add(
                    module + ".jar",
                    BeanPlugin.named(module)
                            .directives("requires sample.meter;")
                            .type(
                                    """
                                    @ApplicationScoped class User {
                                        @Inject private sample.meter.Meter meter;
                                        @sample.meter.Counted String counted() { return "counted"; }
                                        String plain() { return "plain"; }
                                        String text() { return meter.text(); }
                                    }
                                    """)
                            .answer(
                                    """
                                    var user = c.beans().select(User.class).get();
                                    user.counted();
                                    user.plain();
                                    user.counted();
                                    return user.text();
                                    """)
                            .source()
                            .readsFrom(framework));
        }

        var printed =
                ForkedJava.run(
                        framework,
                        "sample.meter/sample.meter.internal.Main",
                        Map.of(),
                        plugins.folder().toString());

        assertThat(printed.lines())
                .containsExactly(
                        "sample.a is [sample.a counted in sample.a, sample.a counted in sample.a]",
                        "sample.b is [sample.b counted in sample.b, sample.b counted in sample.b]");
    }

    private Path framework() {
        return PluginSource.module("sample.meter", "1.0")
                .descriptor(
                        """
                        requires dev.tenon.core;
                        exports sample.meter;
                        opens sample.meter.internal to weld.core.impl;
                        provides dev.tenon.core.spi.ContainerContributor
                            with sample.meter.internal.Contributor;
                        """)
                .source(
                        "sample.meter.Counted",
                        """
                        package sample.meter;
                        import java.lang.annotation.*;
                        @jakarta.interceptor.InterceptorBinding
                        @Retention(RetentionPolicy.RUNTIME)
                        @Target({ElementType.METHOD, ElementType.TYPE})
                        public @interface Counted {}
                        """)
                .source(
                        "sample.meter.Meter",
                        """
                        package sample.meter;
                        public interface Meter {
                            void count(String what);
                            String text();
                        }
                        """)
                .source(
                        "sample.meter.internal.Counter",
                        """
                        package sample.meter.internal;
                        import dev.tenon.core.ModuleContext;
                        import jakarta.annotation.Priority;
                        import jakarta.inject.Inject;
                        import jakarta.interceptor.*;
                        import sample.meter.*;
                        @Counted @Interceptor @Priority(10)
                        class Counter {
                            @Inject private ModuleContext module;
                            @Inject private Meter meter;
                            @AroundInvoke private Object count(InvocationContext call) throws Exception {
                                meter.count(module.name() + " " + call.getMethod().getName());
                                return call.proceed();
                            }
                        }
                        """)
                .source(
                        "sample.meter.internal.Contributor",
                        """
                        package sample.meter.internal;
                        import dev.tenon.core.ModuleContext;
                        import jakarta.enterprise.event.Observes;
                        import jakarta.enterprise.inject.spi.*;
                        import jakarta.inject.Singleton;
                        import java.util.*;
                        import sample.meter.Meter;
                        public class Contributor implements dev.tenon.core.spi.ContainerContributor {
                            @Override public Set<Class<?>> beanClasses(ModuleContext module) {
                                return Set.of(Counter.class);
                            }
                            @Override public List<Extension> extensions(ModuleContext module) {
                                return List.of(new MeterExtension(module.name()));
                            }
                            @Override public Set<Class<?>> types(ModuleContext module) {
                                return Set.of(Meter.class);
                            }
                            static class MeterExtension implements Extension {
                                private final String module;
                                MeterExtension(String module) { this.module = module; }
                                void add(@Observes AfterBeanDiscovery discovery) {
                                    var seen = new ArrayList<String>();
                                    discovery.addBean().types(Meter.class).scope(Singleton.class)
                                            .produceWith(_ -> new Meter() {
                                                public void count(String what) { seen.add(what + " in " + module); }
                                                public String text() { return seen.toString(); }
                                            });
                                }
                            }
                        }
                        """)
                .source(
                        "sample.meter.internal.Main",
                        """
                        package sample.meter.internal;
                        import dev.tenon.core.host.Host;
                        import dev.tenon.core.service.ServiceKey;
                        import java.nio.file.Path;
                        import java.util.concurrent.Callable;
                        public class Main {
                            public static void main(String[] arguments) throws Exception {
                                try (var host = Host.builder().plugins(Path.of(arguments[0])).start()) {
                                    for (var module : host.modules()) {
                                        System.out.println(module.name() + " is "
                                                + (module.error().isPresent() ? module.error().get()
                                                : host.services().get(ServiceKey.of(Callable.class, module.name())).call()));
                                    }
                                }
                            }
                        }
                        """)
                .jar(folder.resolve("meter.jar"));
    }
}
