package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the host itself from starting, and what only one module. */
class HostRefusalTest {
    private final Journal journal = new Journal();
    @TempDir Path folder;

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @Test
    void aPluginFolderThatIsMissing() {
        Path missing = folder.resolve("nowhere");

        refuses(
                Host.builder().plugins(missing),
                HostError.PLUGIN_FOLDER_UNREADABLE,
                "The plugin folder " + missing + " cannot be read.",
                "There is no such file or folder.",
                "Create the folder or correct the setting tenon.plugins.");
    }

    @Test
    void aPluginFolderThatIsATextFile() throws IOException {
        Path file = Files.writeString(folder.resolve("plugins"), "not a folder");

        refuses(
                Host.builder().plugins(file),
                HostError.PLUGIN_FOLDER_UNREADABLE,
                "The plugin folder " + file + " cannot be read.",
                "It is a file, but not a jar.");
    }

    @Test
    void badSettingsOfTheHostAreAllToldAtOnce() {
        Path missing = folder.resolve("nowhere");

        refuses(
                Host.builder()
                        .plugins(missing)
                        .setting("tenon.start-timeout", "soon")
                        .setting("tenon.stop-timeout", "0s")
                        .setting("tenon.parallelism", "many"),
                HostError.SETTING_INVALID,
                "The setting tenon.start-timeout has the value 'soon'",
                "a duration such as 500ms",
                "The setting tenon.stop-timeout has the value '0s'",
                "of at least 1ms",
                "The setting tenon.parallelism has the value 'many'",
                "a whole number",
                "The plugin folder " + missing + " cannot be read.");
    }

    @Test
    void aPlanShowsWhatWouldKeepTheHostFromStarting() {
        Plugins.in(folder).add("sample.a");

        Plan plan =
                Host.builder()
                        .plugins(folder, folder.resolve("nowhere"))
                        .setting("tenon.parallelism", "0")
                        .plan();

        assertThat(plan.isClean()).isFalse();
        assertThat(plan.hostProblems())
                .extracting(Problem::code)
                .containsExactly(HostError.SETTING_INVALID, HostError.PLUGIN_FOLDER_UNREADABLE);
        assertThat(plan.modules()).hasSize(1);
    }

    @Test
    void aBadSettingOfOneModuleFailsThatModuleAlone() {
        Plugins plugins = Plugins.in(folder);
        plugins.add("sample.a", "", journal.lifecycle());
        plugins.add("sample.b", "requires sample.a;", "");
        plugins.add("sample.c");
        HostBuilder builder =
                Host.builder()
                        .plugins(folder)
                        .setting("tenon.module.sample.a.start-timeout", "soon")
                        .setting("tenon.module.sample.a.stop-timeout", "0s");

        assertThat(Outcome.planned(builder.plan(), "sample.a").problems()).hasSize(2);
        try (Host host = builder.start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.SETTING_INVALID,
                    "The setting tenon.module.sample.a.start-timeout has the value 'soon'",
                    "the command line or the builder");
            Outcome.blocked(
                    host.module("sample.b"), HostError.SETTING_INVALID, "sample.b", "sample.a");
            Outcome.onlyStarted(host, "sample.c");
        }
        assertThat(journal.lines()).isEmpty();
    }

    @Test
    void pluginFoldersMayComeFromASetting() {
        Plugins.in(folder.resolve("one")).add("sample.a");
        Plugins.in(folder.resolve("two")).add("sample.b");

        try (Host host =
                Host.builder()
                        .setting(
                                "tenon.plugins",
                                folder.resolve("one") + File.pathSeparator + folder.resolve("two"))
                        .start()) {
            Outcome.onlyStarted(host, "sample.a", "sample.b");
        }
    }

    @Test
    void aModuleThatIsNotThereIsAnsweredWithThoseThatAre() {
        Plugins.in(folder).add("sample.a");

        try (Host host = Host.builder().plugins(folder).start()) {
            HostException thrown =
                    catchThrowableOfType(HostException.class, () -> host.module("sample.x"));
            Outcome.has(
                    thrown.problem(),
                    HostError.MODULE_NOT_FOUND,
                    "There is no module sample.x.",
                    "The modules are sample.a.");
        }
    }

    private void refuses(HostBuilder builder, HostError code, String... parts) {
        HostException thrown = catchThrowableOfType(HostException.class, builder::start);

        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown).hasMessageContainingAll(parts);
        assertThat(journal.lines()).isEmpty();
    }
}
