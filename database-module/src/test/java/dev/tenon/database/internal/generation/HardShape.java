package dev.tenon.database.internal.generation;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.List;

/**
 * Tables of SQLite with everything that breaks tools of this kind, written by hand: views on views,
 * triggers, keys of several columns, references to itself and in a circle, names with spaces and
 * reserved words, indexes over expressions and over some rows, counters, generated columns.
 */
final class HardShape {

    static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE "order" (
                        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                        "select" TEXT NOT NULL COLLATE NOCASE, -- what was ordered
                        parent INTEGER REFERENCES "order" (id) ON DELETE CASCADE,
                        "last line" INTEGER,
                        total REAL DEFAULT 0,
                        doubled REAL GENERATED ALWAYS AS (total * 2) VIRTUAL,
                        FOREIGN KEY (id, "last line") REFERENCES "line item" ("order", number)
                            DEFERRABLE INITIALLY DEFERRED
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE "line item" (
                        "order" INTEGER NOT NULL,
                        number INTEGER NOT NULL,
                        "group by" TEXT,
                        CONSTRAINT "line item_pk" PRIMARY KEY ("order", number),
                        CONSTRAINT line_order FOREIGN KEY ("order") REFERENCES "order" (id)
                            ON DELETE CASCADE
                    ) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE loose (
                        "key" VARCHAR(20) PRIMARY KEY NOT NULL,
                        value TEXT
                    )\
                    """,
                    """
                    CREATE TABLE log (at TEXT NOT NULL, what TEXT NOT NULL) STRICT\
                    """,
                    """
                    CREATE INDEX "by upper" ON "order" (upper("select"), id DESC)\
                    """,
                    """
                    CREATE UNIQUE INDEX "only roots" ON "order" ("select") WHERE parent IS NULL\
                    """,
                    """
                    CREATE VIEW "open orders" AS
                        SELECT o.id, o."select", count(l.number) AS lines
                        FROM "order" o LEFT JOIN "line item" l ON l."order" = o.id
                        GROUP BY o.id\
                    """,
                    """
                    CREATE VIEW big AS SELECT * FROM "open orders" WHERE lines > 1\
                    """,
                    """
                    CREATE TRIGGER "note; order" AFTER INSERT ON "order" WHEN new.parent IS NULL
                    BEGIN
                        INSERT INTO log (at, what) VALUES ('now', 'order ' || new."select");
                        SELECT 1; -- END;
                    END\
                    """,
                    """
                    CREATE TRIGGER cleared AFTER DELETE ON log
                    BEGIN UPDATE "order" SET "last line" = NULL WHERE id = -1; END\
                    """,
                    """
                    CREATE TRIGGER "instead" INSTEAD OF INSERT ON big
                    BEGIN INSERT INTO "order" ("select") VALUES (new."select"); END\
                    """);

    static final List<String> ROWS =
            List.of(
                    "INSERT INTO \"order\" (id, \"select\") VALUES (1, 'Bread'), (2, 'butter')",
                    "INSERT INTO \"order\" (\"select\", parent, total) VALUES ('more', 1, 2.5)",
                    "INSERT INTO \"order\" (id, \"select\") VALUES (40, 'gone')",
                    "DELETE FROM \"order\" WHERE id = 40",
                    "INSERT INTO \"line item\" VALUES (1, 1, 'a'), (1, 2, NULL), (2, 1, 'b')",
                    "UPDATE \"order\" SET \"last line\" = 2 WHERE id = 1",
                    "INSERT INTO loose VALUES ('a', 1), ('b', 'text')");

    private HardShape() {}

    static Table order() {
        return Table.named("order")
                .columns(
                        Column.of("id", Plain.BIGINT).generated(),
                        Column.of("select", Plain.TEXT),
                        Column.of("parent", Plain.BIGINT).nullable(),
                        Column.of("last line", Plain.BIGINT).nullable(),
                        Column.of("total", Plain.DOUBLE).nullable().withDefault(0))
                .primaryKey("id")
                .foreignKey(
                        ForeignKey.from("parent").to("order").onDelete(ReferentialAction.CASCADE))
                .foreignKey(
                        ForeignKey.from("id", "last line")
                                .to("line item", "order", "number")
                                .deferred())
                .index(Index.on("select").named("only roots").unique().where("parent IS NULL"));
    }

    static Table lineItem() {
        return Table.named("line item")
                .columns(
                        Column.of("order", Plain.BIGINT),
                        Column.of("number", Plain.BIGINT),
                        Column.of("group by", Plain.TEXT).nullable())
                .primaryKey("order", "number")
                .foreignKey(
                        ForeignKey.from("order").to("order").onDelete(ReferentialAction.CASCADE));
    }

    static Table loose() {
        return Table.named("loose")
                .columns(
                        Column.of("key", ColumnType.varchar(20)),
                        Column.of("value", Plain.TEXT).nullable())
                .primaryKey("key");
    }

    static Table log() {
        return Table.named("log")
                .columns(Column.of("at", Plain.TEXT), Column.of("what", Plain.TEXT));
    }

    static Schema schema(Table... tables) {
        return Schema.of(tables);
    }
}
