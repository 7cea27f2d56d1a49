package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.health.HealthCheck;
import dev.tenon.core.health.HealthStatus;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beans that are offered to other modules. */
class ServiceBeansTest {

    @TempDir Path folder;

    @Test
    void areOfferedAsTheInterfacesOfExportedPackagesThatTheyImplement() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type("public interface Greeter { String greet(); }")
                        .type("public interface Other {}")
                        .type(
                                """
                                @Service class Polite implements Greeter, Other, AutoCloseable, Runnable {
                                    public String greet() { return "good day"; }
                                    public void close() {}
                                    public void run() {}
                                }
                                """);
        try (var host = start(plugin)) {
            assertThat(host.services().describe())
                    .extracting(ServiceDescription::toString)
                    .containsExactly("sample.a.Greeter (sample.a)", "sample.a.Other (sample.a)");
        }
    }

    @Test
    void areOfferedAsTheTypesNamed() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type("public interface Greeter {}")
                        .type(
                                """
                                @Service({Runnable.class, Polite.class}) class Polite implements Greeter, Runnable {
                                    public void run() {}
                                }
                                """);
        try (var host = start(plugin)) {
            assertThat(host.services().describe())
                    .extracting(ServiceDescription::toString)
                    .containsExactly("java.lang.Runnable (sample.a)", "sample.a.Polite (sample.a)");
        }
    }

    @Test
    void areOfferedUnderTheirNames() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                @Service(name = "sample.a/disk") class Disk implements HealthCheck {
                                    public Health check() { return Health.up(); }
                                }
                                """)
                        .type(
                                """
                                @Service(name = "sample.a/queue") class Jobs implements HealthCheck {
                                    public Health check() { return Health.degraded("long"); }
                                }
                                """);
        try (var host = start(plugin)) {
            assertThat(host.services().all(HealthCheck.class).keySet())
                    .extracting(ServiceKey::name)
                    .containsExactly("sample.a/disk", "sample.a/queue");
            assertThat(host.health().modules().get("sample.a").status())
                    .isEqualTo(HealthStatus.DEGRADED);
        }
    }

    @Test
    void mayImplementAGenericInterface() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                @Service(Supplier.class) class Text implements Supplier<String> {
                                    public String get() { return "text"; }
                                }
                                """);
        try (var host = start(plugin)) {
            Outcome.onlyStarted(host, "sample.a");
            assertThat(host.services().get(Supplier.class).get()).isEqualTo("text");
        }
    }

    @Test
    void areOneForAllWithoutAScopeAndHaveTheScopeTheyDeclare() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                @Service(value = Supplier.class, name = "shared") class Shared implements Supplier<Object> {
                                    private int count;
                                    public Object get() { return ++count; }
                                }
                                """)
                        .type(
                                """
                                @Singleton @Service(value = Supplier.class, name = "single") class Single implements Supplier<Object> {
                                    public Object get() { return this; }
                                }
                                """);
        try (var host = start(plugin)) {
            var shared = ServiceKey.of(Supplier.class, "shared");
            var single = ServiceKey.of(Supplier.class, "single");

            assertThat(host.services().get(shared).get()).isEqualTo(1);
            assertThat(host.services().get(shared).get()).isEqualTo(2);
            assertThat(host.services().get(single).get())
                    .isSameAs(host.services().get(single).get());
        }
    }

    @Test
    void areMadeWhenTheyAreFirstUsedAndDestroyedWithTheModule() {
        try (var journal = new Journal()) {
            var plugin =
                    BeanPlugin.named("sample.a")
                            .members(journal.members())
                            .type(
                                    """
                                    @Service(Runnable.class) class Work implements Runnable {
                                        @PostConstruct void open() { Main.note("open"); }
                                        public void run() { Main.note("run"); }
                                        @PreDestroy void close() { Main.note("close"); }
                                    }
                                    """);
            try (var host = start(plugin)) {
                assertThat(journal.lines()).isEmpty();
                host.services().get(Runnable.class).run();
            }
            assertThat(journal.lines()).containsExactly("open", "run", "close");
        }
    }

    @Test
    void ofAHostThatHasStoppedThrowInsteadOfHanging() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                @Service(Supplier.class) class Text implements Supplier<String> {
                                    public String get() { return "text"; }
                                }
                                """);
        Supplier<?> service;
        try (var host = start(plugin)) {
            service = host.services().get(Supplier.class);
            assertThat(service.get()).isEqualTo("text");
        }

        assertThatThrownBy(service::get).isInstanceOf(RuntimeException.class);
    }

    @Test
    void withoutATypeToBeOfferedAsFailTheirModule() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type("@Service class Lonely implements Runnable { public void run() {} }");
        try (var host = start(plugin)) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.SERVICE_BEAN_INVALID,
                    "sample.a.Lonely",
                    "It implements no interface of an exported package",
                    "Name in @Service a type that the bean implements.");
            assertThat(host.services().describe()).isEmpty();
        }
    }

    @Test
    void thatAreNotOfTheTypeNamedFailTheirModule() {
        var plugin =
                BeanPlugin.named("sample.a")
                        .type("@Service(Runnable.class) class Wrong {}")
                        .type(
                                """
                                @Service(Callable.class) class Right implements Callable<String> {
                                    public String call() { return ""; }
                                }
                                """);
        try (var host = start(plugin)) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.SERVICE_BEAN_INVALID,
                    "The bean sample.a.Wrong of sample.a cannot be offered",
                    "It is not of the type java.lang.Runnable.");
            assertThat(host.services().describe()).isEmpty();
        }
    }

    @Test
    void thatTakeAKeyOfAnotherModuleFailTheirModuleAndNameTheOther() {
        var plugins = Plugins.in(folder);
        var bean =
                "@Service(Runnable.class) class Work implements Runnable { public void run() {} }";
        BeanPlugin.named("sample.a").type(bean).addTo(plugins);
        BeanPlugin.named("sample.b").directives("requires sample.a;").type(bean).addTo(plugins);
        try (var host = Host.builder().plugins(plugins.folder()).start()) {
            Outcome.onlyStarted(host, "sample.a");
            Outcome.failed(
                    host.module("sample.b"),
                    HostError.SERVICE_TAKEN,
                    "java.lang.Runnable",
                    "The module sample.a offers a service of this key already.");
        }
    }

    private Host start(BeanPlugin plugin) {
        var plugins = Plugins.in(folder);
        plugin.addTo(plugins);
        return Host.builder().plugins(plugins.folder()).start();
    }
}
