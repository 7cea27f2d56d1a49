package dev.tenon.database.internal.migration;

import static dev.tenon.database.admin.MigrationStatus.State.APPLIED;
import static dev.tenon.database.admin.MigrationStatus.State.BASELINE;
import static dev.tenon.database.admin.MigrationStatus.State.CHANGED;
import static dev.tenon.database.admin.MigrationStatus.State.MISSING;
import static dev.tenon.database.admin.MigrationStatus.State.NEWER;
import static dev.tenon.database.admin.MigrationStatus.State.PENDING;
import static dev.tenon.database.admin.MigrationStatus.State.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.tenon.database.admin.MigrationStatus.State;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleMigrationsTest {

    private static final String NOTES = "create table note (id integer primary key, title text);";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aNewDatabaseGetsAllMigrationsInTheOrderOfTheirVersions(RealEngine engine)
            throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            var applied =
                    database.migrate(
                            "V10__fill",
                            "insert into note (id, title) values (1, 'ten');",
                            "V2_1__color",
                            "alter table note add column color integer;",
                            "V1__notes",
                            NOTES);

            assertThat(applied).containsExactly("1 \"notes\"", "2.1 \"color\"", "10 \"fill\"");
            assertThat(database.history()).containsExactly("1", "2.1", "10");
            assertThat(database.data().one(String.class, "select title from note"))
                    .isEqualTo("ten");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasRunIsKnownByOneQueryAndDoesNotRunAgain(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            assertThat(database.isDone("V1__notes", NOTES)).isFalse();
            database.migrate("V1__notes", NOTES);

            assertThat(database.isDone("V1__notes", NOTES)).isTrue();
            assertThat(database.migrate("V1__notes", NOTES)).isEmpty();
            assertThat(
                            database.migrate(
                                    "V1__notes",
                                    NOTES,
                                    "V2__fill",
                                    "insert into note values (1, 'x');"))
                    .containsExactly("2 \"fill\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedMigrationRunsAgainWhenItHasChanged(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            var view = "drop view if exists titles; create view titles as select title from note;";
            database.migrate("V1__notes", NOTES, "R__titles", view);
            assertThat(database.migrate("V1__notes", NOTES, "R__titles", view)).isEmpty();

            var applied =
                    database.migrate(
                            "V1__notes", NOTES, "R__titles", view.replace("title from", "id from"));

            assertThat(applied).containsExactly("\"titles\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatLooksLikeAPlaceholderIsText(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate(
                    "V1__notes", NOTES, "V2__fill", "insert into note values (1, '${user}');");

            assertThat(database.data().one(String.class, "select title from note"))
                    .isEqualTo("${user}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostsThatStartAtOnceRunEachMigrationOnce(RealEngine engine) throws Exception {
        for (int round = 0; round < 20; round++) {
            var place = folder.resolve("round" + round);
            java.nio.file.Files.createDirectory(place);
            try (var database = MigratedDatabase.on(engine, place);
                    var hosts = Executors.newFixedThreadPool(8)) {
                var barrier = new CyclicBarrier(8);
                var runs =
                        IntStream.range(0, 8)
                                .<Callable<Integer>>mapToObj(_ ->
                                        () -> {
                                            try (var own = database.again()) {
                                                barrier.await();
                                                return own.migrate(
                                                                "V1__notes",
                                                                NOTES,
                                                                "V2__fill",
                                                                "insert into note values (1, 'once');",
                                                                "V3__more",
                                                                "insert into note values (2, 'once');")
                                                        .size();
                                            }
                                        })
                                .toList();
                int applied = 0;
                for (var run : hosts.invokeAll(runs)) {
                    applied += run.get();
                }

                assertThat(applied).isEqualTo(3);
                assertThat(database.history()).containsExactly("1", "2", "3");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsNewerThanTheModuleIsRefused(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", NOTES, "V2__fill", "insert into note values (1, 'x');");

            assertThatThrownBy(() -> database.migrate("V1__notes", NOTES))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("DB-MIG-011")
                    .hasMessageContaining("2 \"fill\" has run")
                    .hasMessageContaining("up to 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatHasChangedSinceItRanIsRefused(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", NOTES);

            assertThatThrownBy(() -> database.migrate("V1__notes", NOTES.replace("title", "name")))
                    .hasMessageContaining("DB-MIG-012")
                    .hasMessageContaining("migrations/V1__notes.sql");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherEndsOfLinesAreNoChange(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", NOTES + "\n-- end\n");

            assertThat(database.migrate("V1__notes", NOTES + "\r\n-- end\r\n")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatTheModuleHasLostIsTold(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            var last = "insert into note values (2, 'x');";
            database.migrate("V1__notes", NOTES, "V2__lost", "select 1;", "V3__fill", last);

            assertThatThrownBy(() -> database.migrate("V1__notes", NOTES, "V3__fill", last))
                    .hasMessageContaining("DB-MIG-013")
                    .hasMessageContaining("2 \"lost\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationBelowWhatHasRunIsRefused(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", NOTES, "V3__three", "select 1;");

            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes",
                                    NOTES,
                                    "V2__late",
                                    "select 1;",
                                    "V3__three",
                                    "select 1;"))
                    .hasMessageContaining("DB-MIG-015")
                    .hasMessageContaining("2 \"late\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesThatNoMigrationMadeAreTakenOverFromABaselineOnly(RealEngine engine)
            throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.data().run(NOTES.replace(";", ""));
            var migrations =
                    MigratedDatabase.scripts(
                            "V1__notes", NOTES, "V2__fill", "insert into note values (1, 'x');");

            assertThatThrownBy(() -> database.migrate(migrations))
                    .hasMessageContaining("DB-MIG-016")
                    .hasMessageContaining("note");
            assertThat(database.baselined("1", migrations)).containsExactly("2 \"fill\"");
            assertThat(database.migrate(migrations)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBaselineAboveWhichNothingRunsIsOnRecord(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.data().run(NOTES.replace(";", ""));

            assertThat(database.baselined("1", MigratedDatabase.scripts("V1__notes", NOTES)))
                    .isEmpty();

            assertThat(
                            database.migrate(
                                    MigratedDatabase.scripts(
                                            "V1__notes",
                                            NOTES,
                                            "V2__fill",
                                            "insert into note values (1, 'x');")))
                    .containsExactly("2 \"fill\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScriptCannotEndItsTransaction(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes", NOTES + "\n/* keep */ commit;\nselect 1;"))
                    .hasMessageContaining("DB-MIG-019")
                    .hasMessageContaining("commit;");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationInJavaRunsBetweenTheScripts(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            var applied =
                    database.migrate(
                            MigratedDatabase.scripts(
                                    "V1__notes",
                                    NOTES,
                                    "V3__more",
                                    "insert into note select id + 10, title from note;"),
                            "V2__Fill_titles",
                            connection -> {
                                try (var insert =
                                        connection.prepareStatement(
                                                "insert into note values (?, ?)")) {
                                    insert.setInt(1, 1);
                                    insert.setString(2, "java");
                                    insert.executeUpdate();
                                }
                            });

            assertThat(applied).hasSize(3);
            assertThat(database.data().rows(String.class, "select title from note"))
                    .containsExactly("java", "java");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EXCLUDE)
    void aMigrationInJavaThatThrowsAnErrorIsTakenBack(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.migrate("V1__notes", NOTES);

            assertThatThrownBy(() ->
                            database.migrate(
                                    MigratedDatabase.scripts("V1__notes", NOTES),
                                    "V2__Fill",
                                    connection -> {
                                        try (var statement = connection.createStatement()) {
                                            statement.execute("insert into note values (1, 'x')");
                                        }
                                        throw new StackOverflowError("deep");
                                    }))
                    .hasMessageContaining("DB-MIG-010")
                    .hasMessageContaining("deep");
            assertThat(database.data().rows(Long.class, "select id from note")).isEmpty();
            assertThat(database.history()).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationInJavaCannotCommit(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            assertThatThrownBy(() ->
                            database.migrate(
                                    MigratedDatabase.scripts("V1__notes", NOTES),
                                    "V2__Fill",
                                    java.sql.Connection::commit))
                    .hasMessageContaining("commit() is refused");
        }
    }

    @Test
    void anIndexIsMadeConcurrentlyOnPostgresqlAfterWhatComesBeforeIt() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.POSTGRESQL, folder)) {
            var applied =
                    database.migrate(
                            "V1__notes",
                            NOTES,
                            "V2__index",
                            "create index concurrently note_title on note (title);",
                            "V3__fill",
                            "insert into note values (1, 'x');");

            assertThat(applied).hasSize(3);
            assertThat(
                            database.data()
                                    .rows(
                                            Boolean.class,
                                            "select indisvalid from pg_index i join pg_class c on"
                                                    + " c.oid = i.indexrelid where relname ="
                                                    + " 'note_title'"))
                    .containsExactly(true);
        }
    }

    @Test
    void whatPostgresqlRefusesInATransactionStandsAlone() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.POSTGRESQL, folder)) {
            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes",
                                    NOTES + "create index concurrently i on note (title);"))
                    .hasMessageContaining("DB-MIG-018")
                    .hasMessageContaining("1 \"notes\"");
        }
    }

    @Test
    void aScriptThatFailsAtItsCommitIsNotInTheHistory() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.POSTGRESQL, folder)) {
            var deferred =
                    "create table tag (note integer references note deferrable initially deferred);";
            database.migrate("V1__notes", NOTES, "V2__tags", deferred);

            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes",
                                    NOTES,
                                    "V2__tags",
                                    deferred,
                                    "V3__wrong",
                                    "insert into tag values (7);"))
                    .isInstanceOf(MigrationException.class);
            assertThat(database.history()).containsExactly("1", "2");
        }
    }

    @Test
    void sqliteMakesATableAnewWithoutLosingTheRowsThatReferToIt() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.SQLITE, folder)) {
            var tables =
                    NOTES
                            + "create table tag (note integer references note (id) on delete"
                            + " cascade);"
                            + "insert into note values (1, 'x'); insert into tag values (1);";
            var anew =
                    """
                    PRAGMA foreign_keys = OFF;
                    create table note_new (id integer primary key, title text not null);
                    insert into note_new select * from note;
                    drop table note;
                    alter table note_new rename to note;
                    PRAGMA foreign_keys = ON;
                    """;
            database.migrate("V1__notes", tables, "V2__anew", anew, "V3__last", "select 1;");
            assertThat(database.data().rows(Long.class, "select note from tag"))
                    .containsExactly(1L);

            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes",
                                    tables,
                                    "V2__anew",
                                    anew,
                                    "V3__last",
                                    "select 1;",
                                    "V4__wrong",
                                    "PRAGMA foreign_keys = OFF;\ndelete from note;"))
                    .hasMessageContaining("a row of the table 'tag' refers to");
            assertThat(database.data().rows(Long.class, "select id from note")).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA foreign_keys = OFF; -- as the manual says",
                "PRAGMA foreign_keys(OFF);",
                "PRAGMA main.foreign_keys = 'off';",
                "/* first */ pragma foreign_keys=0; select 1;",
                "PRAGMA foreign_keys = no\n;"
            })
    void theSwitchOfForeignKeysIsUnderstoodInEachForm(String off) throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.SQLITE, folder)) {
            database.migrate(
                    "V1__notes",
                    NOTES
                            + "create table tag (note integer references note on delete cascade);"
                            + "insert into note values (1, 'x'); insert into tag values (1);",
                    "V2__anew",
                    off
                            + """

                            create table note_new (id integer primary key, title text not null);
                            insert into note_new select * from note;
                            drop table note;
                            alter table note_new rename to note;
                            """);

            assertThat(database.data().rows(Long.class, "select note from tag"))
                    .containsExactly(1L);
        }
    }

    @Test
    void aSwitchOfForeignKeysThatWouldBeLostIsRefused() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.SQLITE, folder)) {
            assertThatThrownBy(() ->
                            database.migrate(
                                    "V1__notes",
                                    NOTES,
                                    "V2__off",
                                    "PRAGMA foreign_keys = OFF;",
                                    "V3__anew",
                                    "drop table note;"))
                    .hasMessageContaining("DB-MIG-019")
                    .hasMessageContaining("migrations/V2__off.sql switches foreign keys off")
                    .hasMessageContaining("into the script whose statements need it");
            assertThat(
                            database.data()
                                    .rows(
                                            String.class,
                                            "select name from sqlite_master where name = 'note'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDescriptionMayEndWithAnUnderscore(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            assertThat(database.migrate("V1_0__notes_", NOTES, "R__a__b_", "select 1;"))
                    .containsExactly("1 \"notes\"", "\"a  b\"");
            assertThat(database.migrate("V1_0__notes_", NOTES, "R__a__b_", "select 2;"))
                    .containsExactly("\"a  b\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatusTellsHowEachMigrationStands(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder)) {
            assertThat(database.states("V1__notes", NOTES)).containsExactly(PENDING);
            database.migrate("V1__notes", NOTES, "V3__three", "select 1;", "V5__five", "select 1;");

            assertThat(
                            database.states(
                                    "V1__notes",
                                    NOTES + " ",
                                    "V2__late",
                                    "select 1;",
                                    "V4__also_late",
                                    "select 1;"))
                    .containsExactly(BASELINE, CHANGED, MISSING, NEWER, TOO_LATE, TOO_LATE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatusDoesNotWaitForAHostThatMigrates(RealEngine engine) throws SQLException {
        try (var database = MigratedDatabase.on(engine, folder);
                var looking = database.again()) {
            database.migrate("V1__notes", NOTES);
            var states = new ArrayList<State>();

            database.migrate(
                    MigratedDatabase.scripts("V1__notes", NOTES),
                    "V2__looks",
                    _ ->
                            states.addAll(
                                    looking.states("V1__notes", NOTES, "V2__later", "select 1;")));

            assertThat(states).containsExactly(BASELINE, APPLIED, PENDING);
        }
    }

    @Test
    void flywayLogsNoLineForEachStatement() throws SQLException {
        try (var database = MigratedDatabase.on(RealEngine.SQLITE, folder);
                var log = new CapturedLog("org.flywaydb")) {
            database.migrate("V1__notes", NOTES, "V2__fill", "insert into note values (1, 'x');");

            assertThat(log.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void progressTellsTheMigrationAndItsStatement(RealEngine engine) throws SQLException {
        var told = new ArrayList<String>();
        try (var database = MigratedDatabase.on(engine, folder)) {
            database.follow(
                    MigratedDatabase.scripts(
                            "V1__notes",
                            NOTES + "insert into note values (1, 'x');",
                            "V2__fill",
                            "insert into note values (2, 'x');"),
                    (step, done, total) -> told.add(step + " " + done + "/" + total));
        }

        assertThat(told)
                .containsExactly(
                        "Migration 1 \"notes\" 0/2",
                        "Migration 1 \"notes\", statement 1 0/2",
                        "Migration 1 \"notes\", statement 2 0/2",
                        "Migration 2 \"fill\" 1/2",
                        "Migration 2 \"fill\", statement 1 1/2");
    }
}
