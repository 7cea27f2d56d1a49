package dev.tenon.database.internal.difference;

import static dev.tenon.database.schema.ColumnType.decimal;
import static dev.tenon.database.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaComparisonTest {

    private static final Dialect SQLITE = new SqliteDialect();
    private static final Dialect POSTGRES = new PostgresDialect();
    private static final Dialect MARIADB = new MariaDbDialect();

    private static final Column ID = Column.of("id", Plain.BIGINT);
    private static final Table NOTE = Table.named("note").columns(ID).primaryKey("id");

    @Test
    void aChangeTellsWhatItDoesAndWhatIsLost() {
        var from =
                Schema.of(
                        NOTE.columns(
                                        Column.of("title", varchar(20)),
                                        Column.of("old", Plain.TEXT).nullable(),
                                        Column.of("size", Plain.INTEGER).nullable())
                                .unique("title")
                                .index(Index.on("size")),
                        Table.named("gone").columns(ID).primaryKey("id"));
        var to =
                Schema.of(
                        NOTE.columns(
                                        Column.of("title", varchar(10)).nullable(),
                                        Column.of("size", Plain.BIGINT),
                                        Column.of("needed", Plain.TEXT),
                                        Column.of("author", Plain.BIGINT).nullable())
                                .foreignKey(ForeignKey.from("author").to("person"))
                                .check("size > 0"),
                        Table.named("person").columns(ID).primaryKey("id"));

        var difference = new SchemaComparison(POSTGRES).compare(from, to);

        assertThat(difference.changes())
                .extracting(c -> c.effect() + ": " + c.description())
                .containsExactly(
                        "DESTRUCTIVE: drop the key 'note_title_key' of the table 'note': ('title')",
                        "DESTRUCTIVE: drop the index 'note_size_idx' of the table 'note': ('size')",
                        "DESTRUCTIVE: drop the table 'gone'",
                        "DEMANDING: add the column 'needed' of the table 'note': TEXT NOT NULL",
                        "ADDITIVE: add the column 'author' of the table 'note': BIGINT",
                        "DESTRUCTIVE: change the column 'title' of the table 'note' from"
                                + " VARCHAR(20) to VARCHAR(10)",
                        "ADDITIVE: let the column 'title' of the table 'note' have no value",
                        "ADDITIVE: change the column 'size' of the table 'note' from INTEGER to"
                                + " BIGINT",
                        "DEMANDING: let the column 'size' of the table 'note' always have a value",
                        "DESTRUCTIVE: drop the column 'old' of the table 'note'",
                        "ADDITIVE: add the table 'person'",
                        "DEMANDING: add the check 'note_check' of the table 'note': size > 0",
                        "ADDITIVE: add the foreign key 'note_author_fkey' of the table 'note':"
                                + " ('author') to 'person' ('id')");
        assertThat(difference.losses())
                .containsExactly(
                        "the key 'note_title_key' of the table 'note': ('title')",
                        "the index 'note_size_idx' of the table 'note': ('size')",
                        "the table 'gone' with its rows",
                        "what of the values of the column 'title' of the table 'note' is no"
                                + " VARCHAR(10)",
                        "the column 'old' of the table 'note' with its values");
        assertThat(difference.isAdditive()).isFalse();
        assertThat(difference.destructive()).hasSize(5);
    }

    @Test
    void aConstraintThatSaysSomethingElseIsReplacedWithTheReason() {
        var child = Table.named("child").columns(ID, Column.of("parent", Plain.BIGINT).nullable());
        var key = ForeignKey.from("parent").to("note").named("k");
        var from =
                Schema.of(
                        NOTE,
                        child.foreignKey(key).check("id > 1").index(Index.on("id").named("i")));
        var to =
                Schema.of(
                        NOTE,
                        child.foreignKey(key.onDelete(ReferentialAction.CASCADE))
                                .check("id > 2")
                                .index(Index.on("id").unique().named("i")));

        var difference = new SchemaComparison(SQLITE).compare(from, to);

        assertThat(difference.changes(ConstraintChange.Dropped.class))
                .extracting(ConstraintChange.Dropped::reason)
                .containsExactly(
                        "on delete it does NO ACTION, not CASCADE",
                        "it says id > 1, not id > 2",
                        "it is not unique");
        assertThat(difference.losses()).isEmpty();
        assertThat(difference.changes()).hasSize(6);
    }

    @Test
    void theNameAloneOfAConstraintIsNoDifference() {
        var columns = NOTE.columns(Column.of("a", Plain.INTEGER), Column.of("b", Plain.INTEGER));
        var from = Schema.of(columns.unique("a", "b").check("a > 1").index(Index.on("a")));
        var to =
                Schema.of(
                        columns.unique(named("other", "a", "b"))
                                .check(new Check("c", "( A>1 )"))
                                .index(Index.on("a").named("i")));

        assertThat(new SchemaComparison(SQLITE).compare(from, to).changes()).isEmpty();
    }

    private static UniqueKey named(String name, String... columns) {
        return new UniqueKey(name, List.of(columns));
    }

    @Test
    void aDeclaredRenameIsFollowedByEverythingThatNamesIt() {
        var from =
                Schema.of(
                        Table.named("memo")
                                .columns(ID, Column.of("name", Plain.INTEGER))
                                .primaryKey("id")
                                .unique("name")
                                .check("name > length('name')")
                                .index(Index.on("name").where("name IS NOT NULL")),
                        Table.named("line")
                                .columns(ID, Column.of("memo", Plain.INTEGER))
                                .foreignKey(ForeignKey.from("memo").to("memo", "name")));
        var to =
                Schema.of(
                        Table.named("note")
                                .renamedFrom("memo")
                                .columns(ID, Column.of("title", Plain.INTEGER).renamedFrom("name"))
                                .primaryKey("id")
                                .unique("title")
                                .check("title > length('name')")
                                .index(Index.on("title").where("title IS NOT NULL")),
                        Table.named("line")
                                .columns(ID, Column.of("memo", Plain.INTEGER))
                                .foreignKey(ForeignKey.from("memo").to("note", "title")));

        assertThat(new SchemaComparison(SQLITE).compare(from, to).changes())
                .containsExactly(
                        new TableChange.TableRenamed("memo", "note"),
                        new ColumnChange.ColumnRenamed("note", "name", "title"));
        assertThat(new SchemaComparison(SQLITE).compare(to, to).isEmpty()).isTrue();
    }

    @Test
    void withoutADeclarationARenameIsNotGuessed() {
        var from = Schema.of(NOTE.columns(Column.of("name", Plain.TEXT)));
        var to = Schema.of(NOTE.columns(Column.of("title", Plain.TEXT)));

        assertThat(new SchemaComparison(POSTGRES).compare(from, to).changes())
                .hasExactlyElementsOfTypes(
                        ColumnChange.ColumnAdded.class, ColumnChange.ColumnDropped.class);
    }

    /** A name that was given away may be given anew, and a whole row of names may move. */
    @Test
    void namesThatAreTakenOverAreFollowedInTheOrderInWhichTheyBecomeFree() {
        var from = Schema.of(NOTE.columns(column("a"), column("b")));
        var moved =
                Schema.of(
                        NOTE.columns(
                                column("a"),
                                column("b").renamedFrom("a"),
                                column("c").renamedFrom("b")));

        var comparison = new SchemaComparison(POSTGRES);

        assertThat(comparison.compare(from, moved).changes())
                .extracting(Mutations::shown)
                .containsExactly(
                        "ColumnRenamed note c from b",
                        "ColumnRenamed note b from a",
                        "ColumnAdded note a");
        assertThat(comparison.compare(moved, moved).changes()).isEmpty();
    }

    /** The names of both are there, so nobody can tell whether it was done already. */
    @Test
    void namesCannotBeSwapped() {
        var from = Schema.of(NOTE.columns(column("a"), column("b")));
        var to =
                Schema.of(NOTE.columns(column("a").renamedFrom("b"), column("b").renamedFrom("a")));

        assertThat(new SchemaComparison(POSTGRES).compare(from, to).changes()).isEmpty();
    }

    private static Column column(String name) {
        return Column.of(name, Plain.TEXT).nullable();
    }

    @Test
    void namesAreComparedAsTheEngineDoes() {
        var from = Schema.of(Table.named("Note").columns(Column.of("ID", Plain.BIGINT)));
        var to = Schema.of(Table.named("note").columns(Column.of("id", Plain.BIGINT)));

        assertThat(new SchemaComparison(SQLITE).compare(from, to).changes()).isEmpty();
        assertThat(new SchemaComparison(MARIADB).compare(from, to).changes()).isEmpty();
        assertThat(new SchemaComparison(POSTGRES).compare(from, to).changes())
                .hasExactlyElementsOfTypes(
                        TableChange.TableDropped.class, TableChange.TableAdded.class);
        var both = new ArrayList<>(from.tables());
        both.addAll(to.tables());
        assertThat(new SchemaComparison(MARIADB).compare(Schema.found(both), to).changes())
                .as("two tables whose names differ in case, on Linux")
                .containsExactly(new TableChange.TableDropped(from.tables().getFirst()));
        var umlauts = Schema.of(Table.named("Ü").columns(Column.of("id", Plain.BIGINT)));
        var small = Schema.of(Table.named("ü").columns(Column.of("id", Plain.BIGINT)));
        assertThat(new SchemaComparison(SQLITE).compare(umlauts, small).changes()).hasSize(2);
    }

    @Test
    void typesThatAreOneToTheEngineAreNoDifference() {
        var from =
                Schema.of(
                        NOTE.columns(
                                Column.of("a", Plain.DATE),
                                Column.of("b", Plain.TIMESTAMP),
                                Column.of("c", Plain.TIME).withDefault("12:30")));
        var to =
                Schema.of(
                        NOTE.columns(
                                Column.of("a", Plain.TEXT),
                                Column.of("b", Plain.TIMESTAMP_LOCAL),
                                Column.of("c", Plain.TEXT).withDefault("12:30:00.000000000")));

        assertThat(new SchemaComparison(SQLITE).compare(from, to).changes()).isEmpty();
        assertThat(new SchemaComparison(MARIADB).compare(from, to).changes()).hasSize(3);
        assertThat(new SchemaComparison(POSTGRES).compare(from, to).changes()).hasSize(4);
    }

    static Stream<List<ColumnType>> widenings() {
        return Stream.of(
                List.of(Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT),
                List.of(Plain.SMALLINT, decimal(5, 0), decimal(8, 2)),
                List.of(Plain.BIGINT, decimal(19, 0)),
                List.of(Plain.REAL, Plain.DOUBLE),
                List.of(Plain.INTEGER, Plain.DOUBLE),
                List.of(varchar(10), varchar(11), Plain.TEXT),
                List.of(decimal(6, 2), decimal(7, 3)));
    }

    @ParameterizedTest
    @MethodSource("widenings")
    void aTypeWithRoomForEveryValueLosesNothingAndTheWayBackDoes(List<ColumnType> types) {
        for (int i = 1; i < types.size(); i++) {
            assertThat(Widening.isOne(types.get(i - 1), types.get(i))).isTrue();
            assertThat(Widening.isOne(types.get(i), types.get(i - 1))).isFalse();
        }
    }

    @Test
    void aTypeWithFewerDigitsBeforeThePointLosesSome() {
        assertThat(Widening.isOne(decimal(6, 2), decimal(6, 3))).isFalse();
        assertThat(Widening.isOne(Plain.BIGINT, Plain.DOUBLE)).isFalse();
        assertThat(Widening.isOne(Plain.BIGINT, decimal(18, 0))).isFalse();
    }

    @Test
    void whatWouldSteerATerminalIsNotShown() {
        var found =
                Schema.found(
                        List.of(Table.named("x\u001b[2J").columns(Column.of("a", Plain.TEXT))));

        assertThat(
                        new SchemaComparison(POSTGRES)
                                .compare(found, Schema.of())
                                .changes()
                                .getFirst()
                                .description())
                .isEqualTo("drop the table 'x?[2J'");
    }
}
