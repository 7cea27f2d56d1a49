package dev.tenon.core.internal.source;

import static dev.tenon.core.fixture.Outcome.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

    /** A type to read. */
    enum Colour {
        RED,
        DARK_BLUE
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "30 s, PT30S",
        "5m, PT5M",
        "2h, PT2H",
        "1d, PT24H",
        "45, PT45S",
        "0, PT0S",
        "PT1M30S, PT1M30S",
        "pt5s, PT5S",
        "10S, PT10S"
    })
    void aDurationIsANumberWithItsUnitSecondsOrIso8601(String text, Duration duration) {
        assertThat(with("t", text).get("t", Duration.class)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5 weeks", "-5s", "1.5h", "ms", "99999999999999999999s"})
    void aWrongDurationIsAnErrorThatNamesSettingValueSourceAndForms(String text) {
        assertFails(
                        () -> with("sample.a.every", text).get("sample.a.every", Duration.class),
                        HostError.SETTING_INVALID)
                .hasMessageContainingAll(
                        "The setting sample.a.every has the value '" + text + "'",
                        "set in the command line or the builder.",
                        "It has to be a duration such as 500ms, 30s, 5m, 2h or PT30S.",
                        "Correct the value where the message says it stands.");
    }

    @Test
    void aDurationTooLongForTheTypeIsAWrongDuration() {
        assertFails(
                () -> with("t", "999999999999999d").get("t", Duration.class),
                HostError.SETTING_INVALID);
    }

    @Test
    void numbersAreRead() {
        assertThat(with("n", "42").get("n", Integer.class)).isEqualTo(42);
        assertThat(with("n", "-7").get("n", Long.class)).isEqualTo(-7L);
        assertThat(with("n", "0.25").get("n", Double.class)).isEqualTo(0.25);
    }

    @Test
    void aWrongNumberIsAnErrorThatSaysWhatIsAllowed() {
        assertFails(() -> with("n", "many").get("n", Integer.class), HostError.SETTING_INVALID)
                .hasMessageContainingAll("'many'", "It has to be a whole number.");
        assertFails(() -> with("n", "1.5").find("n", Long.class), HostError.SETTING_INVALID)
                .hasMessageContaining("It has to be a whole number.");
        assertFails(() -> with("n", "x").get("n", Double.class), HostError.SETTING_INVALID)
                .hasMessageContaining("It has to be a number.");
    }

    @Test
    void aWrongValueInAFileIsFoundByFileAndLine(@TempDir Path folder) throws Exception {
        var file = folder.resolve("tenon.properties");
        Files.writeString(file, "a=1\n\nn=many\n");
        var settings = new SourceSettings(SettingSources.read(List.of(file), Map.of(), Map.of()));

        assertFails(() -> settings.get("n", Integer.class), HostError.SETTING_INVALID)
                .hasMessageContaining("set in " + file + " line 3.");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "TRUE, true", "yes, true", "off, false"})
    void aBooleanIsRead(String text, boolean value) {
        assertThat(with("b", text).get("b", Boolean.class)).isEqualTo(value);
    }

    @Test
    void aWrongBooleanIsAnErrorThatSaysWhatIsAllowed() {
        assertFails(() -> with("b", "maybe").get("b", Boolean.class), HostError.SETTING_INVALID)
                .hasMessageContainingAll("'maybe'", "It has to be true or false.");
    }

    @Test
    void anEnumIsReadByItsNameInEitherCaseAndWithDashes() {
        assertThat(with("c", "RED").get("c", Colour.class)).isEqualTo(Colour.RED);
        assertThat(with("c", "dark-blue").get("c", Colour.class)).isEqualTo(Colour.DARK_BLUE);
    }

    @Test
    void aWrongEnumIsAnErrorThatListsItsConstants() {
        assertFails(() -> with("c", "pink").get("c", Colour.class), HostError.SETTING_INVALID)
                .hasMessageContaining("It has to be one of RED, DARK_BLUE.");
    }

    @Test
    void pathsUrisAndTypesWithAParseMethodAreRead() {
        assertThat(with("p", "a/b").get("p", Path.class)).isEqualTo(Path.of("a/b"));
        assertThat(with("u", "http://x/").get("u", URI.class)).isEqualTo(URI.create("http://x/"));
        assertThat(with("d", "2026-01-31").get("d", LocalDate.class))
                .isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void aWrongValueOfAnotherTypeIsAnErrorWithWhatTheTypeSays() {
        assertFails(
                        () -> with("d", "tomorrow").get("d", LocalDate.class),
                        HostError.SETTING_INVALID)
                .hasMessageContainingAll("'tomorrow'", "It has to be a LocalDate");
    }

    @Test
    void aTypeThatNothingCanReadIsAnErrorToo() {
        assertFails(() -> with("o", "x").get("o", Thread.State.class), HostError.SETTING_INVALID);
        assertFails(() -> with("o", "x").get("o", Runnable.class), HostError.SETTING_INVALID)
                .hasMessageContaining("Runnable");
    }

    @Test
    void aMissingSettingIsAnErrorOnlyWhenItIsNeeded() {
        var settings = with("a", "1").within("sample.notes");

        assertThat(settings.find("greeting")).isEmpty();
        assertThat(settings.find("limit", Integer.class)).isEmpty();
        assertFails(() -> settings.get("greeting"), HostError.SETTING_MISSING)
                .hasMessageContaining("The setting sample.notes.greeting is missing.");
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(with("a", "").find("a")).isEmpty();
        assertFails(() -> with("a", "").get("a"), HostError.SETTING_MISSING);
    }

    @Test
    void withinReadsBelowAPrefixAndNamesTheWholeSettingInErrors() {
        var settings =
                new SourceSettings(
                        SettingSources.read(
                                List.of(),
                                Map.of("sample.notes.limit", "x", "sample.notes.ui.size", "3"),
                                Map.of()));
        var own = settings.within("sample.notes");

        assertThat(own.get("limit")).isEqualTo("x");
        assertThat(own.within("ui").get("size", Integer.class)).isEqualTo(3);
        assertThat(own.find("sample.notes.limit")).isEmpty();
        assertThat(own.origin("limit")).contains("the command line or the builder");
        assertFails(() -> own.get("limit", Integer.class), HostError.SETTING_INVALID)
                .hasMessageContaining("The setting sample.notes.limit has the value 'x'");
    }

    private static Settings with(String name, String value) {
        return new SourceSettings(SettingSources.read(List.of(), Map.of(name, value), Map.of()));
    }
}
