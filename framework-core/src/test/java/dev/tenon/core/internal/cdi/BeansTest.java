package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What beans of a plugin can do, although its descriptor opens nothing. */
class BeansTest {

    private static final String PAINT = "interface Paint { String name(); }";
    private static final String RED_QUALIFIER =
            "@Qualifier @Retention(RetentionPolicy.RUNTIME) @interface Red {}";

    @TempDir Path folder;

    @Test
    void areInjectedByConstructorFieldAndMethodWhenTheyArePackagePrivate() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type("@Dependent class Part { String name() { return \"part\"; } }")
                        .type(
                                """
                                @ApplicationScoped class Whole {
                                    private final Part first;
                                    @Inject private Part second;
                                    private Part third;
                                    @Inject Whole(Part first) { this.first = first; }
                                    @Inject private void set(Part third) { this.third = third; }
                                    String text() { return first.name() + second.name() + third.name(); }
                                }
                                """)
                        .answer("return c.beans().select(Whole.class).get().text();"),
                "partpartpart");
    }

    @Test
    void inheritWhatTheirSuperclassInjects() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type("@Singleton class Part {}")
                        .type(
                                """
                                abstract class Base {
                                    @Inject private Part part;
                                    Part part() { return part; }
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class Whole extends Base {
                                    Part mine() { return part(); }
                                }
                                """)
                        .answer("return c.beans().select(Whole.class).get().mine() != null;"),
                true);
    }

    @Test
    void areToldWhenTheyAreMadeAndWhenTheModuleStops() {
        try (var journal = new Journal()) {
            var plugins = Plugins.in(folder);
            BeanPlugin.named("sample.a")
                    .members(journal.members())
                    .members("@Override public void start(ModuleContext c) {")
                    .members("c.beans().select(Careful.class).get().work(); note(\"start\"); }")
                    .members("@Override public void stop(ModuleContext c) { note(\"stop\"); }")
                    .type(
                            """
                            @ApplicationScoped class Careful {
                                @PostConstruct private void open() { Main.note("open"); }
                                void work() { Main.note("work"); }
                                @PreDestroy private void close() { Main.note("close"); }
                            }
                            """)
                    .addTo(plugins);
            try (var host = start(plugins)) {
                Outcome.onlyStarted(host, "sample.a");
                assertThat(journal.lines()).containsExactly("open", "work", "start");
            }
            assertThat(journal.lines()).containsExactly("open", "work", "start", "stop", "close");
        }
    }

    @Test
    void areProducedByMethodsAndFields() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(PAINT)
                        .type(RED_QUALIFIER)
                        .type(
                                """
                                @Dependent class Factory {
                                    @Produces private String text = "field";
                                    @Produces @Red private Paint red(String text) { return () -> text + " red"; }
                                    void dispose(@Disposes @Red Paint paint) {}
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class User {
                                    @Inject @Red Paint paint;
                                    String name() { return paint.name(); }
                                }
                                """)
                        .answer("return c.beans().select(User.class).get().name();"),
                "field red");
    }

    @Test
    void areToldApartByQualifiers() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(PAINT)
                        .type(RED_QUALIFIER)
                        .type(
                                """
                                @ApplicationScoped @Red class RedPaint implements Paint {
                                    public String name() { return "red"; }
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class AnyPaint implements Paint {
                                    public String name() { return "any"; }
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class User {
                                    @Inject @Red Paint red;
                                    @Inject Paint plain;
                                    @Inject @Any Instance<Paint> all;
                                    String names() { return red.name() + " " + plain.name() + " " + all.stream().count(); }
                                }
                                """)
                        .answer("return c.beans().select(User.class).get().names();"),
                "red any 2");
    }

    @Test
    void areFoundByAStereotypeOrAScopeOfTheModule() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(
                                "@Stereotype @ApplicationScoped @Retention(RetentionPolicy.RUNTIME) @interface Action {}")
                        .type("@Scope @Retention(RetentionPolicy.RUNTIME) @interface PerJob {}")
                        .type(
                                "@NormalScope @Retention(RetentionPolicy.RUNTIME) @interface PerPage {}")
                        .type("@Action class Save {}")
                        .type("@PerJob class Job {}")
                        .type("@PerPage class Page {}")
                        .type("class NoBean {}")
                        .answer(
                                """
                                return List.of(
                                        c.beans().select(Save.class).get().toString().contains("Save"),
                                        c.beans().select(Job.class).isResolvable(),
                                        c.beans().select(Page.class).isResolvable(),
                                        c.beans().select(NoBean.class).isResolvable()).toString();
                                """),
                "[true, true, true, false]");
    }

    @Test
    void mayBeSingletonsWithoutAScope() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type("@Singleton class One {}")
                        .answer(
                                """
                                var beans = c.beans().select(One.class);
                                return beans.get() == beans.get();
                                """),
                true);
    }

    @Test
    void mayBeNestedStaticClasses() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                class Outer {
                                    @ApplicationScoped static class Inner { String name() { return "inner"; } }
                                    @Dependent private static final class Hidden {}
                                    @ApplicationScoped class NotStatic {}
                                    static Object hidden(ModuleContext c) { return c.beans().select(Hidden.class).get(); }
                                }
                                """)
                        .answer(
                                """
                                return c.beans().select(Outer.Inner.class).get().name()
                                        + (Outer.hidden(c) != null)
                                        + c.beans().select(Outer.NotStatic.class).isResolvable();
                                """),
                "innertruefalse");
    }

    @Test
    void ofTheRequestScopeWorkWhileTheRequestContextIsActive() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                @RequestScoped class Basket {
                                    int size = 0;
                                    int add() { return ++size; }
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class Shop {
                                    @Inject Basket basket;
                                    @jakarta.enterprise.context.control.ActivateRequestContext
                                    String buyTwice() { basket.add(); return "" + basket.add(); }
                                }
                                """)
                        .answer(
                                """
                                var shop = c.beans().select(Shop.class).get();
                                return shop.buyTwice() + shop.buyTwice();
                                """),
                "22");
    }

    private void assertAnswer(BeanPlugin plugin, Object answer) throws Exception {
        plugin.assertAnswers(Plugins.in(folder), answer);
    }

    private static Host start(Plugins plugins) {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
