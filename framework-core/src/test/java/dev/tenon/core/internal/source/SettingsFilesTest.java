package dev.tenon.core.internal.source;

import static dev.tenon.core.fixture.Outcome.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.settings.Secret;
import dev.tenon.core.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats of settings files, profiles and secrets. */
class SettingsFilesTest {

    @TempDir Path folder;

    @Test
    void yamlNamesAreTheKeysOnTheWayToAValue() throws IOException {
        var file =
                file(
                        "tenon.yaml",
                        """
                        # a comment
                        sample.notes:
                          page-size: 20
                          mail: {host: "example.org", port: 25}
                          on: no
                          empty:
                        """);

        var settings = read(file);

        assertThat(settings.get("sample.notes.page-size", Integer.class)).isEqualTo(20);
        assertThat(settings.get("sample.notes.mail.host")).isEqualTo("example.org");
        assertThat(settings.get("sample.notes.on")).isEqualTo("no");
        assertThat(settings.find("sample.notes.empty")).isEmpty();
        assertThat(settings.origin("sample.notes.page-size")).contains(file + " line 3");
        assertThat(settings.origin("sample.notes.mail.port")).contains(file + " line 4");
    }

    @Test
    void aYamlSequenceIsAList() throws IOException {
        var file = file("tenon.yml", "sample.a:\n  tags:\n  - red\n  - dark, blue\n");

        var values = sources(file).findAll("sample.a.", "tags").orElseThrow();

        assertThat(values).extracting(SourcedValue::text).containsExactly("red", "dark, blue");
        assertThat(values).extracting(SourcedValue::origin).contains(file + " line 4");
    }

    @Test
    void anEmptyYamlFileHasNoSettings() throws IOException {
        assertThat(read(file("a.yaml", "")).find("a")).isEmpty();
        assertThat(read(file("b.yaml", "# nothing\n")).find("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\na: 2 | Line 2 | a",
                "a: [1 | Line 1 | expected",
                "- a\\n- b | Line 1 | not a mapping",
                "a:\\n\\t- b | Line 2 | TAB",
                "x: 1\\na: &b\\n  c: *b | Line 2 | nested more than 50 times",
                "a.b: 1\\na:\\n  b: 2 | Line 3 | stands there twice"
            })
    void aWrongYamlFileIsAnErrorWithItsLine(String text, String line, String cause)
            throws IOException {
        var file = file("tenon.yaml", text.replace("\\n", "\n").replace("\\t", "\t"));

        assertFails(() -> read(file), HostError.SETTINGS_UNREADABLE)
                .hasMessageContainingAll(file.toString(), line, cause);
    }

    @Test
    void propertiesAreReadAsJavaReadsThem() throws IOException {
        var file =
                file(
                        "tenon.properties",
                        """
                        \uFEFFfirst = m\u00fcller
                        ! a comment that does not go on \\
                          a.b : two \\
                                words
                        place=C:\\\\
                        escaped\\ name \\u0041\\tB
                        empty
                        """);

        var settings = read(file);

        assertThat(settings.get("first")).isEqualTo("m\u00fcller");
        assertThat(settings.get("a.b")).isEqualTo("two words");
        assertThat(settings.origin("a.b")).contains(file + " line 3");
        assertThat(settings.get("place")).isEqualTo("C:\\");
        assertThat(settings.get("escaped name")).isEqualTo("A\tB");
        assertThat(settings.find("empty")).isEmpty();
    }

    @Test
    void aNameThatStandsTwiceInPropertiesIsAnErrorWithoutItsValues() throws IOException {
        var file = file("tenon.properties", "key=hunter1\n\nkey=hunter2\n");

        assertFails(() -> read(file), HostError.SETTINGS_UNREADABLE)
                .hasMessageContainingAll(file.toString(), "Line 3", "'key' stands there twice")
                .hasMessageNotContaining("hunter");
    }

    @ParameterizedTest
    @CsvSource({"a.properties", "a.yaml", "a.conf"})
    void aFileInAnotherEncodingIsAnError(String name) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "[x]\na: m\u00fcller\n", StandardCharsets.ISO_8859_1);

        assertFails(() -> read(file), HostError.SETTINGS_UNREADABLE)
                .hasMessageContainingAll(file.toString(), "It is not text in UTF-8.");
    }

    @Test
    void iniNamesAreTheSectionAndTheKey() throws IOException {
        var file =
                file(
                        "settings.conf",
                        """
                        ; a comment
                        [sample.notes]
                        page-size = 20
                        url: http://example.org:80/?a=b
                        text = one
                            two
                        # another
                        [tenon]
                        start-timeout=5s
                        """);

        var settings = read(file);

        assertThat(settings.get("sample.notes.page-size")).isEqualTo("20");
        assertThat(settings.get("sample.notes.url")).isEqualTo("http://example.org:80/?a=b");
        assertThat(settings.get("sample.notes.text")).isEqualTo("one\ntwo");
        assertThat(settings.get("tenon.start-timeout")).isEqualTo("5s");
        assertThat(settings.origin("sample.notes.url")).contains(file + " line 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 1 | Line 1 | before the first section",
                "[x]\\na | Line 2 | neither a section in brackets nor a NAME = VALUE",
                "[x]\\na=1\\na=2 | Line 3 | stands twice in the section [x]",
                "[x]\\n[y]\\n[x] | Line 3 | stands there twice",
                "[x\\na=1 | Line 1 | neither",
                "[x]\\n= 1 | Line 2 | neither"
            })
    void aWrongIniFileIsAnErrorWithItsLine(String text, String line, String cause)
            throws IOException {
        var file = file("settings.conf", text.replace("\\n", "\n"));

        assertFails(() -> read(file), HostError.SETTINGS_UNREADABLE)
                .hasMessageContainingAll(file.toString(), line, cause);
    }

    @Test
    void theCommonSectionHoldsForEveryModuleAndForNothingElse() throws IOException {
        var sources =
                sources(
                        file(
                                "settings.conf",
                                "[DEFAULT]\nurl = common\nsize = 1\n[sample.a]\nsize = 2\n"));
        var a = SourceSettings.ofModule(sources, "sample.a");

        assertThat(a.get("url")).isEqualTo("common");
        assertThat(a.get("size")).isEqualTo("2");
        assertThat(a.origin("url").orElseThrow()).endsWith("settings.conf line 2");
        assertThat(SourceSettings.ofModule(sources, "sample.b").get("size")).isEqualTo("1");
        assertThat(new SourceSettings(sources).find("url")).isEmpty();
    }

    @Test
    void aStrongerFileWinsAgainstTheCommonSectionAndAgainstAWeakerOneItWins() throws IOException {
        var properties = file("tenon.properties", "sample.a.size = 3\n");
        var ini = file("settings.conf", "[DEFAULT]\nsize = 1\n");

        assertThat(SourceSettings.ofModule(sources(ini, properties), "sample.a").get("size"))
                .isEqualTo("3");
        assertThat(SourceSettings.ofModule(sources(properties, ini), "sample.a").get("size"))
                .isEqualTo("1");
    }

    @Test
    void aProfileHoldsWhereItIsNamedAndTheLastIsTheStrongest() throws IOException {
        var file =
                file(
                        "tenon.properties",
                        "colour=red\n%dev.colour=green\n%test.colour=blue\nsize=1\n");
        file("tenon-dev.properties", "size=2\n");

        assertThat(read(file).get("colour")).isEqualTo("red");
        assertThat(read(file).get("size")).isEqualTo("1");
        var dev = with(Map.of("tenon.profile", "dev"), file);
        assertThat(dev.get("colour")).isEqualTo("green");
        assertThat(dev.get("size")).isEqualTo("2");
        assertThat(with(Map.of("tenon.profile", "dev,test"), file).get("colour")).isEqualTo("blue");
        assertThat(with(Map.of("tenon.profile", "test, dev"), file).get("colour"))
                .isEqualTo("green");
    }

    @Test
    void aFileMayNameTheProfile() throws IOException {
        var file = file("tenon.yaml", "tenon:\n  profile: dev\n'%dev':\n  colour: green\n");

        assertThat(read(file).get("colour")).isEqualTo("green");
    }

    @Test
    void aSecretComesFromAFileWithoutItsLineBreakAndIsMarked() throws IOException {
        var key = file("api key", "a=b c\n");
        var sources = sources(file("tenon.properties", "sample.a.key = ${file::" + key + "}\n"));

        var value = sources.find("sample.a.key").orElseThrow();

        assertThat(value.text()).isEqualTo("a=b c");
        assertThat(value.isSecret()).isTrue();
        assertThat(value.shown()).isEqualTo(Secret.MASK);
        assertThat(SourceSettings.ofModule(sources, "sample.a").get("key", Secret.class).reveal())
                .isEqualTo("a=b c");
    }

    @Test
    void aSecretThatCannotBeReadIsAnErrorThatNamesItsFile() throws IOException {
        var settings =
                read(
                        file(
                                "tenon.properties",
                                "none=${file::/no/such/file}\nfolder=${file::"
                                        + folder
                                        + "}\nreference=${none}\n"));

        assertFails(() -> settings.get("none"), HostError.SETTING_INVALID)
                .hasMessageContainingAll("The setting none", "line 1", "/no/such/file");
        assertFails(() -> settings.get("folder"), HostError.SETTING_INVALID)
                .hasMessageContainingAll("The setting folder", "not a regular file");
        assertFails(() -> settings.get("reference"), HostError.SETTING_INVALID)
                .hasMessageContainingAll("The setting reference", "/no/such/file");
    }

    @Test
    void aWrongSecretIsNotPrinted() throws IOException {
        var key = file("key", "hunter2");
        var settings = read(file("tenon.properties", "size = ${file::" + key + "}\n"));

        assertFails(() -> settings.get("size", Integer.class), HostError.SETTING_INVALID)
                .hasMessageContaining(Secret.MASK)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aSettingThatRefersToASecretIsOneToo() throws IOException {
        var key = file("key", "hunter2");
        var sources =
                sources(file("a.properties", "key=${file::" + key + "}\nurl=x:${key}@host\n"));

        var value = sources.find("url").orElseThrow();

        assertThat(value.text()).isEqualTo("x:hunter2@host");
        assertThat(value.shown()).isEqualTo(Secret.MASK);
    }

    @Test
    void aReferenceWhoseNameIsMadeOfOthersHidesASecretToo() throws IOException {
        var key = file("key", "hunter2");
        var sources =
                sources(
                        file(
                                "a.properties",
                                "key=${file::"
                                        + key
                                        + "}\nname=key\na=${${name}}\nb=${k${none:ey}}\n"));

        assertThat(sources.find("a").orElseThrow().shown()).isEqualTo(Secret.MASK);
        assertThat(sources.find("b").orElseThrow().shown()).isEqualTo(Secret.MASK);
    }

    @Test
    void aSecretThatSeemsToReferToSomethingIsNotPrinted() throws IOException {
        var file = file("a.properties", "key=hunter2${3\n");
        var settings = read(file);

        assertFails(() -> settings.get("key", Secret.class), HostError.SETTING_INVALID)
                .hasMessageContainingAll("The setting key", Secret.MASK, file + " line 1")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("${3");
        var missing = read(file("b.properties", "key=${file::/no/such/file}\n"));
        assertFails(() -> missing.get("key", Secret.class), HostError.SETTING_INVALID)
                .hasMessageContaining("there is no file /no/such/file");
    }

    private static Settings read(Path... files) {
        return new SourceSettings(sources(files));
    }

    private static Settings with(Map<String, String> explicit, Path... files) {
        return new SourceSettings(SettingSources.read(List.of(files), explicit, Map.of()));
    }

    private static SettingSources sources(Path... files) {
        return SettingSources.read(List.of(files), Map.of(), Map.of());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
