package dev.tenon.core.internal.cdi;

import dev.tenon.core.fixture.Plugins;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What beans of a plugin do to each other, although its descriptor opens nothing. */
class BeanInterplayTest {

    private static final String PAINT = "interface Paint { String name(); }";

    @TempDir Path folder;

    @Test
    void sendEachOtherEventsAtOnceAndLater() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type("record Changed(String what) {}")
                        .type(
                                """
                                @ApplicationScoped class Sender {
                                    @Inject Event<Changed> event;
                                    void send() { event.fire(new Changed("now")); }
                                    Object sendAsync() throws Exception {
                                        return event.fireAsync(new Changed("later")).toCompletableFuture().get(30, TimeUnit.SECONDS);
                                    }
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class Receiver {
                                    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
                                    private void on(@Observes Changed c) { seen.add("sync " + c.what()); }
                                    private void later(@ObservesAsync Changed c) {
                                        seen.add("async " + c.what() + " on " + Thread.currentThread().getName());
                                    }
                                    String seen() { return seen.toString(); }
                                }
                                """)
                        .answer(
                                """
                                var sender = c.beans().select(Sender.class).get();
                                sender.send();
                                sender.sendAsync();
                                return c.beans().select(Receiver.class).get().seen();
                                """),
                "[sync now, async later on sample.a event]");
    }

    @Test
    void areDecorated() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(PAINT)
                        .type(
                                """
                                @ApplicationScoped class Plain implements Paint {
                                    public String name() { return "plain"; }
                                }
                                """)
                        .type(
                                """
                                @Decorator @Priority(10) class Shiny implements Paint {
                                    @Inject @Delegate private Paint inner;
                                    public String name() { return "shiny " + inner.name(); }
                                }
                                """)
                        .answer("return c.beans().select(Paint.class).get().name();"),
                "shiny plain");
    }

    @Test
    void areInterceptedByAnInterceptorOfTheModule() throws Exception {
        assertAnswer(
                BeanPlugin.named("sample.a")
                        .type(
                                """
                                @InterceptorBinding @Retention(RetentionPolicy.RUNTIME)
                                @Target({ElementType.METHOD, ElementType.TYPE}) @interface Loud {}
                                """)
                        .type(
                                """
                                @Loud @Interceptor @Priority(10) class Amplifier {
                                    @Inject private ModuleContext module;
                                    @AroundInvoke private Object louder(InvocationContext call) throws Exception {
                                        return call.proceed() + "! " + module.name();
                                    }
                                }
                                """)
                        .type(
                                """
                                @ApplicationScoped class Speaker {
                                    @Loud String say() { return "hello"; }
                                    String whisper() { return "hi"; }
                                }
                                """)
                        .answer(
                                """
                                var speaker = c.beans().select(Speaker.class).get();
                                return speaker.say() + " " + speaker.whisper();
                                """),
                "hello! sample.a hi");
    }

    private void assertAnswer(BeanPlugin plugin, Object answer) throws Exception {
        plugin.assertAnswers(Plugins.in(folder), answer);
    }
}
