package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ChangeReport;
import dev.tenon.core.ModuleRelease;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many changes of one host, after which nothing is left of what is gone. */
class SwapCyclesTest {
    private static final int CYCLES = 200;
    private static final int WARM_UP = 40;

    @TempDir private Path folder;

    @Test
    void nothingIsLeftAfterTwoHundredCycles() throws Exception {
        Path base = offering("1.0", "\"one\"").jar(folder.resolve("base-1.jar"));
        Path next = offering("2.0", "\"two\"").jar(folder.resolve("base-2.jar"));
        Path failing = offering("3.0", "fail()").jar(folder.resolve("base-3.jar"));
        Path user = using(base).jar(folder.resolve("user.jar"));
        long metaspace = 0;
        try (Host host = Host.builder().start()) {
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                host.change().install(base).install(user).apply();
                collected(host.upgrade(next));
                if (cycle % 10 == 0) {
                    fails(host, failing);
                }
                Outcome.onlyStarted(host, "sample.base", "sample.user");
                collected(host.change().uninstall("sample.base").uninstall("sample.user").apply());
                assertThat(host.modules()).isEmpty();
                if (cycle == WARM_UP) {
                    metaspace = metaspace();
                }
            }
            assertThat(metaspace()).isLessThan(metaspace + metaspace / 20);
            assertThat(openCopies()).isEmpty();
        }
    }

    private static void collected(ChangeReport report) {
        assertThat(report.released()).hasSize(2).allMatch(ModuleRelease::collected);
    }

    private static void fails(Host host, Path plugin) {
        try {
            host.upgrade(plugin);
        } catch (HostException e) {
            assertThat(e).hasMessageContaining("HOST-MOD-005");
            return;
        }
        throw new AssertionError("The upgrade should have failed.");
    }

    private static PluginSource offering(String version, String answer) {
        return Plugins.plugin(
                        "sample.base",
                        version,
                        "requires org.slf4j;",
                        """
                        @Override public void start(ModuleContext c) {
                            org.slf4j.LoggerFactory.getLogger(Main.class).debug("Starts.");
                            c.beans().select(Answer.class).get().answer();
                            c.services().listen(Answer.class, new ServiceListener<Answer>() { });
                        }
                        """)
                .source(
                        "sample.base.Answer",
                        "package sample.base; public interface Answer { String answer(); }")
                .source(
                        "sample.base.AnswerBean",
                        """
                        package sample.base;
                        @dev.tenon.core.service.Service
                        class AnswerBean implements Answer {
                            private final ThreadLocal<Object> local = ThreadLocal.withInitial(() -> this);
                            @Override public String answer() { local.get(); return %s; }
                            private static String fail() { throw new IllegalStateException("failed"); }
                        }
                        """
                                .formatted(answer));
    }

    private static PluginSource using(Path base) {
        return Plugins.plugin(
                        "sample.user",
                        "requires sample.base;",
                        """
                        @Override public void start(ModuleContext c) {
                            c.beans().select(User.class).get().use();
                        }
                        """)
                .source(
                        "sample.user.User",
                        """
                        package sample.user;
                        @jakarta.enterprise.context.ApplicationScoped
                        class User {
                            @jakarta.inject.Inject sample.base.Answer answer;
                            void use() { answer.answer(); }
                        }
                        """)
                .readsFrom(base);
    }

    /**
     * Returns how many bytes of classes the JVM holds. By reflection, because core, whose module
     * these tests are part of, has no business with java.management.
     */
    private static long metaspace() throws ReflectiveOperationException {
        System.gc();
        var bean = Class.forName("java.lang.management.MemoryPoolMXBean");
        var pools =
                (List<?>)
                        Class.forName("java.lang.management.ManagementFactory")
                                .getMethod("getMemoryPoolMXBeans")
                                .invoke(null);
        for (Object pool : pools) {
            if ("Metaspace".equals(bean.getMethod("getName").invoke(pool))) {
                var usage = bean.getMethod("getUsage").invoke(pool);
                return (long) usage.getClass().getMethod("getUsed").invoke(usage);
            }
        }
        throw new AssertionError("This JVM has no metaspace.");
    }

    /** Returns the files of private copies that this process has open. */
    private static List<String> openCopies() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "open files are seen in /proc only");
        System.gc();
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(SwapCyclesTest::target).filter(t -> t.contains("/plugins/")).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // Closed in the meantime.
            return "";
        }
    }
}
