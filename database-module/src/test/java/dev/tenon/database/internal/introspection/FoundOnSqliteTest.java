package dev.tenon.database.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.LiveDatabase;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write by hand, and migrations of other tools leave. */
class FoundOnSqliteTest {

    @TempDir Path folder;

    @Test
    void constraintsAreFoundWhereverTheyStandInTheStatement() throws SQLException {
        var found =
                read(
                        "create table [parent one] (id integer primary key, code text unique)",
                        """
                        create table child ( -- a comment, with a ( in it
                            id integer constraint child_pk primary key autoincrement,
                            p integer constraint to_parent references [PARENT ONE] (ID)
                                on delete set null on update cascade
                                deferrable initially deferred,
                            q int references [parent one],
                            code varchar(20) not null default 'a, (b) '' c' /* , x int */
                                check (length(code) > 1),
                            constraint "many, names" unique (p, q)
                            constraint no_comma check (q <> 3 and (p > 1 or p < -1)),
                            foreign key (code) references [parent one] (code)
                        )\
                        """);

        var child = table(found, "child");
        assertThat(child.primaryKey()).containsExactly("id");
        assertThat(child.column("id").orElseThrow().isGenerated()).isTrue();
        assertThat(child.column("id").orElseThrow().isNullable()).isFalse();
        assertThat(child.column("code"))
                .contains(Column.of("code", ColumnType.varchar(20)).withDefault("a, (b) ' c"));
        assertThat(child.foreignKeys())
                .containsExactly(
                        ForeignKey.from("p")
                                .to("parent one", "id")
                                .named("to_parent")
                                .onDelete(ReferentialAction.SET_NULL)
                                .onUpdate(ReferentialAction.CASCADE)
                                .deferred(),
                        ForeignKey.from("q").to("parent one", "id"),
                        ForeignKey.from("code").to("parent one", "code"));
        assertThat(child.uniqueKeys())
                .containsExactly(new UniqueKey("many, names", List.of("p", "q")));
        assertThat(child.checks())
                .containsExactly(
                        new Check("", "length(code) > 1"),
                        new Check("no_comma", "q <> 3 and (p > 1 or p < -1)"));
    }

    @Test
    void whatASchemaCannotSayIsKept() throws SQLException {
        var found =
                read(
                        """
                        create table t (
                            id integer primary key, a text collate nocase, b text,
                            c text generated always as (a || b) stored,
                            d int not null on conflict replace default 1, unique (b collate rtrim)
                        ) strict\
                        """,
                        "create table w (k text primary key, v any) strict, without rowid",
                        "create index by_lower on t (lower(b))",
                        "create view everything as select * from t",
                        "create trigger fill after insert on t begin select 1; end",
                        "create virtual table words using fts5(word)");

        assertThat(found.schema().tables()).extracting(Table::name).containsExactly("t", "w");
        assertThat(table(found, "t").columns())
                .extracting(Column::name)
                .containsExactly("id", "a", "b", "d");
        assertThat(table(found, "w").column("v").orElseThrow().type())
                .isEqualTo(new ColumnType.Native("ANY"));
        assertThat(found.unmodelled())
                .containsExactlyInAnyOrder(
                        new Unmodelled(Kind.COLLATION, "t", "a", "collate nocase"),
                        new Unmodelled(
                                Kind.GENERATED_COLUMN,
                                "t",
                                "c",
                                "c text generated always as (a || b) stored"),
                        new Unmodelled(Kind.CONSTRAINT, "t", "d", "not null on conflict replace"),
                        new Unmodelled(Kind.CONSTRAINT, "t", "", "unique (b collate rtrim)"),
                        new Unmodelled(
                                Kind.INDEX,
                                "t",
                                "by_lower",
                                "CREATE INDEX by_lower on t (lower(b))"),
                        new Unmodelled(
                                Kind.VIEW,
                                "",
                                "everything",
                                "CREATE VIEW everything as select * from t"),
                        new Unmodelled(
                                Kind.TRIGGER,
                                "t",
                                "fill",
                                "CREATE TRIGGER fill after insert on t begin select 1; end"),
                        new Unmodelled(
                                Kind.TABLE,
                                "",
                                "words",
                                "CREATE VIRTUAL TABLE words using fts5(word)"),
                        new Unmodelled(Kind.TABLE_OPTION, "w", "WITHOUT ROWID", "WITHOUT ROWID"));
        assertThat(found.unmodelled().getFirst().toString()).contains("'");
    }

    /** The text that SQLite keeps is its own after that, with parts of the old one. */
    @Test
    void aTableThatWasAlteredIsReadAsItIs() throws SQLException {
        var found =
                read(
                        "create table a (id integer primary key) strict",
                        "create table t (\"old \"\"name\"\"\" text check (length(\"old \"\"name\"\"\")"
                                + " <= 9), gone int, constraint c check (\"old \"\"name\"\"\" <> ''))"
                                + " strict",
                        "alter table t rename column \"old \"\"name\"\"\" to \"new, (name\"",
                        "alter table t add column a int constraint to_a references a",
                        "alter table t drop column gone",
                        "alter table t add column \"check\" text default ('a' || ')')",
                        "alter table t alter column a set not null",
                        "alter table t add constraint added check (a > 1)",
                        "alter table t drop constraint c",
                        "create unique index u on t (\"new, (name\" desc) where (\"new, (name\" > 'a')",
                        "alter table t rename to \"t where\"");

        assertThat(table(found, "t where"))
                .isEqualTo(
                        Table.named("t where")
                                .columns(
                                        Column.of("new, (name", ColumnType.varchar(9)).nullable(),
                                        Column.of("a", Plain.BIGINT),
                                        Column.of("check", Plain.TEXT)
                                                .nullable()
                                                .withDefault(new Default.Expression("'a' || ')'")))
                                .foreignKey(ForeignKey.from("a").to("a", "id").named("to_a"))
                                .check(new Check("added", "a > 1"))
                                .index(
                                        Index.on()
                                                .thenDescending("new, (name")
                                                .unique()
                                                .named("u")
                                                .where("\"new, (name\" > 'a'")));
    }

    @Test
    void theTablesOfTenonAreLeftOut() throws SQLException {
        var found =
                read(
                        "create table tenon_schema (id int)",
                        "create table Tenon_Migration (id int)",
                        "create trigger of_tenon after insert on tenon_schema begin select 1; end",
                        "create table tenons (id integer) strict");

        assertThat(found.schema().tables()).extracting(Table::name).containsExactly("tenons");
        assertThat(found.unmodelled()).isEmpty();
    }

    private LiveSchema read(String... statements) throws SQLException {
        try (var database = new LiveDatabase(RealEngine.SQLITE, folder)) {
            database.run(statements);
            return database.read();
        }
    }

    private static Table table(LiveSchema found, String name) {
        return found.schema().table(name).orElseThrow();
    }
}
