package dev.tenon.database.internal.migration;

import static dev.tenon.database.admin.MigrationStatus.State.APPLIED;
import static dev.tenon.database.admin.MigrationStatus.State.BASELINE;
import static dev.tenon.database.admin.MigrationStatus.State.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.migration.source.Migration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A migration that fails loses nothing, says what failed, and works once it is mended. */
class FailedMigrationsTest {

    private static final int STATEMENTS = 10;
    private static final String FIRST =
            "create table note (id integer primary key, title varchar(40));\n"
                    + "insert into note values (1, 'before');\n";
    private static final String WRONG = "insert into missing_table values (1);";

    @TempDir Path folder;

    /** Returns a script of ten statements, in which one may be wrong. */
    private static String script(int wrong) {
        return IntStream.rangeClosed(1, STATEMENTS)
                .mapToObj(i -> i == wrong ? WRONG : statement(i))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aFullDiskIsNoMistakeOfTheScript() throws Exception {
        var script =
                "pragma max_page_count = 1;\ncreate table filler (b blob);\n"
                        + "insert into filler values (zeroblob(1000000));";
        try (var database = MigratedDatabase.on(RealEngine.SQLITE, folder)) {
            database.migrate("V1__notes", FIRST);

            assertThat(failure(database, script).getMessage())
                    .contains("DB-MIG-010", DatabaseError.DISK_FULL.remedy())
                    .doesNotContain("Correct the migration");
        }
    }

    @Test
    void aLostConnectionIsNoMistakeOfTheScript() throws Exception {
        try (var database = MigratedDatabase.on(RealEngine.POSTGRESQL, folder)) {
            database.migrate("V1__notes", FIRST);

            assertThat(failure(database, "select pg_terminate_backend(pg_backend_pid());"))
                    .hasMessageContaining("DB-MIG-010")
                    .hasMessageContaining(DatabaseError.UNREACHABLE.remedy());
        }
    }

    private static String statement(int number) {
        return switch (number % 4) {
            case 0 -> "insert into note (id, title) values (%d, 'new');".formatted(number + 10);
            case 1 -> "create table t%d (id integer primary key);".formatted(number);
            case 2 -> "alter table note add column c%d integer;".formatted(number);
            default -> "update note set title = 'changed' where id = %d;".formatted(number);
        };
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EXCLUDE)
    void nothingHoldsOfAScriptThatFailsAtAnyOfItsStatements(RealEngine engine) throws Exception {
        for (int wrong = 1; wrong <= STATEMENTS; wrong++) {
            try (var database = MigratedDatabase.on(engine, place(wrong))) {
                database.migrate("V1__notes", FIRST);
                var before = shape(database);

                var failure = failure(database, script(wrong));

                assertThat(failure.getMessage())
                        .contains("DB-MIG-010", "migration 3 \"ten\"", "line " + wrong + " of")
                        .contains(WRONG, "is taken back, with the 1 migration before it");
                assertThat(shape(database)).isEqualTo(before);
                assertThat(database.history()).containsExactly("1");
                assertThat(
                                database.migrate(
                                        "V1__notes", FIRST, "V2__two", two(), "V3__ten", script(0)))
                        .hasSize(2);
            }
        }
    }

    private Path place(int number) throws java.io.IOException {
        return Files.createDirectories(folder.resolve("place" + number));
    }

    private static String two() {
        return "insert into note values (2, 'two');";
    }

    private static MigrationException failure(MigratedDatabase database, String script) {
        return catchThrowableOfType(
                MigrationException.class,
                () -> database.migrate("V1__notes", FIRST, "V2__two", two(), "V3__ten", script));
    }

    /** Returns tables, columns and rows. */
    private static String shape(MigratedDatabase database) throws SQLException {
        var shape = new ArrayList<String>();
        try (var connection = database.data().store().connect();
                var columns =
                        connection
                                .getMetaData()
                                .getColumns(
                                        connection.getCatalog(),
                                        connection.getSchema(),
                                        "%",
                                        "%")) {
            while (columns.next()) {
                var table = columns.getString("TABLE_NAME");
                if (!table.startsWith("tenon_") && !table.startsWith("sqlite_")) {
                    shape.add(table + "." + columns.getString("COLUMN_NAME"));
                }
            }
        }
        shape.sort(null);
        return shape + " " + database.data().maps("select * from note order by id");
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void whatAnEngineCannotTakeBackIsToldAndBlocksTheNextStart(RealEngine engine) throws Exception {
        for (int wrong = 1; wrong <= STATEMENTS; wrong++) {
            try (var database = MigratedDatabase.on(engine, place(wrong))) {
                database.migrate("V1__notes", FIRST);

                var failure = failure(database, script(wrong));

                assertThat(failure.getMessage())
                        .contains("DB-MIG-010", "line " + wrong + " of", WRONG)
                        .contains("does not take back", "tenon db repair");
                assertThat(
                                database.data()
                                        .rows(String.class, "select title from note where id < 3"))
                        .contains("before", "two");
                assertThat(database.history()).containsExactly("1", "2");
                assertThat(failure(database, script(0)).getMessage())
                        .contains("DB-MIG-014", "3 \"ten\"");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void whatWasPutRightByHandGoesOnAfterARepair(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);
            failure(database, "create table done (id integer);\n" + WRONG);
            database.data().run("drop table done");
            String[] mended = {
                "V1__notes", FIRST, "V2__two", two(), "V3__ten", "create table done (id integer);"
            };
            assertThat(database.states(mended)).containsExactly(BASELINE, APPLIED, APPLIED, FAILED);

            database.repair(mended);

            assertThat(database.migrate(mended)).containsExactly("3 \"ten\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theListenerHearsWhatHoldsAndWhatFailed(RealEngine engine) throws SQLException {
        var heard = new ArrayList<String>();
        var listener =
                new MigrationListener() {
                    @Override
                    public void applied(List<AppliedMigration> migrations) {
                        migrations.forEach(a -> heard.add("held " + a.migration().name()));
                    }

                    @Override
                    public void failed(
                            Migration migration,
                            Instant begun,
                            Duration took,
                            MigrationException failure) {
                        heard.add("failed " + migration.name());
                    }
                };
        try (var database = MigratedDatabase.on(engine, folder)) {
            var migrations =
                    MigratedDatabase.scripts(
                            "V1__notes", FIRST, "V2__two", two(), "V3__ten", WRONG);

            catchThrowableOfType(
                    MigrationException.class, () -> database.run(migrations, listener));

            if (engine == RealEngine.MARIADB) {
                assertThat(heard)
                        .containsExactly("held 1 \"notes\"", "held 2 \"two\"", "failed 3 \"ten\"");
            } else {
                assertThat(heard).containsExactly("failed 3 \"ten\"");
            }
        }
    }

    /** The version of the module from before would find its own mark, and start. */
    @ParameterizedTest
    @EnumSource
    void whatRemainsOfARunIsNotTakenForTheTablesOfTheVersionBefore(RealEngine engine)
            throws SQLException {
        var alone =
                switch (engine) {
                    case SQLITE ->
                            "PRAGMA foreign_keys = OFF;\nalter table note add column color text;\n"
                                    + "PRAGMA foreign_keys = ON;";
                    case POSTGRESQL -> "create index concurrently note_title on note (title);";
                    case MARIADB -> "alter table note add column color text;";
                };
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);

            catchThrowableOfType(
                    MigrationException.class,
                    () ->
                            database.migrate(
                                    "V1__notes", FIRST, "V2__alone", alone, "V3__wrong", WRONG));

            assertThat(database.history()).containsExactly("1", "2");
            assertThat(database.isDone("V1__notes", FIRST)).isFalse();
            assertThat(
                            catchThrowableOfType(
                                    MigrationException.class,
                                    () -> database.migrate("V1__notes", FIRST)))
                    .isNotNull();
        }
    }
}
