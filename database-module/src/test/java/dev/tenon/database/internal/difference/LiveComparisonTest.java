package dev.tenon.database.internal.difference;

import static dev.tenon.database.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.fixture.LiveDatabase;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveComparisonTest {

    private static final Table NOTE =
            Table.named("note").columns(Column.of("id", Plain.BIGINT).generated()).primaryKey("id");

    @TempDir Path folder;

    /** PostgreSQL writes such a list in one way, and in another way when it reads its own. */
    @ParameterizedTest
    @EnumSource
    void aListOfTextsIsTheSameAfterTheColumnWasRenamed(RealEngine engine) throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(state("state", Column.of("state", varchar(9)).nullable()));

            var renamed = Column.of("mood", varchar(9)).nullable().renamedFrom("state");

            assertThat(database.difference(state("mood", renamed)).changes())
                    .containsExactly(new ColumnChange.ColumnRenamed("note", "state", "mood"));
        }
    }

    private static Schema state(String name, Column column) {
        return Schema.of(
                NOTE.columns(column)
                        .check(name + " in ('good', 'bad') or " + name + " = 'state'")
                        .check(new Check("second", "length(" + name + ") > 2")));
    }

    @ParameterizedTest
    @EnumSource
    void aConditionThatStaysIsNoDifferenceWhereTheTypeOfItsColumnChanges(RealEngine engine)
            throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(label(varchar(9)));

            assertThat(database.difference(label(varchar(30))).changes())
                    .hasExactlyElementsOfTypes(ColumnChange.ColumnTypeChanged.class);
            assertThat(database.difference(label(Plain.TEXT)).changes())
                    .hasExactlyElementsOfTypes(ColumnChange.ColumnTypeChanged.class);
        }
    }

    private static Schema label(ColumnType type) {
        return Schema.of(
                NOTE.columns(Column.of("label", type).withDefault("x"))
                        .check("label <> '' and label not in ('a', 'b')"));
    }

    @ParameterizedTest
    @EnumSource
    void aConditionOverAColumnThatIsNotThereYetIsADifference(RealEngine engine)
            throws SQLException {
        var before = NOTE.columns(Column.of("a", Plain.INTEGER)).check("a > 1");
        var after =
                NOTE.columns(Column.of("a", Plain.INTEGER), Column.of("b", Plain.INTEGER))
                        .check("a > b");
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(Schema.of(before));

            assertThat(database.difference(Schema.of(after)).changes())
                    .hasExactlyElementsOfTypes(
                            ConstraintChange.CheckDropped.class,
                            ColumnChange.ColumnAdded.class,
                            ConstraintChange.CheckAdded.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConditionThatTheEngineDoesNotTakeIsADifference(RealEngine engine) throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(Schema.of(NOTE.columns(column("a")).check("a > 1")));

            assertThat(
                            database.difference(
                                            Schema.of(
                                                    NOTE.columns(column("a"))
                                                            .check("no_such_function(a, 1)")))
                                    .changes())
                    .hasExactlyElementsOfTypes(
                            ConstraintChange.CheckDropped.class, ConstraintChange.CheckAdded.class);
            assertThat(database.read().schema().tables())
                    .extracting(Table::name)
                    .containsOnly("note");
        }
    }

    private static Column column(String name) {
        return Column.of(name, Plain.INTEGER).nullable();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void theConditionOfAnIndexIsComparedInTheWordsOfTheEngine(RealEngine engine)
            throws SQLException {
        var table = NOTE.columns(Column.of("a", Plain.TEXT), column("b"));
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(
                    Schema.of(table.index(Index.on("a").where("a <> 'x' AND b between 1 and 5"))));

            assertThat(
                            database.difference(
                                            Schema.of(
                                                    table.index(
                                                            Index.on("a")
                                                                    .where(
                                                                            "(A<>'x' and\n B between"
                                                                                    + " 1 and 5)"))))
                                    .changes())
                    .isEmpty();
            assertThat(
                            database.difference(
                                            Schema.of(table.index(Index.on("a").where("a <> 'y'"))))
                                    .changes())
                    .hasExactlyElementsOfTypes(
                            ConstraintChange.IndexDropped.class, ConstraintChange.IndexAdded.class);
        }
    }

    /** The server sorts the keys of a document, and shortens numbers. */
    @ParameterizedTest
    @EnumSource
    void aDefaultIsComparedInTheWordsOfTheEngine(RealEngine engine) throws SQLException {
        var schema =
                Schema.of(
                        NOTE.columns(
                                Column.of("json", Plain.JSON)
                                        .withDefault("{\"bb\":  1, \"a\": [1.50, \"it's\"]}"),
                                Column.of("time", Plain.TIME).withDefault("07:05"),
                                Column.of("real", Plain.REAL).withDefault(1_000_000_000L),
                                Column.of("text", Plain.TEXT).withDefault("é\t\\' \" -- ")));
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(schema);

            assertThat(database.difference(schema).changes()).isEmpty();
        }
    }

    /** What cannot be asked is no difference, and no agreement either. */
    @Test
    void aUserWhoMayMakeNoTablesIsTold() throws SQLException {
        try (var database = new LiveDatabase(RealEngine.POSTGRESQL, folder)) {
            database.create(Schema.of(NOTE.columns(column("a")).check("a in (1, 2)")));
            database.run("create role reader", "set role reader");

            assertThatThrownBy(() ->
                            database.difference(
                                    Schema.of(NOTE.columns(column("a")).check("a in (1, 2)"))))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            database.run("reset role", "drop role reader");
        }
    }

    /** Otherwise it would go without anybody being asked, as if another one took its place. */
    @ParameterizedTest
    @EnumSource
    void whatIsDroppedHasNoReasonIfWhatHasItsNameIsThereAlready(RealEngine engine)
            throws SQLException {
        var table = NOTE.columns(column("a"), column("b"));
        try (var database = new LiveDatabase(engine, folder)) {
            database.create(
                    Schema.of(
                            table.check(new Check("x", "a in (1, 2)"))
                                    .check(new Check("y", "b in (3, 4)"))));

            var difference =
                    database.difference(Schema.of(table.check(new Check("y", "a  in (1,2)"))));

            assertThat(difference.changes()).hasSize(1);
            assertThat(difference.destructive())
                    .isEqualTo(difference.changes())
                    .extracting(Mutations::shown)
                    .containsExactly("CheckDropped note y");
        }
    }

    /** Whoever asks may be in a transaction that has to go on. */
    @Test
    void nothingIsLeftInPostgresAndATransactionGoesOn() throws SQLException {
        try (var database = new LiveDatabase(RealEngine.POSTGRESQL, folder)) {
            database.create(Schema.of(NOTE.columns(column("a")).check("a > 1")));
            var connection = database.connection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("insert into note (a) values (7)");

                assertThat(
                                database.difference(
                                                Schema.of(
                                                        NOTE.columns(column("a"))
                                                                .check("a > nothing")))
                                        .changes())
                        .hasSize(2);

                try (var row = statement.executeQuery("select a from note")) {
                    assertThat(row.next()).isTrue();
                }
                try (var row = statement.executeQuery("select to_regclass('tenon_wording')")) {
                    row.next();
                    assertThat(row.getString(1)).isNull();
                }
            }
            connection.rollback();
        }
    }
}
