package dev.tenon.core.internal.source;

import static dev.tenon.core.fixture.Outcome.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {

    private static final String PROPERTY = "tenon.test.colour";

    @TempDir Path folder;

    @AfterEach
    void removeTheSystemProperty() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void aFileGivesItsValues() throws IOException {
        var settings = read(file("a.properties", "tenon.test.colour = red\nother=1"));

        assertThat(settings.get(PROPERTY)).isEqualTo("red");
        assertThat(settings.find("other")).contains("1");
    }

    @Test
    void aLaterFileIsStronger() throws IOException {
        var settings =
                read(
                        file("a.properties", "tenon.test.colour=red\nonly.first=1"),
                        file("b.properties", "tenon.test.colour=blue"));

        assertThat(settings.get(PROPERTY)).isEqualTo("blue");
        assertThat(settings.get("only.first")).isEqualTo("1");
    }

    @Test
    void twoFilesOfOneNameAreTwoSources() throws IOException {
        Files.createDirectories(folder.resolve("b"));

        var settings =
                read(
                        file("tenon.properties", "tenon.test.colour=red\nonly.first=1"),
                        file("b/tenon.properties", "tenon.test.colour=blue"));

        assertThat(settings.get(PROPERTY)).isEqualTo("blue");
        assertThat(settings.get("only.first")).isEqualTo("1");
    }

    @Test
    void aSystemPropertyIsStrongerThanAFile() throws IOException {
        System.setProperty(PROPERTY, "green");

        var settings = read(file("a.properties", "tenon.test.colour=red"));

        assertThat(settings.get(PROPERTY)).isEqualTo("green");
        assertThat(settings.origin(PROPERTY)).contains("the system properties");
    }

    @Test
    void anExplicitSettingIsStrongerThanASystemProperty() {
        System.setProperty(PROPERTY, "green");

        var settings =
                new SourceSettings(
                        SettingSources.read(List.of(), Map.of(PROPERTY, "black"), Map.of()));

        assertThat(settings.get(PROPERTY)).isEqualTo("black");
        assertThat(settings.origin(PROPERTY)).contains("the command line or the builder");
    }

    @Test
    void theOriginOfAValueFromAFileIsTheFileWithTheLine() throws IOException {
        var file = file("a.properties", "# a comment\n\ntenon.test.colour=red");

        assertThat(read(file).origin(PROPERTY)).contains(file + " line 3");
    }

    @Test
    void theOriginOfAFileInAFolderWithASpaceIsItsPath() throws IOException {
        Files.createDirectories(folder.resolve("my settings"));
        var file = file("my settings/ä.properties", "tenon.test.colour=red");

        assertThat(read(file).origin(PROPERTY)).contains(file + " line 1");
    }

    @Test
    void aSettingThatNobodyHasComesFromNowhere() {
        var settings = read();

        assertThat(settings.find(PROPERTY)).isEmpty();
        assertThat(settings.origin(PROPERTY)).isEmpty();
    }

    @Test
    void aReferenceIsReplacedByTheValueOfTheOtherSetting() throws IOException {
        var settings =
                read(
                        file(
                                "a.properties",
                                "root.folder=/srv\nlogs=${root.folder}/logs\nfirst=${none:otherwise}"));

        assertThat(settings.get("logs")).isEqualTo("/srv/logs");
        assertThat(settings.get("first")).isEqualTo("otherwise");
    }

    @Test
    void aReferenceToNothingIsAnErrorThatNamesIt() throws IOException {
        var file = file("a.properties", "logs=${tenon.test.none}/logs");
        var settings = read(file);

        assertFails(() -> settings.get("logs"), HostError.SETTING_INVALID)
                .hasMessageContainingAll(
                        "The setting logs has the value '${tenon.test.none}/logs', set in "
                                + file
                                + " line 1.",
                        "tenon.test.none")
                .hasMessageNotContaining("It has to be a String");
        assertThat(settings.origin("logs")).contains(file + " line 1");
    }

    @Test
    void referencesInACircleAreAnErrorToo() throws IOException {
        var settings = read(file("a.properties", "chicken=${egg}\negg=${chicken}"));

        assertFails(() -> settings.find("egg"), HostError.SETTING_INVALID)
                .hasMessageContainingAll("The setting egg has the value '${chicken}'", "line 2");
        assertThat(settings.origin("egg")).isPresent();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var file = folder.resolve("none.properties");

        assertFails(() -> read(file), HostError.SETTINGS_UNREADABLE)
                .hasMessageContainingAll(
                        "The settings file " + file + " cannot be read.", "There is no such file.");
    }

    @Test
    void aFolderIsNotASettingsFile() {
        assertFails(() -> read(folder), HostError.SETTINGS_UNREADABLE)
                .hasMessageContaining("It is a folder.");
    }

    @Test
    void aMalformedEscapeIsAnErrorThatNamesTheFile() throws IOException {
        var file = file("a.properties", "tenon.test.colour=\\u12zz");

        assertFails(() -> read(file), HostError.SETTINGS_UNREADABLE)
                .hasMessageContainingAll(file.toString(), "\\u");
    }

    @Test
    void aRelativePathIsReadFromTheWorkingFolder() throws IOException {
        var file = file("a.properties", "tenon.test.colour=red");
        var relative = Path.of("").toAbsolutePath().relativize(file);

        assertThat(read(relative).get(PROPERTY)).isEqualTo("red");
    }

    private static Settings read(Path... files) {
        return new SourceSettings(SettingSources.read(List.of(files), Map.of(), Map.of()));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
