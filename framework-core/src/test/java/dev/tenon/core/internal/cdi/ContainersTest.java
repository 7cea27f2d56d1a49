package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which module gets a container, and what becomes of one that cannot be started. */
class ContainersTest {

    private static final String BEAN =
            "@ApplicationScoped class Good { String name() { return \"good\"; } }";
    private static final String ANSWER = "return c.beans().select(Good.class).get().name();";

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void noContainerIsLeft() {
        assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
    }

    @Test
    void aModuleWithoutBeansGetsNoContainer() {
        var plugins = plugins();
        BeanPlugin.named("sample.a")
                .type("@Deprecated class NoBean {}")
                .answer("return c.beans();")
                .addTo(plugins);
        try (var host = start(plugins)) {
            Outcome.onlyStarted(host, "sample.a");

            assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
            assertThatThrownBy(() -> BeanPlugin.ask(host, "sample.a"))
                    .hasMessageContainingAll(
                            HostError.NO_BEANS.code(),
                            "The module sample.a has no beans.",
                            "No class of it has a bean defining annotation.");
        }
    }

    @Test
    void aModuleWithInterceptorsAloneGetsNoContainer() {
        var plugins = plugins();
        BeanPlugin.named("sample.a")
                .type("@jakarta.interceptor.Interceptor class Around {}")
                .answer("return c.beans();")
                .addTo(plugins);
        try (var host = start(plugins)) {
            Outcome.onlyStarted(host, "sample.a");

            assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
        }
    }

    @Test
    void eachModuleWithBeansGetsAContainerOfItsOwn() throws Exception {
        var plugins = plugins();
        good("sample.a").addTo(plugins);
        good("sample.b").addTo(plugins);
        plugins.add("sample.c");
        try (var host = start(plugins)) {
            Outcome.onlyStarted(host, "sample.a", "sample.b", "sample.c");

            assertThat(WeldContainer.getRunningContainerIds())
                    .hasSize(2)
                    .anyMatch(id -> id.startsWith("sample.a"))
                    .anyMatch(id -> id.startsWith("sample.b"));
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("good");
        }
    }

    @Test
    void aClassWithAMissingSupertypeDoesNoHarmWhenItIsNoBean() throws Exception {
        var plugins = plugins();
        plugins.add(
                "sample.a.jar",
                good("sample.a")
                        .type("class Base {}")
                        .type("@Deprecated class Broken extends Base {}")
                        .source()
                        .without("sample/a/Base.class"));
        try (var host = start(plugins)) {
            assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("good");
        }
    }

    @Test
    void aBeanWithAMissingSupertypeFailsItsModuleOnly() throws Exception {
        var plugins = plugins();
        good("sample.a").addTo(plugins);
        plugins.add(
                "sample.b.jar",
                good("sample.b")
                        .type("class Base {}")
                        .type("@ApplicationScoped class Broken extends Base {}")
                        .source()
                        .without("sample/b/Base.class"));
        try (var host = start(plugins)) {
            Outcome.onlyStarted(host, "sample.a");
            Outcome.failed(
                    host.module("sample.b"),
                    HostError.LINKAGE_FAILED,
                    "The module sample.b has failed: its beans cannot be deployed.",
                    "sample/b/Base");
        }
    }

    @Test
    void aBeanWithAMissingFieldTypeFailsItsModuleOnly() throws Exception {
        var plugins = plugins();
        good("sample.a").addTo(plugins);
        plugins.add(
                "sample.b.jar",
                good("sample.b")
                        .type("class Gone {}")
                        .type("@ApplicationScoped class Broken { @Inject Gone gone; }")
                        .source()
                        .without("sample/b/Gone.class"));
        try (var host = start(plugins)) {
            Outcome.onlyStarted(host, "sample.a");
            Outcome.failed(host.module("sample.b"), HostError.LINKAGE_FAILED, "sample/b/Gone");
        }
    }

    @Test
    void anUnsatisfiedDependencyFailsItsModuleAndIsNamed() throws Exception {
        var plugins = plugins();
        good("sample.a").addTo(plugins);
        good("sample.b")
                .type("@ApplicationScoped class Needy { @Inject List<Integer> numbers; }")
                .addTo(plugins);
        try (var host = start(plugins)) {
            Outcome.onlyStarted(host, "sample.a");
            var problem =
                    Outcome.failed(
                            host.module("sample.b"),
                            HostError.CONTAINER_FAILED,
                            "The module sample.b has failed: its beans cannot be deployed.",
                            "List<Integer>",
                            "sample.b.Needy.numbers");
            assertThat(problem.message()).doesNotContain("\n");
        }
    }

    @Test
    void anAmbiguousDependencyFailsItsModule() {
        var plugins = plugins();
        good("sample.b")
                .type("interface Paint {}")
                .type("@ApplicationScoped class Red implements Paint {}")
                .type("@ApplicationScoped class Blue implements Paint {}")
                .type("@ApplicationScoped class Needy { @Inject Paint paint; }")
                .addTo(plugins);
        try (var host = start(plugins)) {
            Outcome.failed(
                    host.module("sample.b"),
                    HostError.CONTAINER_FAILED,
                    "sample.b.Needy.paint",
                    "sample.b.Red",
                    "sample.b.Blue");
        }
    }

    @Test
    void aContainerThatFailsLeavesNothingBehindAndAnotherStartSucceeds() throws Exception {
        var plugins = plugins();
        BeanPlugin.named("sample.a")
                .type(
                        """
                        @ApplicationScoped class Good {
                            @Inject Settings settings;
                            void begin(@Observes Startup event) {
                                if (settings.find("fail").isPresent()) {
                                    throw new IllegalStateException("not today");
                                }
                            }
                            String name() { return "good"; }
                        }
                        """)
                .answer(ANSWER)
                .addTo(plugins);
        for (int round = 0; round < 2; round++) {
            try (var host =
                    Host.builder()
                            .plugins(plugins.folder())
                            .setting("sample.a.fail", "yes")
                            .start()) {
                Outcome.failed(host.module("sample.a"), HostError.CONTAINER_FAILED, "not today");
                assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
            }
            try (var host = start(plugins)) {
                assertThat(BeanPlugin.ask(host, "sample.a")).isEqualTo("good");
            }
        }
    }

    @Test
    void aModuleThatFailsAfterItsBeansAreUpLosesItsContainerAtOnce() {
        var plugins = plugins();
        good("sample.a")
                .members("@Override public void start(ModuleContext c) {")
                .members("throw new IllegalStateException(\"no\"); }")
                .addTo(plugins);
        try (var host = start(plugins)) {
            Outcome.failed(host.module("sample.a"), HostError.START_FAILED, "no");

            assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
        }
    }

    private static BeanPlugin good(String module) {
        return BeanPlugin.named(module).type(BEAN).answer(ANSWER);
    }

    private Plugins plugins() {
        return Plugins.in(folder);
    }

    private static Host start(Plugins plugins) {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
