package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleRelease;
import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.LogLines;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.fixture.Poll;
import dev.tenon.fixtures.PluginSource;
import java.lang.management.ManagementFactory;
import java.net.Authenticator;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.logging.Handler;
import java.util.logging.Logger;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin leaves behind in the JDK is taken back, or the report names it. */
class ReleaseReportTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String DRIVER =
            """
            package %1$s;
            import java.sql.*;
            public class OwnDriver implements Driver {
                %2$s
                public Connection connect(String url, java.util.Properties info) { return null; }
                public boolean acceptsURL(String url) { return false; }
                public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) {
                    return new DriverPropertyInfo[0];
                }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return null; }
            }
            """;

    private static final String REGISTERS_ITSELF =
            """
            static {
                try {
                    DriverManager.registerDriver(new OwnDriver());
                } catch (SQLException e) {
                    throw new ExceptionInInitializerError(e);
                }
            }
            """;

    private final Journal journal = new Journal();
    @TempDir private Path folder;
    private Host host;

    @BeforeEach
    void startHost() {
        host = Host.builder().start();
    }

    @AfterEach
    void closeHost() {
        journal.close();
        host.close();
    }

    @Test
    void aDriverThatWasNeverDeregisteredIsReleasedAndNamed() {
        var release =
                installAndUninstall(
                        Plugins.plugin(
                                        "sample.data",
                                        "requires java.sql;",
                                        """
                                        @Override public void start(ModuleContext c) throws Exception {
                                            java.sql.DriverManager.registerDriver(new OwnDriver());
                                        }
                                        """)
                                .source(
                                        "sample.data.OwnDriver",
                                        DRIVER.formatted("sample.data", ""))
                                .jar(folder.resolve("data.jar")));

        assertThat(release.drivers()).containsExactly("sample.data.OwnDriver");
        assertThat(release.collected()).isTrue();
        assertThat(release.problem()).isEmpty();
    }

    @Test
    void aDriverOfAPrivateLibraryIsReleasedToo() {
        Path home = folder.resolve("data");
        Path library =
                PluginSource.module("lib.driver", "1.0")
                        .descriptor(
                                "requires transitive java.sql; exports lib.driver; provides"
                                        + " java.sql.Driver with lib.driver.OwnDriver;")
                        .source(
                                "lib.driver.OwnDriver",
                                DRIVER.formatted("lib.driver", REGISTERS_ITSELF))
                        .jar(home.resolve("lib").resolve("driver.jar"));
        Plugins.plugin(
                        "sample.data",
                        "requires lib.driver; uses java.sql.Driver;",
                        """
                        @Override public void start(ModuleContext c) {
                            ServiceLoader.load(Main.class.getModule().getLayer(), java.sql.Driver.class)
                                    .forEach(d -> { });
                        }
                        """)
                .readsFrom(library)
                .jar(home.resolve("data.jar"));

        var release = installAndUninstall(home);

        assertThat(release.drivers()).containsExactly("lib.driver.OwnDriver");
        assertThat(release.collected()).isTrue();
    }

    @Test
    void aDriverIsReleasedAlthoughStopFails() {
        host.install(
                Plugins.plugin(
                                "sample.data",
                                "requires java.sql;",
                                "@Override public void stop(ModuleContext c) throws Exception {"
                                        + " Class.forName(\"sample.data.OwnDriver\");"
                                        + " throw new IllegalStateException(\"no\"); }")
                        .source(
                                "sample.data.OwnDriver",
                                DRIVER.formatted("sample.data", REGISTERS_ITSELF))
                        .jar(folder.resolve("data.jar")));

        var release = host.uninstall("sample.data").released().getFirst();

        assertThat(release.drivers()).containsExactly("sample.data.OwnDriver");
        assertThat(release.collected()).isTrue();
    }

    @Test
    void whatTheJdkKeepsForAPluginIsGivenBack() {
        var release =
                installAndUninstall(
                        Plugins.plugin(
                                        "sample.left",
                                        "",
                                        journal.members()
                                                + """
                                                @Override public void start(ModuleContext c) throws Exception {
                                                    ResourceBundle.getBundle("sample.left.Texts");
                                                    var timer = new Timer("left timer", true);
                                                    // Its idle threads end after a minute.
                                                    java.util.concurrent.Executors.newCachedThreadPool()
                                                            .submit(() -> note(Thread.currentThread().getName()))
                                                            .get();
                                                    var sleeper = new Thread(() -> {
                                                        try {
                                                            note("sleeps");
                                                            Thread.sleep(java.time.Duration.ofDays(1));
                                                        } catch (InterruptedException e) {
                                                            note("was interrupted");
                                                        }
                                                    }, "left sleeper");
                                                    sleeper.setDaemon(true);
                                                    sleeper.start();
                                                    while (!noted("sleeps")) { Thread.onSpinWait(); }
                                                }
                                                """)
                                .source(
                                        "sample.left.Texts",
                                        """
                                        package sample.left;
                                        public class Texts extends java.util.ListResourceBundle {
                                            protected Object[][] getContents() { return new Object[0][]; }
                                        }
                                        """)
                                .jar(folder.resolve("left.jar")));

        assertThat(release.threads())
                .contains("left timer", "left sleeper", journal.lines().getFirst())
                .doesNotContain("sample.left stop");
        assertThat(release.collected()).isTrue();
        Poll.until(LIMIT, () -> journal.lines().contains("was interrupted"));
    }

    @Test
    void registrationsThatHoldAPluginAreNamed() throws Exception {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        try (var log = new LogLines("dev.tenon.core.Host")) {
            var release =
                    installAndUninstall(
                            Plugins.plugin(
                                            "sample.held",
                                            "requires java.logging; requires java.management;",
                                            """
                                            @Override public void start(ModuleContext c) throws Exception {
                                                Thread.setDefaultUncaughtExceptionHandler((t, e) -> { });
                                                java.security.Security.addProvider(
                                                        new java.security.Provider("held", "1", "") { });
                                                java.net.Authenticator.setDefault(
                                                        new java.net.Authenticator() { });
                                                java.util.logging.Logger.getLogger("").addHandler(
                                                        new java.util.logging.MemoryHandler(
                                                                new java.util.logging.ConsoleHandler(), 1,
                                                                java.util.logging.Level.OFF) { });
                                                System.getProperties().put("sample.held", this);
                                                java.lang.management.ManagementFactory
                                                        .getPlatformMBeanServer().registerMBean(
                                                                new Bean(),
                                                                new javax.management.ObjectName("held:type=Bean"));
                                            }
                                            """)
                                    .source(
                                            "sample.held.BeanMBean",
                                            "package sample.held; public interface BeanMBean {}")
                                    .source(
                                            "sample.held.Bean",
                                            "package sample.held; public class Bean implements BeanMBean {}")
                                    .jar(folder.resolve("held.jar")));

            assertThat(release.collected()).isFalse();
            assertThat(release.holders())
                    .anyMatch(h -> h.startsWith("Thread.setDefaultUncaughtExceptionHandler"))
                    .anyMatch(h -> h.startsWith("Security.addProvider(held)"))
                    .anyMatch(h -> h.startsWith("Authenticator.setDefault"))
                    .anyMatch(h -> h.startsWith("Logger.getLogger(\"\").addHandler"))
                    .contains(
                            "the system property sample.held, which holds an object of sample.held.Main")
                    .contains("MBeanServer.registerMBean, which holds held:type=Bean");
            assertThat(release.problem().orElseThrow().code())
                    .isEqualTo(HostError.CLASS_LOADER_HELD);
            assertThat(log.warnings())
                    .anyMatch(line ->
                            line.contains("HOST-RUN-012") && line.contains("held:type=Bean"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            Security.removeProvider("held");
            Authenticator.setDefault(null);
            System.getProperties().remove("sample.held");
            removeHandlers();
            ManagementFactory.getPlatformMBeanServer()
                    .unregisterMBean(new ObjectName("held:type=Bean"));
        }
    }

    @Test
    void aHolderThatCannotBeSeenIsLookedForInAHeapDump() {
        var release =
                installAndUninstall(
                        Plugins.plugin(
                                        "sample.hook",
                                        "",
                                        """
                                        @Override public void start(ModuleContext c) {
                                            Runtime.getRuntime().addShutdownHook(new Thread(() -> { }));
                                        }
                                        """)
                                .jar(folder.resolve("hook.jar")));

        assertThat(release.collected()).isFalse();
        assertThat(release.holders()).isEmpty();
        assertThat(release.problem().orElseThrow().remedy())
                .contains(
                        "shutdown hook",
                        "jcmd " + ProcessHandle.current().pid() + " GC.heap_dump",
                        "sample.hook");
    }

    @Test
    void threadsOfTheNewVersionAreNotTakenForThoseOfTheOld() {
        Path base = spinning("1.0");
        host.install(base);

        var release = host.upgrade(spinning("2.0")).released().getFirst();

        assertThat(release.threads()).containsExactly("spins 1.0");
        assertThat(release.collected()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("spins 2.0");
    }

    private static void removeHandlers() {
        var root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler.getClass().getName().startsWith("sample.held")) {
                root.removeHandler(handler);
            }
        }
    }

    /** Writes a plugin with a thread that ends when it is interrupted. */
    private Path spinning(String version) {
        return Plugins.plugin(
                        "sample.spin",
                        version,
                        "",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    var thread = new Thread(() -> {
                                        while (goesOn() && !Thread.currentThread().isInterrupted()) {
                                            Thread.onSpinWait();
                                        }
                                    }, "spins %s");
                                    thread.setDaemon(true);
                                    thread.start();
                                }
                                """
                                        .formatted(version))
                .jar(folder.resolve("spin-" + version + ".jar"));
    }

    private ModuleRelease installAndUninstall(Path plugin) {
        var name = host.install(plugin).plan().effects().getFirst().module().name();
        return host.uninstall(name).released().getFirst();
    }
}
