package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes tables on servers that views, triggers and other tables hang on. */
class ServerShapesTest {

    @TempDir Path folder;

    private static Table order() {
        return Table.named("order")
                .columns(
                        Column.of("id", Plain.INTEGER).generated(),
                        Column.of("group by", ColumnType.varchar(20)),
                        Column.of("parent", Plain.INTEGER).nullable())
                .primaryKey("id")
                .foreignKey(ForeignKey.from("parent").to("order"));
    }

    private static Table line() {
        return Table.named("line")
                .columns(
                        Column.of("order", Plain.INTEGER),
                        Column.of("number", Plain.INTEGER),
                        Column.of("text", Plain.TEXT).nullable())
                .primaryKey("order", "number")
                .foreignKey(ForeignKey.from("order").to("order"));
    }

    /** The same with keys of another type, which reference each other. */
    private static Schema widened() {
        return Schema.of(
                Table.named("order")
                        .columns(
                                Column.of("id", Plain.BIGINT).generated(),
                                Column.of("group by", ColumnType.varchar(40)),
                                Column.of("parent", Plain.BIGINT).nullable())
                        .primaryKey("id")
                        .foreignKey(ForeignKey.from("parent").to("order")),
                Table.named("line")
                        .columns(
                                Column.of("order", Plain.BIGINT),
                                Column.of("number", Plain.INTEGER),
                                Column.of("text", Plain.TEXT).nullable(),
                                Column.of("state", ColumnType.varchar(10)))
                        .primaryKey("order", "number")
                        .foreignKey(ForeignKey.from("order").to("order"))
                        .index(Index.on("state")));
    }

    private static final List<Fill> FILLS = List.of(new Fill("line", "state", "'new'"));

    @Test
    void changesTheTypesOfKeysBelowViewsAndTriggersOnPostgreSQL() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.POSTGRESQL, folder)) {
            bench.create(Schema.of(order(), line()));
            bench.run(
                    """
                    CREATE VIEW "big orders" AS
                        SELECT o.id, o."group by", count(*) AS lines
                        FROM "order" o JOIN line l ON l."order" = o.id GROUP BY o.id\
                    """,
                    "CREATE MATERIALIZED VIEW kept AS SELECT id FROM \"big orders\"",
                    "CREATE VIEW over_it AS SELECT lines FROM \"big orders\" WHERE id > 0",
                    """
                    CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN new.text := coalesce(new.text, 'none'); RETURN new; END; $$\
                    """,
                    """
                    CREATE TRIGGER noted BEFORE INSERT ON line FOR EACH ROW
                        WHEN (new."order" > 0) EXECUTE FUNCTION noted()\
                    """,
                    "CREATE INDEX upper_text ON line (upper(text))",
                    "INSERT INTO \"order\" (\"group by\") VALUES ('a'), ('b')",
                    "INSERT INTO line VALUES (1, 1, 'x'), (1, 2, NULL)");
            var before = bench.live();

            var migration =
                    bench.generate(GenerationBench.request(widened()).withFills(FILLS)).getFirst();
            assertThat(bench.live()).isEqualTo(before);
            assertThat(migration.warnings()).first().asString().contains("big orders");

            bench.script(migration.up());
            assertThat(bench.column("SELECT lines FROM over_it")).containsExactly("2");
            assertThat(bench.column("SELECT text || state FROM line ORDER BY number"))
                    .containsExactly("xnew", "nonenew");
            bench.script(migration.down());
            assertThat(bench.live()).isEqualTo(before);
        }
    }

    @Test
    void changesTheTypesOfKeysBelowViewsAndTriggersOnMariaDB() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.MARIADB, folder)) {
            bench.create(Schema.of(order(), line()));
            bench.run(
                    """
                    CREATE VIEW `big orders` AS
                        SELECT o.id, count(*) AS line_count
                        FROM `order` o JOIN line l ON l.`order` = o.id GROUP BY o.id\
                    """,
                    "CREATE VIEW over_it AS SELECT line_count FROM `big orders` WHERE id > 0",
                    """
                    CREATE TRIGGER noted BEFORE INSERT ON line FOR EACH ROW
                    BEGIN SET new.text = coalesce(new.text, 'none'); SET @noted = 1; END\
                    """,
                    "INSERT INTO `order` (`group by`) VALUES ('a'), ('b')",
                    "INSERT INTO line VALUES (1, 1, 'x'), (1, 2, NULL)");
            var before = bench.live();

            var migration =
                    bench.generate(GenerationBench.request(widened()).withFills(FILLS)).getFirst();
            assertThat(bench.live()).isEqualTo(before);

            bench.script(migration.up());
            assertThat(bench.column("SELECT line_count FROM over_it")).containsExactly("2");
            assertThat(bench.column("SELECT CONCAT(text, state) FROM line ORDER BY number"))
                    .containsExactly("xnew", "nonenew");
            bench.script(migration.down());
            assertThat(bench.live()).isEqualTo(before);
        }
    }

    @Test
    void bringsTheTriggerOfADroppedTableBackOnMariaDB() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.MARIADB, folder)) {
            bench.create(Schema.of(order(), line()));
            bench.run(
                    """
                    CREATE TRIGGER noted BEFORE INSERT ON line FOR EACH ROW
                    BEGIN SET new.text = 'a;b'; SET @noted = 1; END\
                    """);
            var before = bench.live();
            var migration = bench.to(Schema.of(order())).getFirst();
            assertThat(migration.losses()).containsExactly("the table 'line' with its rows");
            bench.script(migration.up());
            bench.script(migration.down());
            assertThat(bench.live()).isEqualTo(before);
        }
    }

    @Test
    void refusesToDropWhatAViewNeeds() throws Exception {
        for (RealEngine engine : List.of(RealEngine.POSTGRESQL, RealEngine.MARIADB)) {
            try (var bench = GenerationBench.of(engine, folder)) {
                bench.create(Schema.of(order(), line()));
                bench.run("CREATE VIEW texts AS SELECT text FROM line");
                var without =
                        Table.named("line")
                                .columns(
                                        Column.of("order", Plain.INTEGER),
                                        Column.of("number", Plain.INTEGER))
                                .primaryKey("order", "number")
                                .foreignKey(ForeignKey.from("order").to("order"));
                assertThatThrownBy(() -> bench.to(Schema.of(order(), without)))
                        .hasMessageContaining("texts");
            }
        }
    }

    @Test
    void cutsNoTextOnPostgreSQL() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.POSTGRESQL, folder)) {
            bench.create(Schema.of(order()));
            bench.run("INSERT INTO \"order\" (\"group by\") VALUES ('12345678')");
            var narrow =
                    Table.named("order")
                            .columns(
                                    Column.of("id", Plain.INTEGER).generated(),
                                    Column.of("group by", ColumnType.varchar(5)),
                                    Column.of("parent", Plain.INTEGER).nullable())
                            .primaryKey("id")
                            .foreignKey(ForeignKey.from("parent").to("order"));
            assertThatThrownBy(() -> bench.to(Schema.of(narrow)))
                    .hasMessageContaining("DB-GEN-002")
                    .hasMessageContaining("value too long");
        }
    }

    @Test
    void leavesWhatReadsAllRowsOfALargeTableToScriptsOfTheirOwnOnPostgreSQL() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.POSTGRESQL, folder)) {
            bench.create(Schema.of(order(), line()));
            bench.run(
                    "INSERT INTO \"order\" (\"group by\") SELECT 'g' || i FROM"
                            + " generate_series(1, 200) i",
                    "INSERT INTO line SELECT i, 1, 't' || i FROM generate_series(1, 200) i",
                    "ANALYZE");
            var before = bench.live();
            var model =
                    Schema.of(
                            order(),
                            Table.named("line")
                                    .columns(
                                            Column.of("order", Plain.INTEGER),
                                            Column.of("number", Plain.INTEGER),
                                            Column.of("text", Plain.TEXT))
                                    .primaryKey("order", "number")
                                    .unique("text")
                                    .check("number > 0")
                                    .index(Index.on("number"))
                                    .foreignKey(ForeignKey.from("order").to("order"))
                                    .foreignKey(ForeignKey.from("number").to("order")));
            var migrations =
                    bench.generate(
                            GenerationBench.request(model)
                                    .withFills(List.of(new Fill("line", "text", "'none'")))
                                    .withLargeTable(100));

            assertThat(migrations)
                    .extracting(GeneratedMigration::version)
                    .containsExactly("2", "3", "4");
            assertThat(migrations.get(0).up())
                    .contains("NOT VALID")
                    .contains("lock_timeout")
                    .doesNotContain("SET NOT NULL");
            assertThat(migrations.get(1).up())
                    .startsWith("-- tenon: transaction=off\n")
                    .contains("CREATE INDEX CONCURRENTLY")
                    .contains("CREATE UNIQUE INDEX CONCURRENTLY");
            assertThat(migrations.get(2).up())
                    .contains("VALIDATE CONSTRAINT")
                    .contains("SET NOT NULL")
                    .contains("UNIQUE USING INDEX");

            for (GeneratedMigration migration : migrations) {
                bench.script(migration.up());
            }
            assertThat(bench.to(model)).isEmpty();
            for (GeneratedMigration migration : migrations.reversed()) {
                bench.script(migration.down());
            }
            assertThat(bench.live()).isEqualTo(before);
        }
    }

    /** It would keep a copy of the rows on the server. */
    @Test
    void leavesNoCopyOnMariaDBThatCouldNotBeMadeWhole() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.MARIADB, folder)) {
            bench.create(Schema.of(order(), line()));
            bench.run(
                    "CREATE TABLE gone (id INTEGER)",
                    "CREATE VIEW broken AS SELECT id FROM gone",
                    "DROP TABLE gone");

            assertThatThrownBy(() -> bench.to(Schema.of(order(), line())))
                    .hasMessageContaining("gone");

            assertThat(
                            bench.column(
                                    "SELECT schema_name FROM information_schema.schemata WHERE"
                                            + " schema_name LIKE 'tenon\\_proof\\_%'"))
                    .isEmpty();
        }
    }
}
