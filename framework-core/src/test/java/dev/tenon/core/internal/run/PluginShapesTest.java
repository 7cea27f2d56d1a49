package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes in which a plugin can lie in a plugin folder, and the libraries it brings along. */
class PluginShapesTest {
    private static final String SAYS_TEXT =
            "@Override public void start(ModuleContext c) { note(lib.text.Text.value()); }";

    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Path plugins;

    @BeforeEach
    void makePluginFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @Test
    void aPluginIsAJar() {
        noting("sample.a").jar(plugins.resolve("any-name.jar"));

        startAndStop(plugins, "sample.a");

        assertThat(journal.lines()).contains("sample.a start");
    }

    @Test
    void aPluginIsAnExplodedDirectory() {
        noting("sample.a").directory(plugins.resolve("classes"));

        startAndStop(plugins, "sample.a");

        assertThat(journal.lines()).contains("sample.a start");
    }

    @Test
    void aPlaceMayBeThePluginItself() {
        Path jar = noting("sample.a").jar(folder.resolve("a.jar"));
        Path classes = noting("sample.b").directory(folder.resolve("target/classes"));

        try (Host host = Host.builder().plugins(jar, classes).start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
        }
    }

    @Test
    void severalPlacesAreOneHost() {
        noting("sample.a").jar(plugins.resolve("a.jar"));
        noting("sample.b").jar(folder.resolve("more/b.jar"));

        try (Host host = Host.builder().plugins(plugins, folder.resolve("more")).start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
        }
    }

    @Test
    void librariesStandInTheLibFolderOfThePlugin() {
        Path library =
                Plugins.library("lib.text", "1", "from lib").jar(plugins.resolve("a/lib/text.jar"));
        user("sample.a", library).jar(plugins.resolve("a/a.jar"));

        startAndStop(plugins, "sample.a");

        assertThat(journal.lines()).containsExactly("from lib");
    }

    @Test
    void librariesStandBesideTheJarOfThePlugin() {
        Path library =
                Plugins.library("lib.text", "1", "from beside").jar(plugins.resolve("a/text.jar"));
        user("sample.a", library).jar(plugins.resolve("a/zzz.jar"));

        startAndStop(plugins, "sample.a");

        assertThat(journal.lines()).containsExactly("from beside");
    }

    @Test
    void aPlaceMayBeAPluginWithItsLibFolder() {
        Path library =
                Plugins.library("lib.text", "1", "from lib").jar(folder.resolve("a/lib/text.jar"));
        user("sample.a", library).jar(folder.resolve("a/a.jar"));

        startAndStop(folder.resolve("a"), "sample.a");

        assertThat(journal.lines()).containsExactly("from lib");
    }

    @Test
    void aPlaceThatIsNamedTwiceIsSearchedOnce() {
        noting("sample.a").jar(plugins.resolve("a.jar"));

        try (Host host =
                Host.builder().plugins(plugins, plugins.resolve("..").resolve("plugins")).start()) {
            Outcome.onlyStarted(host, "sample.a");
            assertThat(host.modules()).hasSize(1);
        }
    }

    @Test
    void aLibraryNeedsNoDescriptor() {
        Path library =
                Plugins.library("lib.text", "1", "automatic")
                        .noDescriptor()
                        .manifest("Automatic-Module-Name", "lib.text")
                        .jar(plugins.resolve("a/lib/text-1.2.jar"));
        user("sample.a", library).jar(plugins.resolve("a/a.jar"));

        startAndStop(plugins, "sample.a");

        assertThat(journal.lines()).containsExactly("automatic");
    }

    @Test
    void twoPluginsHaveTwoVersionsOfOneLibrarySideBySide() {
        for (String version : new String[] {"1", "2"}) {
            String name = "sample.v" + version;
            Path library =
                    Plugins.library("lib.text", version, "version " + version)
                            .jar(plugins.resolve(name + "/lib/text.jar"));
            user(name, library).jar(plugins.resolve(name + "/plugin.jar"));
        }

        startAndStop(plugins, "sample.v1", "sample.v2");

        assertThat(journal.lines()).containsExactlyInAnyOrder("version 1", "version 2");
    }

    /** A plugin that packs SLF4J has to share the host's, or its log lines would go nowhere. */
    @Test
    void aLibraryThatTheHostHasLosesToTheHosts() {
        PluginSource.module("org.slf4j", "99")
                .descriptor("exports org.slf4j;")
                .source("org.slf4j.Logger", "package org.slf4j; public interface Logger {}")
                .jar(plugins.resolve("a/lib/slf4j.jar"));
        Plugins.plugin(
                        "sample.a",
                        "requires org.slf4j;",
                        journal.members()
                                + """
                                @Override public void start(ModuleContext c) {
                                    Class<?> type = org.slf4j.LoggerFactory.class;
                                    note("boot " + (type.getModule().getLayer() == ModuleLayer.boot()));
                                }
                                """)
                .jar(plugins.resolve("a/a.jar"));

        startAndStop(plugins, "sample.a");

        assertThat(journal.lines()).containsExactly("boot true");
    }

    /** Installers often leave a link to the version in use. */
    @Test
    void aPluginMayBeALinkToItsFileOrFolder() throws IOException {
        Path library =
                Plugins.library("lib.text", "1", "linked")
                        .jar(folder.resolve("a-1.0/lib/text.jar"));
        user("sample.a", library).jar(folder.resolve("a-1.0/a.jar"));
        Files.createSymbolicLink(plugins.resolve("a"), folder.resolve("a-1.0"));
        Path jar = noting("sample.b").jar(folder.resolve("b-1.0.jar"));
        Files.createSymbolicLink(plugins.resolve("b.jar"), jar);

        startAndStop(plugins, "sample.a", "sample.b");

        assertThat(journal.lines()).contains("linked", "sample.b start");
    }

    @Test
    void otherFilesInAPluginFolderAreLeftAlone() throws IOException {
        noting("sample.a").jar(plugins.resolve("a.jar"));
        Files.writeString(plugins.resolve("README.txt"), "Plugins go here.");
        Files.createDirectory(plugins.resolve(".git"));

        startAndStop(plugins, "sample.a");
    }

    private PluginSource noting(String module) {
        return Plugins.plugin(module, "", journal.lifecycle());
    }

    private PluginSource user(String module, Path library) {
        return Plugins.plugin(module, "requires lib.text;", journal.members() + SAYS_TEXT)
                .readsFrom(library);
    }

    private static void startAndStop(Path place, String... names) {
        try (Host host = Host.builder().plugins(place).start()) {
            Outcome.onlyStarted(host, names);
            assertThat(host.modules()).hasSameSizeAs(names);
        }
    }
}
