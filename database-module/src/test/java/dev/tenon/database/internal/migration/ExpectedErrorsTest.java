package dev.tenon.database.internal.migration;

import static dev.tenon.database.internal.migration.ExpectedError.COLUMN_EXISTS;
import static dev.tenon.database.internal.migration.ExpectedError.INCOMPATIBLE_TYPE;
import static dev.tenon.database.internal.migration.ExpectedError.INDEX_EXISTS;
import static dev.tenon.database.internal.migration.ExpectedError.MISSING_COLUMN;
import static dev.tenon.database.internal.migration.ExpectedError.MISSING_TABLE;
import static dev.tenon.database.internal.migration.ExpectedError.TABLE_EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.RealEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that fail where somebody else has changed the tables before. */
class ExpectedErrorsTest {

    private static final String FIRST =
            "create table note (id integer primary key, title varchar(40), amount varchar(40));\n"
                    + "create index by_title on note (title);\n"
                    + "insert into note values (1, 'before', 'many');\n";

    @TempDir Path folder;

    private static Map<ExpectedError, String> statements(RealEngine engine) {
        var statements =
                new EnumMap<ExpectedError, String>(
                        Map.of(
                                TABLE_EXISTS, "create table note (id integer)",
                                COLUMN_EXISTS, "alter table note add column title varchar(40)",
                                INDEX_EXISTS, "create index by_title on note (id)",
                                MISSING_TABLE, "drop table gone",
                                MISSING_COLUMN, "alter table note drop column gone"));
        switch (engine) {
            case POSTGRESQL ->
                    statements.put(
                            INCOMPATIBLE_TYPE,
                            "alter table note alter column amount type integer using"
                                    + " amount::integer");
            case MARIADB ->
                    statements.put(
                            INCOMPATIBLE_TYPE, "alter table note modify column amount integer");
            // It converts, or makes the table anew.
            case SQLITE -> {}
        }
        return statements;
    }

    private static String script(String statement) {
        return "-- another one's work\nupdate note set title = 'first';\n"
                + statement
                + ";\ninsert into note (id, title) values (2, 'last');";
    }

    @ParameterizedTest
    @EnumSource
    void failTheirMigrationWhereNothingElseIsSet(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);
            for (String statement : statements(engine).values()) {
                assertThatThrownBy(() ->
                                database.migrate("V1__notes", FIRST, "V2__more", script(statement)))
                        .hasMessageContaining("DB-MIG-010")
                        .hasMessageContaining(statement);
                if (engine == RealEngine.MARIADB) {
                    database.repair("V1__notes", FIRST, "V2__more", script(statement));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void arePassedOverAloneAndOnRecordWhereThatIsSet(RealEngine engine) throws Exception {
        for (var expected : statements(engine).entrySet()) {
            for (var treatment : List.of(Treatment.WARN, Treatment.SKIP)) {
                var own = Files.createTempDirectory(folder, "db");
                var held = new ArrayList<AppliedMigration>();
                try (var database = MigratedDatabase.on(engine, own);
                        var log = new CapturedLog("dev.tenon.database")) {
                    database.migrate("V1__notes", FIRST);
                    database.expect(expected.getKey(), treatment);
                    var migrations =
                            MigratedDatabase.scripts(
                                    "V1__notes", FIRST, "V2__more", script(expected.getValue()));

                    database.run(migrations, listener(held));

                    assertThat(
                                    database.data()
                                            .rows(
                                                    String.class,
                                                    "select title from note order by id"))
                            .containsExactly("first", "last");
                    assertThat(database.history()).containsExactly("1", "2");
                    assertThat(held).hasSize(1);
                    assertThat(held.getFirst().isSkipped()).isFalse();
                    assertThat(held.getFirst().passedOver())
                            .singleElement()
                            .asString()
                            .contains("line 3 of migrations/V2__more.sql")
                            .contains(expected.getKey().toString(), expected.getValue());
                    var said = String.join("\n", log.messages());
                    if (treatment == Treatment.WARN) {
                        assertThat(said)
                                .contains("'notes' of the module sample.notes")
                                .contains("line 3 of migrations/V2__more.sql")
                                .contains(expected.getValue())
                                .contains("tenon.database.notes.on-" + expected.getKey());
                    } else {
                        assertThat(said).doesNotContain(expected.getValue());
                    }
                }
            }
        }
    }

    private static MigrationListener listener(List<AppliedMigration> held) {
        return new MigrationListener() {
            @Override
            public void applied(List<AppliedMigration> migrations) {
                held.addAll(migrations);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void makeASkippedMigrationIfNothingElseIsInIt(RealEngine engine) throws SQLException {
        var held = new ArrayList<AppliedMigration>();
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);
            database.expect(TABLE_EXISTS, Treatment.SKIP);
            var again = statements(engine).get(TABLE_EXISTS);

            database.run(
                    MigratedDatabase.scripts("V1__notes", FIRST, "V2__more", again),
                    listener(held));

            assertThat(held).singleElement().matches(AppliedMigration::isSkipped);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failTheirMigrationIfTheyMoveRowsOrAreNotExpected(RealEngine engine) throws SQLException {
        var moving =
                Map.of(
                        MISSING_COLUMN, "insert into note (id, gone) values (2, 'lost')",
                        MISSING_TABLE, "insert into gone values (1)",
                        TABLE_EXISTS, "create table note as select 1 as id",
                        COLUMN_EXISTS, "drop table gone",
                        INDEX_EXISTS, "create table note (id integer)");
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);
            moving.forEach((expected, statement) -> {
                database.expect(expected, Treatment.SKIP);
                String[] scripts = {"V1__notes", FIRST, "V2__more", statement};
                assertThatThrownBy(() -> database.migrate(scripts))
                        .hasMessageContaining("DB-MIG-010");
                if (engine == RealEngine.MARIADB) {
                    database.repair(scripts);
                }
            });
        }
    }

    /** What follows would drop the table that the rows are in. */
    @ParameterizedTest
    @ValueSource(strings = {"table note", "values (1, 'x')", "(values (1, 'x'))"})
    void failTheirMigrationIfTheyFillANewTableInAnotherWay(String rows) throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.POSTGRESQL, folder)) {
            database.migrate("V1__notes", FIRST, "V2__kept", "create table kept (id integer);");
            database.expect(TABLE_EXISTS, Treatment.SKIP);

            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes",
                                    FIRST,
                                    "V2__kept",
                                    "create table kept (id integer);",
                                    "V3__move",
                                    "create table kept as " + rows + ";\ndrop table note;"))
                    .hasMessageContaining("DB-MIG-010");

            assertThat(database.data().rows(String.class, "select amount from note"))
                    .containsExactly("many");
        }
    }

    /**
     * Otherwise the rows would go into what somebody has left, and the table with all be dropped.
     */
    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void failScriptsThatMakeTablesAnew(RealEngine engine) throws SQLException {
        var anew =
                """
                PRAGMA foreign_keys = OFF;
                create table note_new (id integer primary key, title varchar(90));
                insert into note_new select id, title from note;
                drop table note;
                alter table note_new rename to note;
                PRAGMA foreign_keys = ON;
                """;
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);
            database.data().run("create table note_new (id integer, title text)");
            database.expect(TABLE_EXISTS, Treatment.SKIP);
            assertThatThrownBy(() -> database.migrate("V1__notes", FIRST, "V2__anew", anew))
                    .hasMessageContaining("DB-MIG-010");
            assertThat(database.data().rows(String.class, "select amount from note"))
                    .containsExactly("many");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failMigrationsInJava(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", FIRST);
            database.expect(TABLE_EXISTS, Treatment.SKIP);
            assertThatThrownBy(() ->
                            database.migrate(
                                    MigratedDatabase.scripts("V1__notes", FIRST),
                                    "V2__Code",
                                    connection -> {
                                        try (var statement = connection.createStatement()) {
                                            statement.execute("create table note (id integer)");
                                        }
                                    }))
                    .hasMessageContaining("DB-MIG-010");
        }
    }
}
