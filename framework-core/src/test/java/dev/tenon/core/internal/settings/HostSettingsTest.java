package dev.tenon.core.internal.settings;

import static dev.tenon.core.fixture.Outcome.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.source.SettingSources;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostSettingsTest {

    @Test
    void limitsHaveDefaults() {
        var settings = with(Map.of());

        assertThat(settings.startTimeout("sample.a")).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.stopTimeout("sample.a")).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.parallelism()).isGreaterThanOrEqualTo(2);
        assertThat(settings.plugins()).isEmpty();
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.problems("sample.a")).isEmpty();
    }

    @Test
    void aPluginPlaceThatIsNoPathIsNamed() {
        var places = "plugins" + File.pathSeparator + "a\0b";

        assertFails(
                        () -> with(Map.of("tenon.plugins", places)).plugins(),
                        HostError.SETTING_INVALID)
                .hasMessageContainingAll("tenon.plugins", "is not a path");
    }

    @Test
    void aLimitForOneModuleIsStrongerThanThatForAll() {
        var settings =
                with(
                        Map.of(
                                "tenon.start-timeout", "5s",
                                "tenon.stop-timeout", "4s",
                                "tenon.module.sample.a.start-timeout", "1m"));

        assertThat(settings.startTimeout("sample.a")).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.startTimeout("sample.b")).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.stopTimeout("sample.a")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void everyWrongSettingOfTheHostIsToldAtOnce() {
        var settings =
                with(
                        Map.of(
                                "tenon.start-timeout", "soon",
                                "tenon.stop-timeout", "0",
                                "tenon.parallelism", "0"));

        assertThat(settings.problems())
                .allMatch(p -> p.code() == HostError.SETTING_INVALID)
                .extracting(Problem::message)
                .satisfiesExactly(
                        m ->
                                assertThat(m)
                                        .contains(
                                                "The setting tenon.parallelism has the value '0'",
                                                "set in the command line or the builder.",
                                                "It has to be a whole number of at least 1."),
                        m -> assertThat(m).contains("The setting tenon.start-timeout", "'soon'"),
                        m ->
                                assertThat(m)
                                        .contains(
                                                "The setting tenon.stop-timeout has the value '0'",
                                                "of at least 1ms."));
    }

    @Test
    void aWrongSettingForOneModuleIsAProblemOfThatModuleAndNamedInFull() {
        var settings = with(Map.of("tenon.module.sample.a.stop-timeout", "0s"));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.problems("sample.b")).isEmpty();
        assertThat(settings.problems("sample.a"))
                .singleElement()
                .satisfies(p ->
                        assertThat(p.message())
                                .contains(
                                        "The setting tenon.module.sample.a.stop-timeout has"
                                                + " the value '0s'"));
    }

    @Test
    void aNegativeLimitIsRefused() {
        var settings = with(Map.of("tenon.start-timeout", "PT-5S"));

        assertFails(() -> settings.startTimeout("sample.a"), HostError.SETTING_INVALID)
                .hasMessageContaining("of at least 1ms.");
    }

    @Test
    void placesOfPluginsAreSeparatedAsThePlatformSeparatesPaths() {
        var settings = with(Map.of("tenon.plugins", "a" + File.pathSeparator + " b/c "));

        assertThat(settings.plugins()).containsExactly(Path.of("a"), Path.of("b/c"));
    }

    @Test
    void aModuleReadsItsOwnSettingsWithoutItsName() {
        var settings = with(Map.of("sample.a.greeting", "hello", "sample.b.greeting", "hi"));

        assertThat(settings.ofModule("sample.a", Optional.empty()).byName().get("greeting"))
                .isEqualTo("hello");
    }

    private static HostSettings with(Map<String, String> explicit) {
        return new HostSettings(SettingSources.read(List.of(), explicit, Map.of()));
    }
}
