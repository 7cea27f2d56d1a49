package dev.tenon.database.engine;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.engine.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginesTest {

    private final Engines engines = Engines.provided();

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:notes.db, sqlite",
        "jdbc:postgresql://h/d, postgresql",
        "jdbc:mariadb://h/d, mariadb",
        "jdbc:mysql://h/d, mariadb",
    })
    void anAddressFindsItsEngine(String url, String name) {
        assertThat(engines.of(StoreSettings.of("notes", url)).name()).isEqualTo(name);
    }

    @Test
    void aSettingNamesTheEngineThatSharesItsAddressesWithAnother() {
        var settings =
                StoreSettings.of("notes", "jdbc:postgresql://h/d").with("engine", "CockroachDB");
        assertThat(engines.of(settings).dialect().name()).isEqualTo("CockroachDB");
    }

    @Test
    void anUnknownAddressIsRefusedWithTheEnginesThatThereAre() {
        var e =
                failure(
                        DatabaseError.NO_ENGINE,
                        () ->
                                engines.of(
                                        StoreSettings.of(
                                                "notes", "jdbc:oracle:thin:scott/tiger@h")));
        assertThat(e.getMessage())
                .contains("jdbc:oracle:", "cockroachdb, mariadb, postgresql, sqlite")
                .doesNotContain("tiger");
        e =
                failure(
                        DatabaseError.NO_ENGINE,
                        () ->
                                engines.of(
                                        StoreSettings.of("notes", "jdbc:sqlite:x")
                                                .with("engine", "db2")));
        assertThat(e.getMessage()).contains("db2", "sqlite");
    }

    @ParameterizedTest
    @CsvSource({
        "min-connections, many",
        "min-connections, 9",
        "lock-timeout, soon",
        "lock-timeout, -PT1S",
        "connect-limit, 10 years",
        "isolation, none",
    })
    void aSettingThatCannotBeUsedIsNamed(String option, String value) {
        var settings = StoreSettings.of("notes", "jdbc:postgresql://h/d").with(option, value);
        var e = failure(DatabaseError.BAD_SETTING, () -> engines.of(settings).open(settings));
        assertThat(e.getMessage()).contains(option, "notes", "'" + value + "'");
    }

    @Test
    void nothingSecretIsInTheTextOfSettings() {
        var settings =
                StoreSettings.of("notes", "jdbc:postgresql://h/d?password=hidden")
                        .with("password", "secret");
        assertThat(settings.toString()).doesNotContain("hidden", "secret");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql:", "jdbc:postgresql://h:x/d?password=hidden", "jdbc:mariadb:x"})
    void anAddressThatCannotBeReadIsNotRepeated(String url) {
        var settings = StoreSettings.of("notes", url).with("connect-limit", "0s");
        try {
            engines.of(settings).open(settings).close();
        } catch (DatabaseException e) {
            assertThat(e.getMessage()).doesNotContain("hidden");
            assertThat(e).hasMessageContaining("notes");
        }
    }
}
