package dev.tenon.database.provision;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.engine.mariadb.MariaDbEngine;
import dev.tenon.database.internal.engine.postgres.PostgresEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses and which words of {@code provision} ask for a database to be made. */
class ProvisionSettingTest {

    private static final Engine POSTGRESQL = new PostgresEngine();
    private static final Engine MARIADB = new MariaDbEngine();

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:5432/, '', true",
        "jdbc:postgresql://h:5432/own, '', false",
        "jdbc:postgresql://h:5432/own, ' schema ', true",
        "jdbc:postgresql://h:5432/own, database, true",
        "jdbc:postgresql://h:5432/, none, false",
        "jdbc:mariadb://h:3306/, '', true",
        "jdbc:mariadb://h:3306/own, '', false",
        "jdbc:mariadb://h:3306/own, database, true",
        "jdbc:mariadb://h:3306/, none, false"
    })
    void aServerWithoutADatabaseOrTheSettingAsksForOne(String url, String word, boolean wanted) {
        var engine = POSTGRESQL.takes(url) ? POSTGRESQL : MARIADB;
        assertThat(isWanted(engine, url, word)).isEqualTo(wanted);
    }

    @Test
    void anotherWordIsRefusedWithThoseThatTheServerKnows() {
        var e =
                failure(
                        DatabaseError.BAD_SETTING,
                        () -> isWanted(POSTGRESQL, "jdbc:postgresql://h/", "tables"));
        assertThat(e.getMessage()).contains("It is 'tables', not database, schema or none.");
        e =
                failure(
                        DatabaseError.BAD_SETTING,
                        () -> isWanted(MARIADB, "jdbc:mariadb://h/", "schema"));
        assertThat(e.getMessage()).contains("It is 'schema', not database or none.");
    }

    private static boolean isWanted(Engine engine, String url, String word) {
        var settings = StoreSettings.of("test", url);
        return engine.provisioning()
                .orElseThrow()
                .isWanted(word.isEmpty() ? settings : settings.with("provision", word));
    }
}
