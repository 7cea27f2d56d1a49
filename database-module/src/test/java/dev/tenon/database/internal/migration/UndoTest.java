package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.tenon.database.error.MigrationException;
import dev.tenon.database.fixture.LogLines;
import dev.tenon.database.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that are taken back by their undo scripts. */
class UndoTest {

    private static final String[] SCRIPTS = {
        "V1__notes",
        "create table note (id integer primary key, title varchar(40));\n"
                + "insert into note values (1, 'one');",
        "U1__notes",
        "drop table note;",
        "V2__color",
        "alter table note add column color varchar(40);",
        "U2__color",
        "alter table note drop column color;",
        "V3__tags",
        "create table tag (name varchar(40));\ninsert into tag values ('a');",
        "U3__tags",
        "drop table tag;"
    };

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theScriptsAboveAVersionRunInReverseOrderAndTheRestStays(RealEngine engine)
            throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder);
                var log = new LogLines("dev.tenon.database")) {
            database.migrate(SCRIPTS);

            assertThat(database.undo("1", false, SCRIPTS))
                    .containsExactly("migrations/U3__tags.sql", "migrations/U2__color.sql");

            assertThat(log.all())
                    .contains("Migration of the database notes: 2 \"color\"")
                    .contains("Undo of a migration of the database notes: 2 \"color\"");

            assertThat(database.history()).containsExactly("1");
            assertThat(database.data().maps("select * from note").toString())
                    .isEqualTo("[{id=1, title=one}]");
            assertThat(database.migrate(SCRIPTS)).containsExactly("2 \"color\"", "3 \"tags\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void versionNoughtIsTheStateBeforeTheFirst(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(SCRIPTS);

            assertThat(database.undo("0", false, SCRIPTS)).hasSize(3);

            assertThat(database.history()).isEmpty();
            assertThat(database.migrate(SCRIPTS)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAtTheVersionAlreadyIsLeftAlone(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(SCRIPTS);

            assertThat(database.undo("3", false, SCRIPTS)).isEmpty();
            assertThat(database.undo("7.1", false, SCRIPTS)).isEmpty();

            assertThat(database.history()).containsExactly("1", "2", "3");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EXCLUDE)
    void aScriptThatFailsTakesAllOfThemBack(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(SCRIPTS);
            var wrong = SCRIPTS.clone();
            wrong[7] = "alter table note drop column color;\ndrop table missing_table;";

            var failure =
                    catchThrowableOfType(
                            MigrationException.class, () -> database.undo("0", false, wrong));

            assertThat(failure.getMessage())
                    .contains("DB-MIG-010", "line 2 of migrations/U2__color.sql")
                    .contains("The undo of the migration 2 \"color\"")
                    .contains("Correct the undo script", "run 'tenon db down' again")
                    .doesNotContain("start the module")
                    .contains("is taken back, with the 1 migration before it");
            assertThat(database.history()).containsExactly("1", "2", "3");
            assertThat(database.data().rows(String.class, "select name from tag"))
                    .containsExactly("a");
            assertThat(database.data().rows(String.class, "select color from note")).hasSize(1);
            assertThat(database.undo("0", false, SCRIPTS)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EXCLUDE)
    void aTrialRunsTheScriptsAndLeavesNothing(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(SCRIPTS);

            assertThat(database.undo("0", true, SCRIPTS)).hasSize(3);

            assertThat(database.history()).containsExactly("1", "2", "3");
            assertThat(database.data().rows(String.class, "select title from note"))
                    .containsExactly("one");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationWithoutAnUndoScriptKeepsAllOfThem(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            String[] scripts = {
                SCRIPTS[0],
                SCRIPTS[1],
                SCRIPTS[4],
                SCRIPTS[5],
                SCRIPTS[8],
                SCRIPTS[9],
                SCRIPTS[10],
                SCRIPTS[11]
            };
            database.migrate(scripts);

            var failure =
                    catchThrowableOfType(
                            MigrationException.class, () -> database.undo("0", false, scripts));

            assertThat(failure.getMessage())
                    .contains("DB-MIG-021", "2 \"color\", 1 \"notes\"")
                    .doesNotContain("tags");
            assertThat(database.history()).containsExactly("1", "2", "3");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aTableThatOthersReferToIsMadeAnewWithoutThem(RealEngine engine) throws SQLException {
        String[] scripts = {
            "V1__tables",
            "create table a (id integer primary key, x text);\n"
                    + "create table b (a_id integer references a (id) on delete cascade);\n"
                    + "insert into a values (1, 'x');\ninsert into b values (1);",
            "V2__wider",
            "alter table a add column y text;",
            "U2__wider",
            "PRAGMA foreign_keys = OFF;\n"
                    + "create table a_new (id integer primary key, x text);\n"
                    + "insert into a_new select id, x from a;\ndrop table a;\n"
                    + "alter table a_new rename to a;\nPRAGMA foreign_keys = ON;"
        };
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(scripts);

            database.undo("1", false, scripts);

            assertThat(database.data().rows(Integer.class, "select a_id from b"))
                    .containsExactly(1);
            var dangling = scripts.clone();
            dangling[5] = scripts[5].replace("select id, x from a", "select id + 1, x from a");
            database.migrate(dangling);
            var failure =
                    catchThrowableOfType(
                            MigrationException.class, () -> database.undo("1", false, dangling));
            assertThat(failure.getMessage()).contains("refers to one of 'a' that is not there");
            assertThat(database.history()).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void whatIsNoVersionIsTold(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(SCRIPTS);

            var failure =
                    catchThrowableOfType(
                            MigrationException.class,
                            () -> database.undo("two\u001B", false, SCRIPTS));

            assertThat(failure.getMessage()).contains("DB-MIG-022", "'two?'");
        }
    }
}
