package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of sample.a where beans of sample.b ask for them. */
class InjectedServicesTest {

    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void offerGreeters() {
        plugins = Plugins.in(folder);
        BeanPlugin.named("sample.a")
                .type("public interface Greeter { String greet(); }")
                .type("public interface Clock { long now(); }")
                .type(
                        """
                        @Service class Polite implements Greeter {
                            public String greet() { return "good day"; }
                        }
                        """)
                .type(
                        """
                        @Service(name = "short") class Rude implements Greeter {
                            public String greet() { return "hi"; }
                        }
                        """)
                .members(
                        """
                        @Override public void register(ModuleContext c) {
                            c.services().offer(Clock.class, () -> 42);
                        }
                        """)
                .addTo(plugins);
    }

    @Test
    void areInjectedAsTheyAre() throws Exception {
        assertText(
                "@Inject Greeter greeter; String text() { return greeter.greet(); }", "good day");
    }

    @Test
    void areInjectedIntoConstructorsAndMethods() throws Exception {
        assertText(
                """
                private final Greeter first; private Greeter second;
                @Inject User(Greeter first) { this.first = first; }
                @Inject void set(@Named("short") Greeter second) { this.second = second; }
                String text() { return first.greet() + " " + second.greet(); }
                """,
                "good day hi");
    }

    @Test
    void areInjectedByName() throws Exception {
        assertText(
                "@Inject @Named(\"short\") Greeter greeter; String text() { return greeter.greet(); }",
                "hi");
    }

    @Test
    void areInjectedAsInstanceAndAsProvider() throws Exception {
        assertText(
                """
                @Inject Instance<Greeter> plain;
                @Inject @Named("short") Instance<Greeter> named;
                @Inject Provider<Greeter> provider;
                @Inject @Named("short") Provider<Greeter> namedProvider;
                String text() {
                    return String.join(",", plain.get().greet(), named.get().greet(),
                            provider.get().greet(), namedProvider.get().greet());
                }
                """,
                "good day,hi,good day,hi");
    }

    @Test
    void areInjectedIntoParametersOfObserversAndProducers() throws Exception {
        assertText(
                """
                private String seen = "";
                @Inject Event<Integer> event;
                @Inject String produced;
                void on(@Observes Integer number, Greeter greeter, @Named("short") Greeter rude) {
                    seen = number + greeter.greet() + rude.greet();
                }
                @Produces @Dependent static String text(Greeter greeter) { return "produced " + greeter.greet(); }
                String text() { event.fire(7); return seen + " " + produced; }
                """,
                "7good dayhi produced good day");
    }

    @Test
    void areInjectedWhenTheyWereOfferedByHand() throws Exception {
        assertText("@Inject Clock clock; String text() { return \"\" + clock.now(); }", "42");
    }

    @Test
    void areInjectedWhereASuperclassOfAnotherModuleAsksForThem() throws Exception {
        BeanPlugin.named("sample.base")
                .directives("requires transitive sample.a;")
                .type(
                        """
                        public abstract class Base {
                            protected sample.a.Greeter greeter;
                            @Inject public void setGreeter(sample.a.Greeter greeter) { this.greeter = greeter; }
                        }
                        """)
                .addTo(plugins);
        user(
                        "@ApplicationScoped class User extends sample.base.Base",
                        "String text() { return greeter.greet(); }")
                .directives("requires sample.base;")
                .addTo(plugins);
        try (var host = start()) {
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("good day");
        }
    }

    @Test
    void giveWayToABeanOfTheModuleItself() throws Exception {
        user(
                        "@ApplicationScoped class User",
                        """
                        @Inject Greeter greeter;
                        @Inject @Named("short") Greeter named;
                        String text() { return greeter.greet() + " " + named.greet(); }
                        """)
                .type(
                        """
                        @ApplicationScoped class Own implements sample.a.Greeter {
                            public String greet() { return "own"; }
                        }
                        """)
                .type(
                        """
                        @Singleton @Named("short") @Priority(1) @Alternative
                        class OwnShort implements sample.a.Greeter {
                            public String greet() { return "own short"; }
                        }
                        """)
                .addTo(plugins);
        try (var host = start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("own short own short");
        }
    }

    @Test
    void areNotAmongTheModulesOwnBeansWhereAllOfThoseAreAskedFor() throws Exception {
        user(
                        "@ApplicationScoped class User",
                        """
                        @Inject @Any Instance<Greeter> all;
                        String text() { return all.stream().map(Greeter::greet).sorted().toList().toString(); }
                        """)
                .type("@Qualifier @Retention(RetentionPolicy.RUNTIME) @interface Red {}")
                .type("@Qualifier @Retention(RetentionPolicy.RUNTIME) @interface Blue {}")
                .type(
                        """
                        @ApplicationScoped @Red class Own1 implements sample.a.Greeter {
                            public String greet() { return "red"; }
                        }
                        """)
                .type(
                        """
                        @ApplicationScoped @Blue class Own2 implements sample.a.Greeter {
                            public String greet() { return "blue"; }
                        }
                        """)
                .addTo(plugins);
        try (var host = start()) {
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("[blue, red]");
        }
    }

    @Test
    void areInjectedBesideADecoratorOfTheirType() throws Exception {
        user(
                        "@ApplicationScoped class User",
                        "@Inject Greeter greeter; @Inject @Red Greeter own;"
                                + "String text() { return greeter.greet() + \" \" + own.greet(); }")
                .type("@Qualifier @Retention(RetentionPolicy.RUNTIME) @interface Red {}")
                .type(
                        """
                        @ApplicationScoped @Red class Own implements sample.a.Greeter {
                            public String greet() { return "red"; }
                        }
                        """)
                .type(
                        """
                        @Decorator @Priority(1) class Loud implements sample.a.Greeter {
                            @Inject @Delegate @Any sample.a.Greeter inner;
                            public String greet() { return inner.greet() + "!"; }
                        }
                        """)
                .addTo(plugins);
        try (var host = start()) {
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo("good day red!");
        }
    }

    @Test
    void thatAreMissingAreNamedWithWhatIsThereWhenTheyAreFirstNeeded() {
        user(
                        "@ApplicationScoped class User",
                        "@Inject @Named(\"loud\") Greeter greeter; String text() { return greeter.greet(); }")
                .addTo(plugins);
        try (var host = start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
            assertThatThrownBy(() -> BeanPlugin.ask(host, "sample.b"))
                    .hasMessageContainingAll(
                            HostError.SERVICE_NOT_FOUND.code(),
                            "The service sample.a.Greeter \"loud\" that sample.b asks for is not there.",
                            "sample.a.Greeter (sample.a), sample.a.Greeter \"short\" (sample.a)");
        }
    }

    @Test
    void thatAreMissingWhereTheModuleStartsFailItWithTheirCode() {
        user(
                        "@ApplicationScoped class User",
                        "@Inject Runnable work; String text() { work.run(); return \"\"; }")
                .members("@Override public void start(ModuleContext c) {")
                .members("c.beans().select(User.class).get().text(); }")
                .addTo(plugins);
        try (var host = start()) {
            Outcome.failed(
                    host.module("sample.b"),
                    HostError.SERVICE_NOT_FOUND,
                    "The service java.lang.Runnable that sample.b asks for is not there.");
        }
    }

    private void assertText(String members, String text) throws Exception {
        user("@ApplicationScoped class User", members).addTo(plugins);
        try (var host = start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
            assertThat(BeanPlugin.ask(host, "sample.b")).isEqualTo(text);
        }
    }

    private static BeanPlugin user(String declaration, String members) {
        return BeanPlugin.named("sample.b")
                .directives("requires sample.a;")
                .type("import sample.a.*; " + declaration + " { " + members + " }")
                .answer("return c.beans().select(User.class).get().text();");
    }

    private Host start() {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
