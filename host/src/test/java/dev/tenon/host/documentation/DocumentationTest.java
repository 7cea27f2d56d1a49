package dev.tenon.host.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.health.HealthStatus;
import dev.tenon.core.host.Host;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs what the documentation shows. */
class DocumentationTest {

    @TempDir private Path folder;

    @Test
    void theModulesOfTheModulePageStart() throws IOException {
        var plugins = compile("docs/write-a-module.md");

        assertThat(plugins).hasSize(2);
        try (Host host = Host.builder().plugins(plugins).start()) {
            assertThat(host.modules())
                    .filteredOn(m -> m.info().origin() == Origin.PLUGIN)
                    .extracting(ModuleStatus::name, ModuleStatus::state)
                    .containsExactly(
                            tuple("sample.clock", ModuleState.STARTED),
                            tuple("sample.alarm", ModuleState.STARTED));
            assertThat(host.health().status()).isEqualTo(HealthStatus.UP);
            assertThat(host.health().modules().get("sample.clock").checks()).containsKey("time");
        }
    }

    @Test
    void theApplicationOfTheHostingPageRuns() throws Exception {
        var plugin = compile("docs/write-a-module.md").getFirst();
        var main = application("app.Main").getMethod("main", String[].class);

        var printed = printedBy(() -> main.invoke(null, (Object) new String[] {plugin.toString()}));

        assertThat(printed)
                // Framework modules are those on the module path.
                .filteredOn(line ->
                        !line.contains("dev.tenon.database") && !line.contains("dev.tenon.crud"))
                .containsExactly(
                        "sample.clock: RESOLVED -> READY",
                        "sample.clock: READY -> STARTED",
                        "UP",
                        "dev.tenon.core.health.HealthCheck \"sample.clock/time\" (sample.clock)",
                        "sample.clock.Clock (sample.clock)",
                        "sample.clock: STARTED -> STOPPED");
    }

    @Test
    void theUpgradeOfTheHostingPageReplacesAModule() throws Exception {
        var plugins = compile("docs/write-a-module.md");
        var upgrade = application("app.Upgrade").getMethod("upgrade", Host.class, Path.class);
        try (Host host = Host.builder().plugins(plugins).start()) {
            Files.writeString(plugins.getFirst().resolve("changed.txt"), "changed");

            var printed = printedBy(() -> upgrade.invoke(null, host, plugins.getFirst()));

            assertThat(printed)
                    .startsWith("UPGRADE sample.clock -> no version", "RESTART sample.alarm")
                    .contains("sample.clock is gone: true", "sample.alarm is gone: true");
            assertThat(host.modules()).allMatch(m -> m.state() == ModuleState.STARTED);
        }
    }

    @Test
    void theOverlapOfTheHostingPageReplacesAModule() throws Exception {
        var plugins = compile("docs/write-a-module.md");
        var upgrade = application("app.Overlap").getMethod("upgrade", Host.class, Path.class);
        try (Host host = Host.builder().plugins(plugins).start()) {
            Files.writeString(plugins.getFirst().resolve("changed.txt"), "changed");

            var printed = printedBy(() -> upgrade.invoke(null, host, plugins.getFirst()));

            assertThat(printed).contains("sample.clock was replaced", "sample.alarm was replaced");
            assertThat(host.modules()).allMatch(m -> m.state() == ModuleState.STARTED);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static List<String> printedBy(Work work) throws Exception {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(out);
        }
        return printed.toString(UTF_8).lines().toList();
    }

    /** Returns a class of the application of the hosting page, in a layer over this one. */
    private Class<?> application(String name) throws IOException {
        var app = compile("docs/hosting.md").getFirst();
        var boot = DocumentationTest.class.getModule().getLayer();
        var configuration =
                Configuration.resolve(
                        ModuleFinder.of(app),
                        List.of(boot.configuration()),
                        ModuleFinder.of(),
                        Set.of("app"));
        var controller =
                ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(boot), getClass().getClassLoader());
        var module = controller.layer().findModule("app").orElseThrow();
        controller.addExports(module, "app", getClass().getModule());
        return Class.forName(module, name);
    }

    @Test
    void theModuleOfTheConfigurationPageReadsItsFiles() throws Exception {
        var plugins = compile("docs/configuration.md");
        var secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        var conf = folder.resolve("conf");
        var printed = new ByteArrayOutputStream();

        var out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try (Host host =
                Host.builder()
                        .plugins(plugins)
                        .settingsFile(conf.resolve("tenon.properties"))
                        .settingsFile(conf.resolve("tenon.yaml"))
                        .settingsFile(conf.resolve("settings.conf"))
                        .setting("tenon.profile", "dev")
                        .setting("sample.mailer.password", "${file::" + secret + "}")
                        .start()) {
            assertThat(host.module("sample.mailer").state()).isEqualTo(ModuleState.STARTED);
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(UTF_8).strip())
                .isEqualTo(
                        "MailerSettings{host=localhost, port=587, timeout=PT20S, retries=5,"
                                + " spool=Optional[/srv/data/spool],"
                                + " recipients=[ops@example.org, dev@example.org],"
                                + " password=Optional[********]}");
    }

    /** Compiles the modules of a page, each against those before it. */
    private List<Path> compile(String page) throws IOException {
        var compiled = new ArrayList<Path>();
        for (Path module : Document.read(page).writeTo(folder)) {
            if (!Files.exists(module.resolve("module-info.java"))) {
                continue;
            }
            var classes = folder.resolve(module.getFileName() + "-classes");
            var arguments =
                    new ArrayList<>(
                            List.of(
                                    "-Xlint:all",
                                    "-Werror",
                                    "-p",
                                    modulePath(compiled),
                                    "-d",
                                    classes.toString()));
            try (Stream<Path> files = Files.walk(module)) {
                files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
            }
            var messages = new StringWriter();
            var out = new PrintWriter(messages);
            var result =
                    ToolProvider.findFirst("javac")
                            .orElseThrow()
                            .run(out, out, arguments.toArray(String[]::new));
            assertThat(result).as("%s of %s: %s", module, page, messages).isZero();
            compiled.add(classes);
        }
        return compiled;
    }

    private static String modulePath(List<Path> compiled) {
        return Stream.concat(
                        compiled.stream().map(Path::toString),
                        Stream.of(System.getProperty("jdk.module.path")))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}
