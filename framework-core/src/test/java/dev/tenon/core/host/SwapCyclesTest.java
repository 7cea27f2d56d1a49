package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ChangeReport;
import dev.tenon.core.ModuleRelease;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many changes of one host, after which nothing is left of what is gone. */
class SwapCyclesTest {
    private static final int CYCLES = 200;
    private static final int WARM_UP = 40;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;

    private final Journal journal = new Journal();

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void nothingIsLeftAfterTwoHundredCycles() throws Exception {
        byte[] base = bytes(offering("1.0", "\"one\""));
        byte[] next = bytes(offering("2.0", "\"two\""));
        byte[] failing = bytes(offering("3.0", "fail()"));
        Path plugin = Files.write(folder.resolve("base.jar"), base);
        Path user = using(plugin).jar(folder.resolve("user.jar"));
        long metaspace = 0;
        try (Host host = Host.builder().start()) {
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                replace(plugin, base, cycle);
                host.change().install(plugin).install(user).apply();
                replace(plugin, next, cycle);
                collected(host.upgrade(plugin));
                if (cycle % 10 == 0) {
                    replace(plugin, failing, cycle / 10);
                    fails(host, plugin);
                }
                Outcome.onlyStarted(host, "sample.base", "sample.user");
                assertThat(host.module("sample.base").info().version()).contains("2.0");
                collected(host.change().uninstall("sample.base").uninstall("sample.user").apply());
                assertThat(host.modules()).isEmpty();
                if (cycle == WARM_UP) {
                    metaspace = metaspace();
                }
            }
            assertThat(journal.loaders()).hasSizeGreaterThan(2 * CYCLES);
            Poll.until(LIMIT, this::allAreCollected);
            assertThat(metaspace()).isLessThan(metaspace + metaspace / 20);
            assertThat(openCopies()).isEmpty();
        }
    }

    /** Those of versions that did not start too, of which no report tells. */
    private boolean allAreCollected() {
        System.gc();
        return journal.loaders().stream().allMatch(loader -> loader.refersTo(null));
    }

    /** Replaces the file of a plugin that may be running, in one of the two ways there are. */
    private void replace(Path plugin, byte[] content, int cycle) throws IOException {
        if (cycle % 2 == 0) {
            Files.write(plugin, content);
        } else {
            Files.move(
                    Files.write(folder.resolve("aside"), content),
                    plugin,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private byte[] bytes(PluginSource source) throws IOException {
        return Files.readAllBytes(source.jar(folder.resolve("written.jar")));
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

    private PluginSource offering(String version, String answer) {
        return Plugins.plugin(
                        "sample.base",
                        version,
                        "requires org.slf4j;",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    leaveTrace();
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

    /** Returns how many bytes of classes the JVM holds. */
    private static long metaspace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst()
                .orElseThrow()
                .getUsage()
                .getUsed();
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
