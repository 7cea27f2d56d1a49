package dev.tenon.database.internal.generation;

import static dev.tenon.database.internal.generation.HardTables.lineItem;
import static dev.tenon.database.internal.generation.HardTables.log;
import static dev.tenon.database.internal.generation.HardTables.loose;
import static dev.tenon.database.internal.generation.HardTables.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.GenerationException;
import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.internal.lint.ScriptLint;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes a database of SQLite that holds everything which breaks a rebuild. */
class HardShapeTest {

    private static final String OBJECTS =
            "SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY name";
    private static final String COUNTER =
            "SELECT seq FROM sqlite_sequence WHERE name IN ('order', 'purchase')";

    @TempDir Path folder;
    private GenerationBench bench;

    @BeforeEach
    void create() throws Exception {
        bench = GenerationBench.of(RealEngine.SQLITE, folder);
        HardShape.create(RealEngine.SQLITE, bench.connection());
    }

    /** Returns what a module would declare with these tables, and with all that are not its own. */
    private Schema model(Table... tables) throws SQLException {
        var model = new ArrayList<>(Schema.of(tables).tables());
        bench.live().schema().tables().stream()
                .filter(t -> !HardTables.NAMES.contains(t.name()))
                .forEach(model::add);
        return Schema.found(model);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void findsNothingToDoForTheModelOfIt() throws Exception {
        assertThat(bench.to(model(order(), lineItem(), loose(), log()))).isEmpty();
    }

    @Test
    void rebuildsATableWithAllThatHangsOnIt() throws Exception {
        var before = bench.live();
        var objects = bench.column(OBJECTS);
        var rows = bench.column("SELECT id || \"select\" || doubled FROM \"order\" ORDER BY id");
        var model =
                model(order().columns(Column.of("state", Plain.TEXT)), lineItem(), loose(), log());

        var fills = List.of(new Fill("order", "state", "'of ' || \"select\""));
        var migration = bench.generate(GenerationBench.request(model).withFills(fills)).getFirst();
        assertThat(migration.up())
                .containsSubsequence("PRAGMA foreign_keys = OFF;\n", "PRAGMA foreign_keys = ON;\n");

        bench.script(migration.up());
        assertThat(bench.column(OBJECTS)).isEqualTo(objects);
        assertThat(bench.column("SELECT state FROM \"order\" WHERE id = 1"))
                .containsExactly("of Bread");
        assertThat(bench.column("SELECT id || \"select\" || doubled FROM \"order\" ORDER BY id"))
                .isEqualTo(rows);
        assertThat(bench.column(COUNTER)).containsExactly("40");
        assertThat(bench.column("SELECT \"select\" FROM big WHERE \"select\" = 'bread'"))
                .as("the order of texts is kept, and the view on the view")
                .containsExactly("Bread");
        assertThat(bench.column("PRAGMA foreign_key_check")).isEmpty();
        bench.run("INSERT INTO \"order\" (\"select\", state) VALUES ('logged', 'x')");
        assertThat(bench.column("SELECT what FROM log ORDER BY rowid DESC LIMIT 1"))
                .containsExactly("order logged");

        bench.script(migration.down());
        assertThat(bench.live()).isEqualTo(before);
        assertThat(bench.column(OBJECTS)).isEqualTo(objects);
    }

    @Test
    void makesAViewAgainWhoseTextEndsInAComment() throws Exception {
        bench.run("CREATE VIEW commented AS SELECT id FROM \"order\" -- of all times");
        var model =
                model(
                        order().columns(Column.of("state", Plain.TEXT).nullable().unique()),
                        lineItem(),
                        loose(),
                        log());
        var migration = bench.to(model).getFirst();
        bench.script(migration.up());
        assertThat(bench.column("SELECT count(*) FROM commented")).containsExactly("3");
        bench.script(migration.down());
        assertThat(bench.column("SELECT count(*) FROM commented")).containsExactly("3");
    }

    @Test
    void leavesRowsThatReferToTheTableWhereTheyLead() throws Exception {
        var lines = bench.column("SELECT \"order\" || number FROM \"line item\"");
        var model =
                model(
                        order().columns(Column.of("state", Plain.TEXT).nullable().unique()),
                        lineItem(),
                        loose(),
                        log());
        bench.script(bench.to(model).getFirst().up());
        assertThat(bench.column("SELECT \"order\" || number FROM \"line item\"")).isEqualTo(lines);
        assertThat(bench.column("SELECT \"table\" FROM pragma_foreign_key_list('line item')"))
                .containsExactly("order");
        assertThat(bench.to(model)).isEmpty();
    }

    @Test
    void saysOfWhatIsDangerousInItThatItWasTried() throws Exception {
        var model = model(order(), lineItem(), log());
        var migration = bench.to(model).getFirst();
        assertThat(migration.up())
                .contains(
                        "-- tenon: allow(drop-table) generated, and proved on a copy\nDROP TABLE"
                                + " \"loose\";");
        var lint = new ScriptLint(new SqliteDialect(), bench.live().schema(), model);
        assertThat(lint.findings(migration.up())).isEmpty();
        assertThat(lint.findings(migration.down())).isEmpty();
    }

    @Test
    void renamesTablesAndColumnsInViewsAndTriggersToo() throws Exception {
        bench.run("DROP TRIGGER \"instead\"");
        var before = bench.live();
        var objects = bench.column(OBJECTS);
        var order = order();
        var renamed =
                new Table(
                        "purchase",
                        order.columns().stream()
                                .map(c ->
                                        c.name().equals("select")
                                                ? Column.of("what", Plain.TEXT)
                                                        .renamedFrom("select")
                                                : c)
                                .toList(),
                        order.primaryKey(),
                        order.uniqueKeys(),
                        order.foreignKeys().stream()
                                .map(k -> k.target().equals("order") ? toPurchase(k) : k)
                                .toList(),
                        order.checks(),
                        List.of(
                                Index.on("what")
                                        .named("only roots")
                                        .unique()
                                        .where("parent IS NULL")),
                        List.of("order"));
        var item = lineItem();
        var items =
                new Table(
                        item.name(),
                        item.columns(),
                        item.primaryKey(),
                        item.uniqueKeys(),
                        item.foreignKeys().stream().map(HardShapeTest::toPurchase).toList(),
                        item.checks(),
                        item.indexes(),
                        List.of());

        var migration = bench.to(model(renamed, items, loose(), log())).getFirst();
        bench.script(migration.up());
        assertThat(bench.column("SELECT what || lines FROM \"open orders\" ORDER BY id LIMIT 1"))
                .containsExactly("Bread2");
        assertThat(bench.column(COUNTER)).containsExactly("40");

        bench.script(migration.down());
        assertThat(bench.live()).isEqualTo(before);
        assertThat(bench.column(OBJECTS)).isEqualTo(objects);
    }

    private static ForeignKey toPurchase(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                "purchase",
                key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.isDeferred());
    }

    @Test
    void keepsATableWithoutRowidAndOneThatIsNotStrictWhatTheyAre() throws Exception {
        var before = bench.live();
        var model =
                model(
                        order(),
                        lineItem().unique("group by", "number"),
                        loose().unique("value"),
                        log());
        var migration = bench.to(model).getFirst();
        bench.script(migration.up());
        assertThat(
                        bench.column(
                                "SELECT name FROM pragma_table_list WHERE (wr OR NOT strict) AND"
                                        + " name IN ('line item', 'loose', 'order', 'log') ORDER BY"
                                        + " name"))
                .containsExactly("line item", "loose");
        bench.script(migration.down());
        assertThat(bench.live()).isEqualTo(before);
    }

    @Test
    void refusesToDropWhatAViewNeeds() throws Exception {
        var order = order();
        var without =
                new Table(
                        order.name(),
                        order.columns().stream().filter(c -> !c.name().equals("select")).toList(),
                        order.primaryKey(),
                        order.uniqueKeys(),
                        order.foreignKeys(),
                        order.checks(),
                        List.of(),
                        List.of());
        assertThatThrownBy(() -> bench.to(model(without, lineItem(), loose(), log())))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("DB-GEN-003")
                .hasMessageContaining("view big");
    }

    @Test
    void refusesToDropATableThatATriggerWritesTo() throws Exception {
        assertThatThrownBy(() -> bench.to(model(order(), lineItem(), loose())))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("note; order");
    }

    @Test
    void asksForTheValuesOfRowsThatAreThere() throws Exception {
        var model =
                model(
                        order().columns(Column.of("state", Plain.TEXT)),
                        lineItem(),
                        loose(),
                        log().columns(Column.of("who", Plain.TEXT)));
        assertThatThrownBy(() -> bench.to(model))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("DB-GEN-001")
                .hasMessageContaining("order.state, log.who");
    }
}
