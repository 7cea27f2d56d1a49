package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code tenon config}, with the plugins of this repository. */
class ConfigIT {

    private static final Path PLUGINS =
            Path.of("..", "sample-modules", "target", "plugins").toAbsolutePath().normalize();
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- tenon config --markdown -->\n";
    private static final String END = "<!-- end -->\n";

    @TempDir Path folder;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        tenon = new Tenon(folder).with("TENON_PLUGINS", PLUGINS.toString());
    }

    @Test
    void everySettingIsListedWithValueOriginAndDescription() throws Exception {
        Files.writeString(folder.resolve("tenon.properties"), "tenon.start-timeout=1m\n");
        Files.writeString(folder.resolve("tenon.yaml"), "sample.notes:\n  greeting: Hello\n");
        Files.writeString(folder.resolve("settings.conf"), "[tenon]\nstop-timeout = 2s\n");

        var config =
                tenon.with("SAMPLE_NOTES_CAPACITY", "7")
                        .run("config", "--set", "tenon.parallelism=3");

        assertThat(config.exitCode()).as(config.err()).isZero();
        assertThat(config.out())
                .containsPattern(
                        "\ntenon.start-timeout +1m +" + folder + "/tenon.properties line 1\n")
                .containsPattern("\ntenon.stop-timeout +2s +" + folder + "/settings.conf line 2\n")
                .containsPattern(
                        "\nsample.notes.greeting +Hello +" + folder + "/tenon.yaml line 2\n")
                .containsPattern(
                        "\nsample.notes.capacity +7 +the environment variable SAMPLE_NOTES_CAPACITY\n"
                                + " +How many notes the archive keeps; older ones are forgotten. A"
                                + " whole number of at\\s+least 1.\n")
                .containsPattern("\ntenon.parallelism +3 +the command line or the builder\n")
                .containsPattern("\ntenon.watch +false +default\n");
        assertThat(config.err()).isEmpty();
    }

    @Test
    void anAliasInTheSectionOfADatabaseIsListedByTheNameOfTheSetting() throws Exception {
        Files.writeString(
                folder.resolve("settings.conf"),
                """
                [notes]
                db_url = jdbc:postgresql://db.example.org/notes
                db_max_connections = 3
                """);

        var config = tenon.run("config", "tenon.database.notes");

        assertThat(config.out())
                .containsPattern(
                        "\ntenon.database.notes.max-connections +3 +"
                                + folder
                                + "/settings.conf line 3\n")
                .containsPattern(
                        "\ntenon.database.notes.url +\\*+ +" + folder + "/settings.conf line 2\n")
                .doesNotContain("db.example.org");
    }

    @Test
    void aPrefixAndAnOptionChooseWhatIsListed() throws Exception {
        assertThat(tenon.run("config", "sample.notes").out())
                .contains("sample.notes.capacity")
                .doesNotContain("tenon.");
        assertThat(tenon.run("config", "--set-only", "sample").out())
                .isEqualTo("There are no such settings." + System.lineSeparator());
    }

    @Test
    void wrongSettingsAreToldAndEndWithOne() throws Exception {
        Files.writeString(
                folder.resolve("settings.conf"),
                "[sample.notes]\ncapacity = 0\ngreetings = Hi\n[tenon]\nparalelism = 2\n");

        var config = tenon.run("config");

        assertThat(config.exitCode()).isEqualTo(1);
        assertThat(config.out().replaceAll("\\s+", " "))
                .contains(
                        "sample.notes.capacity has the value '0', set in "
                                + folder
                                + "/settings.conf line 2."
                                + " It has to be a whole number of at least 1.")
                .contains(
                        "The setting sample.notes.greetings, set in "
                                + folder
                                + "/settings.conf line 3, is unknown.")
                .contains("Was sample.notes.greeting meant?")
                .contains(
                        "The setting tenon.paralelism, set in "
                                + folder
                                + "/settings.conf line 5, is unknown.");
    }

    @Test
    void aProfileAndASecretHold() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Files.writeString(
                folder.resolve("tenon.properties"),
                "%dev.sample.notes.greeting=${file::" + secret + "}\n");

        var config = tenon.run("config", "--profile", "dev", "--json", "sample.notes.greeting");

        var setting = new JsonMapper().readTree(config.out()).get("settings").get(0);
        assertThat(setting.get("value").stringValue()).isEqualTo("********");
        assertThat(setting.get("defaultValue").stringValue()).isEqualTo("Welcome to Tenon");
        assertThat(setting.get("origin").stringValue())
                .isEqualTo(folder + "/tenon.properties line 1");
        assertThat(config.out() + config.err()).doesNotContain("hunter2");
    }

    /** To write the page anew, set {@code -Dtenon.docs.update=true}. */
    @Test
    void theReferenceInTheDocumentationIsWhatTheCommandPrints() throws Exception {
        var reference = tenon.run("config", "--markdown").out();
        var page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        var expected =
                page.substring(0, begin) + reference + page.substring(page.indexOf(END, begin));
        if (Boolean.getBoolean("tenon.docs.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("docs/configuration.md; write it anew with -Dtenon.docs.update=true")
                .hasContent(expected);
    }
}
