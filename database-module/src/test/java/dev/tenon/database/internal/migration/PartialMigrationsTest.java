package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.error.MigrationException;
import dev.tenon.database.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations up to a version, and such as are only tried. */
class PartialMigrationsTest {

    private static final String[] SCRIPTS = {
        "V1__notes",
        "create table note (id integer primary key, title varchar(40));\n"
                + "insert into note values (1, 'one');",
        "V2__color",
        "alter table note add column color varchar(40);",
        "V3__tags",
        "create table tag (name varchar(40));",
        "R__titles",
        "update note set title = 'ONE';"
    };

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void thoseAboveAVersionWait(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            assertThat(database.migrateTo("2", SCRIPTS))
                    .containsExactly("1 \"notes\"", "2 \"color\"");
            assertThat(database.history()).containsExactly("1", "2");
            assertThat(database.migrateTo("2", SCRIPTS)).isEmpty();
            assertThat(database.data().rows(String.class, "select title from note"))
                    .containsExactly("one");

            assertThat(database.migrate(SCRIPTS)).containsExactly("3 \"tags\"", "\"titles\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTriedLeavesNothing(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrateTo("1", SCRIPTS);
            String[] versioned = {
                SCRIPTS[0], SCRIPTS[1], SCRIPTS[2], SCRIPTS[3], SCRIPTS[4], SCRIPTS[5]
            };

            var how = engine == RealEngine.MARIADB ? " untried" : " tried";
            assertThat(database.attempt(versioned)).containsExactly("2" + how, "3" + how);

            assertThat(database.history()).containsExactly("1");
            assertThat(database.data().maps("select * from note").toString())
                    .isEqualTo("[{id=1, title=one}]");
            assertThat(database.migrate(versioned)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EnumSource.Mode.EXCLUDE)
    void aTrialFailsAsTheRunWould(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrateTo("1", SCRIPTS);
            var wrong = SCRIPTS.clone();
            wrong[5] = "create table tag (name varchar(40));\ndrop table missing_table;";

            var failure =
                    catchThrowableOfType(MigrationException.class, () -> database.attempt(wrong));

            assertThat(failure.getMessage())
                    .contains("DB-MIG-010", "line 2 of migrations/V3__tags.sql");
            assertThat(database.history()).containsExactly("1");
            assertThat(database.migrate(SCRIPTS)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void aTrialEndsBeforeWhatIsRefusedInATransaction(RealEngine engine) throws SQLException {
        String[] scripts = {
            SCRIPTS[0],
            SCRIPTS[1],
            SCRIPTS[2],
            SCRIPTS[3],
            "V4__index",
            "create index concurrently note_title on note (title);"
        };
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrateTo("1", scripts);

            assertThat(database.attempt(scripts)).containsExactly("2 tried", "4 untried");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aTrialSwitchesForeignKeysOffWhereAScriptDoes(RealEngine engine) throws SQLException {
        String[] scripts = {
            "V1__tables",
            "create table a (id integer primary key);\n"
                    + "create table b (a_id integer references a (id) on delete cascade);\n"
                    + "insert into a values (1);\ninsert into b values (1);",
            "V2__anew",
            "PRAGMA foreign_keys = OFF;\n"
                    + "create table a_new (id integer primary key, x text);\n"
                    + "insert into a_new (id) select id from a;\ndrop table a;\n"
                    + "alter table a_new rename to a;\nPRAGMA foreign_keys = ON;"
        };
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrateTo("1", scripts);

            assertThat(database.attempt(scripts)).containsExactly("2 tried");

            assertThat(database.data().rows(Integer.class, "select a_id from b"))
                    .containsExactly(1);
            assertThat(database.data().maps("select * from a").toString()).isEqualTo("[{id=1}]");
        }
    }
}
