package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.migration.source.Migration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations of which the engine refuses only the commit. */
class FailedCommitTest {

    private static final String NOTES =
            """
            create table author (id integer primary key);
            create table note (
                id integer primary key,
                author integer references author (id) deferrable initially deferred
            );
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void areTakenBackAndToldAsAFailureOfTheLastOne(RealEngine engine) throws SQLException {
        var listener = new Told();
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", NOTES);

            assertThatThrownBy(() ->
                            database.run(
                                    MigratedDatabase.scripts(
                                            "V1__notes",
                                            NOTES,
                                            "V2__fill",
                                            "insert into note values (1, 7);"),
                                    listener))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            e -> assertThat(e.code()).isEqualTo(MigrationError.FAILED))
                    .hasMessageContaining("2 \"fill\"")
                    .hasMessageContaining("taken back");

            assertThat(listener.told).containsExactly("failed 2 \"fill\"");
            assertThat(database.history()).containsExactly("1");
            assertThat(database.isDone("V1__notes", NOTES)).isTrue();
        }
    }

    /** Keeps what it is told. */
    private static final class Told implements MigrationListener {

        private final List<String> told = new ArrayList<>();

        @Override
        public void applied(List<AppliedMigration> migrations) {
            migrations.forEach(a -> told.add("applied " + a.migration().name()));
        }

        @Override
        public void undone(List<AppliedMigration> migrations) {
            migrations.forEach(a -> told.add("undone " + a.migration().name()));
        }

        @Override
        public void failed(
                Migration migration, Instant begun, Duration took, MigrationException failure) {
            told.add("failed " + migration.name());
        }
    }
}
