package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.creation.SchemaOwner;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;

/** Migrations where the engine changes tables in transactions. */
class OneTransactionTest {

    private static final String NOTES = "create table note (id integer primary key, title text);";
    private static final String TAGS = "create table tag (id integer primary key);";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void othersSeeNothingOfMigrationsUntilAllOfThemHold(RealEngine engine) throws SQLException {
        var seen = new ArrayList<Integer>();
        try (var database = MigratedDatabase.on(engine, folder);
                var other = database.again()) {
            database.follow(
                    MigratedDatabase.scripts("V1__notes", NOTES, "V2__tags", TAGS),
                    (_, _, _) -> seen.add(tables(engine, other)));

            assertThat(seen).isNotEmpty().containsOnly(0);
            // Two of the module, and two of Tenon.
            assertThat(tables(engine, other)).isEqualTo(4);
        }
    }

    private static int tables(RealEngine engine, MigratedDatabase database) {
        var tables =
                engine == RealEngine.SQLITE
                        ? "select count(*) from sqlite_schema where type = 'table'"
                        : "select count(*) from pg_tables where schemaname = current_schema()";
        return database.data().sessions().read(s -> s.query(tables).one(Integer.class));
    }

    @Test
    void nobodyChangesAFileBetweenItsSnapshotAndItsMigrations() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.SQLITE, folder)) {
            database.migrate("V1__notes", NOTES);
            var late = new LateWriter(database.url());

            var applied =
                    new ModuleMigrations(
                                    new SchemaOwner("sample.notes", "1.2", "notes"),
                                    database.data().store(),
                                    MigratedDatabase.scripts("V1__notes", NOTES, "V2__tags", TAGS),
                                    List.of(),
                                    Optional.empty(),
                                    ModuleMigrations.Settings.DEFAULT.with(late))
                            .run(Optional.empty(), MigrationListener.NONE, Progress.NONE);

            assertThat(late.refusals).containsExactly(SQLiteErrorCode.SQLITE_BUSY.code);
            assertThat(applied).hasSize(1);
        }
    }

    /** Writes to the database at the moment in which a snapshot is taken of it. */
    private static final class LateWriter implements Safeguard {

        private final List<Integer> refusals = new ArrayList<>();
        private final String url;

        LateWriter(String url) {
            this.url = url;
        }

        @Override
        public void begin(String version, boolean isNew, Progress progress) {
            try (var connection = DriverManager.getConnection(url + "?busy_timeout=0");
                    var statement = connection.createStatement()) {
                statement.execute("insert into note values (1, 'late')");
            } catch (SQLException e) {
                refusals.add(e.getErrorCode());
            }
        }

        @Override
        public boolean takeBack(Progress progress) {
            return false;
        }

        @Override
        public void end() {}
    }
}
