package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is closed, or could not start all, leaves nothing of its plugins behind. */
class UnloadingTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ROUNDS = 60;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** Hands the class loader of the plugin to the test, without a type of the plugin. */
    private static final String LOADER =
            """
            static void leaveTrace() {
                @SuppressWarnings("unchecked")
                var traces = (Collection<Object>) System.getProperties().get("tenon.test.traces");
                traces.add(new java.lang.ref.WeakReference<>(Main.class.getClassLoader()));
                LOCAL.set(new Object() {});
            }
            static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
            """;

    @TempDir Path folder;
    private final List<WeakReference<ClassLoader>> traces = new ArrayList<>();
    private Plugins plugins;

    @BeforeEach
    void writePlugins() {
        plugins = Plugins.in(folder.resolve("plugins"));
        BeanPlugin.named("sample.a")
                .directives("requires java.logging; requires org.slf4j;")
                .type("public interface Greeter { String greet(String name); }")
                .type("record Greeted(String name) {}")
                .type(
                        """
                        @Service class Polite implements Greeter {
                            @Inject Event<Greeted> event;
                            public String greet(String name) {
                                Main.LOCAL.set(this);
                                event.fire(new Greeted(name));
                                event.fireAsync(new Greeted(name)).toCompletableFuture().join();
                                org.slf4j.LoggerFactory.getLogger(Polite.class).debug("{}", this);
                                java.util.logging.Logger.getLogger("sample.a").fine("greeted");
                                return "good day " + name;
                            }
                            void on(@Observes Greeted greeted) { Main.LOCAL.set(greeted); }
                            void later(@ObservesAsync Greeted greeted) { Main.LOCAL.set(greeted); }
                        }
                        """)
                .members(LOADER)
                .members(
                        """
                        @Override public void register(ModuleContext c) throws java.io.IOException {
                            leaveTrace();
                            try (var in = Main.class.getResource("Main.class").openStream()) { in.read(); }
                            c.services().offer(Runnable.class, () -> LOCAL.set(c));
                            c.services().listen(Object.class, new ServiceListener<>() {});
                            c.services().offer(Object.class, new Main());
                        }
                        """)
                .addTo(plugins);
        BeanPlugin.named("sample.b")
                .directives("requires sample.a;")
                .type(
                        """
                        @ApplicationScoped class User {
                            @Inject sample.a.Greeter greeter;
                            String text() { return greeter.greet("b"); }
                        }
                        """)
                .members(LOADER)
                .answer("leaveTrace(); return c.beans().select(User.class).get().text();")
                .addTo(plugins);
        BeanPlugin.named("sample.broken")
                .type(
                        """
                        @ApplicationScoped class Fine {
                            void begin(@Observes Startup s, ModuleContext c) {
                                if (c.settings().find("container").isPresent()) {
                                    throw new IllegalStateException("no");
                                }
                            }
                        }
                        """)
                .members(LOADER)
                .members(
                        """
                        public Main() { leaveTrace(); }
                        @Override public void register(ModuleContext c) {
                            c.services().offer(java.util.function.Supplier.class, () -> this);
                            throw new IllegalStateException("no register") {};
                        }
                        """)
                .addTo(plugins);
    }

    @Test
    void noClassLoaderNoOpenFileAndNoThreadStaysAfterManyStarts() throws Exception {
        var threads = Thread.getAllStackTraces().keySet();
        var work = folder.resolve("work");
        System.getProperties().put("tenon.test.traces", traces);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                startUseAndClose(work, round % 2 == 0);
            }
        } finally {
            System.getProperties().remove("tenon.test.traces");
        }

        assertThat(traces).hasSize(3 * ROUNDS);
        assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
        pollWithGc(() -> traces.stream().allMatch(t -> t.refersTo(null)));
        var left = new HashSet<Thread>();
        Poll.until(
                LIMIT,
                () -> {
                    left.clear();
                    left.addAll(threadsOfHosts());
                    left.removeAll(threads);
                    return left.isEmpty();
                });
        if (Files.isDirectory(OPEN_FILES)) {
            pollWithGc(() -> openFiles(work).isEmpty());
        }
    }

    @Test
    void openFilesOfPluginsAreSeenByThisTest() throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "open files are seen on Linux only");
        var work = folder.resolve("work");
        System.getProperties().put("tenon.test.traces", traces);
        try (var host = start(work)) {
            assertThat(host.modules()).isNotEmpty();

            assertThat(openFiles(work)).isNotEmpty();
        } finally {
            System.getProperties().remove("tenon.test.traces");
        }
    }

    private void startUseAndClose(Path work, boolean failInContainer) throws Exception {
        var builder = Host.builder().plugins(plugins.folder()).workFolder(work);
        if (failInContainer) {
            builder.setting("sample.broken.container", "fails");
        }
        try (var host = builder.start()) {
            assertThat(host.modules())
                    .extracting(ModuleStatus::state)
                    .containsExactlyInAnyOrder(
                            ModuleState.STARTED, ModuleState.STARTED, ModuleState.FAILED);
            // What a plugin leaves on a thread of the application stays as long as that thread.
            try (var thread = Executors.newSingleThreadExecutor()) {
                assertThat(thread.submit(() -> BeanPlugin.ask(host, "sample.b")).get())
                        .isEqualTo("good day b");
            }
        }
    }

    private Host start(Path work) {
        return Host.builder().plugins(plugins.folder()).workFolder(work).start();
    }

    private static void pollWithGc(BooleanSupplier condition) {
        Poll.until(
                LIMIT,
                () -> {
                    System.gc();
                    return condition.getAsBoolean();
                });
    }

    /** Everything but the threads that the JDK keeps for everybody. */
    private static Set<Thread> threadsOfHosts() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> !t.getName().startsWith("ForkJoinPool"))
                .filter(t -> !t.getName().startsWith("VirtualThread"))
                .filter(t -> !t.getName().startsWith("Cleaner"))
                .collect(Collectors.toSet());
    }

    private static List<String> openFiles(Path below) {
        try (Stream<Path> links = Files.list(OPEN_FILES)) {
            return links.flatMap(UnloadingTest::target)
                    .filter(target -> target.contains(below.toString() + "/plugins"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            // It was closed in between.
            return Stream.empty();
        }
    }
}
