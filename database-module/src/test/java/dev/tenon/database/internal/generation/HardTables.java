package dev.tenon.database.internal.generation;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Table;
import java.util.List;

/** What a module would declare of the hard shape on SQLite. */
final class HardTables {

    static final List<String> NAMES = List.of("order", "line item", "loose", "log");

    private HardTables() {}

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
}
