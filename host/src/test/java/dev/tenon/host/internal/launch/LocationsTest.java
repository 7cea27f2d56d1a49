package dev.tenon.host.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

    @TempDir Path folder;

    @Test
    void fromAnIdeThereIsNoHomeAndOnlyTheCurrentFolderCounts() throws IOException {
        var settings = Files.createFile(folder.resolve("tenon.properties"));
        var locations = new Locations(Optional.empty(), folder, Optional.empty(), Map.of());

        assertThat(locations.plugins()).isEmpty();
        assertThat(locations.workFolder()).isEmpty();
        assertThat(locations.settingsFiles()).containsExactly(settings);
    }

    @Test
    void settingsFilesAreOrderedByFormatAndThoseOfTheCurrentFolderAreStronger() throws IOException {
        var home = Files.createDirectories(folder.resolve("home"));
        var conf = home.resolve("conf");
        var files =
                List.of(
                        file(conf.resolve("tenon.properties")),
                        file(folder.resolve("tenon.properties")),
                        file(conf.resolve("tenon.yaml")),
                        file(folder.resolve("tenon.yaml")),
                        file(conf.resolve("settings.conf")),
                        file(folder.resolve("settings.conf")));

        assertThat(installed(home, Map.of()).settingsFiles()).containsExactlyElementsOf(files);
    }

    @Test
    void thePluginFolderOfTheInstallationCountsIfItExists() throws IOException {
        assertThat(installed(folder, Map.of()).plugins()).isEmpty();

        var plugins = Files.createDirectory(folder.resolve("plugins"));

        assertThat(installed(folder, Map.of()).plugins()).contains(plugins);
    }

    @Test
    void theWorkFolderIsInTheCacheFolderOfTheUser() {
        assertThat(installed(folder, Map.of()).workFolder())
                .contains(folder.resolve(".cache").resolve("tenon"));
        assertThat(installed(folder, Map.of("XDG_CACHE_HOME", folder + "/xdg")).workFolder())
                .contains(folder.resolve("xdg").resolve("tenon"));
    }

    @Test
    void aRelativeCacheFolderIsIgnoredAsTheSpecificationSays() {
        assertThat(installed(folder, Map.of("XDG_CACHE_HOME", "xdg")).workFolder())
                .contains(folder.resolve(".cache").resolve("tenon"));
    }

    @Test
    void aCacheFolderThatCannotBeMadeIsNotUsed() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(installed(folder, Map.of("XDG_CACHE_HOME", file.toString())).workFolder())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"plugins, false", "host.lock, true"})
    void aWorkFolderIsNotUsedWhereAnotherHasLeftWhatCannotBeWritten(String name, boolean isFolder)
            throws IOException {
        var work = Files.createDirectories(folder.resolve("cache").resolve("tenon"));
        if (isFolder) {
            Files.createDirectory(work.resolve(name));
        } else {
            Files.createFile(work.resolve(name));
        }

        assertThat(installed(folder, Map.of("XDG_CACHE_HOME", folder + "/cache")).workFolder())
                .isEmpty();
    }

    private Locations installed(Path home, Map<String, String> environment) {
        return new Locations(Optional.of(home), folder, Optional.of(folder), environment);
    }

    private static Path file(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
