package dev.tenon.database.internal.dialect;

import static dev.tenon.database.engine.Capability.DEFERRED_FOREIGN_KEYS;
import static dev.tenon.database.engine.Capability.KEYS_ON_TEXT;
import static dev.tenon.database.engine.Capability.PARTIAL_INDEXES;
import static dev.tenon.database.engine.Capability.SET_DEFAULT;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Limits;
import dev.tenon.database.engine.Limits.NameUnit;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds what an engine cannot do of a schema, by its capabilities and limits. Used once. */
final class EngineChecks {

    private final Dialect dialect;
    private final Limits limits;
    private final Schema schema;
    private final List<Problem> problems = new ArrayList<>();

    EngineChecks(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.limits = dialect.limits();
        this.schema = schema;
    }

    List<Problem> problems() {
        schema.tables().forEach(this::check);
        return problems;
    }

    private void check(Table table) {
        var of = " of the table '" + table.name() + "'";
        name(table.name(), "table '" + table.name() + "'");
        atMost(limits.columns(), table.columns().size(), "table '" + table.name() + "'", "columns");
        for (Column column : table.columns()) {
            name(column.name(), "column '" + column.name() + "'" + of);
            type(column, "column '" + column.name() + "'" + of);
        }
        key(table, table.primaryKey(), "primary key" + of);
        table.uniqueKeys()
                .forEach(k -> {
                    name(k.name(), "key '" + k.name() + "'" + of);
                    key(table, k.columns(), "key '" + k.name() + "'" + of);
                });
        table.indexes().forEach(i -> check(table, i, "index '" + i.name() + "'" + of));
        table.foreignKeys().forEach(k -> check(table, k, "foreign key '" + k.name() + "'" + of));
        table.checks().forEach(c -> name(c.name(), "check '" + c.name() + "'" + of));
    }

    private void check(Table table, Index index, String what) {
        name(index.name(), what);
        key(table, index.columns(), what);
        if (index.where().isPresent()) {
            demand(PARTIAL_INDEXES, what, "Leave its condition out, so that it is over all rows.");
        }
    }

    private void check(Table table, ForeignKey key, String what) {
        name(key.name(), what);
        key(table, key.columns(), what);
        if (key.isDeferred()) {
            demand(DEFERRED_FOREIGN_KEYS, what, "Have it checked with each statement.");
        }
        if (key.onDelete() == ReferentialAction.SET_DEFAULT
                || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            demand(SET_DEFAULT, what, "Use SET NULL or RESTRICT.");
        }
    }

    private void name(String name, String what) {
        int length =
                limits.nameUnit() == NameUnit.BYTES
                        ? name.getBytes(StandardCharsets.UTF_8).length
                        : name.codePointCount(0, name.length());
        if (length > limits.nameLength()) {
            var unit = limits.nameUnit() == NameUnit.BYTES ? "bytes" : "characters";
            cannot(
                    what,
                    "Its name has %d %s, and %d are possible."
                            .formatted(length, unit, limits.nameLength()),
                    "Shorten the name.");
        }
    }

    private void type(Column column, String what) {
        switch (column.type()) {
            case Varchar(int length) when length > limits.varchar() ->
                    cannot(
                            what,
                            "A VARCHAR has at most " + limits.varchar() + " characters.",
                            "Make it a TEXT.");
            case Decimal(int precision, int scale)
                    when precision > limits.precision() || scale > limits.scale() ->
                    cannot(
                            what,
                            "A DECIMAL has at most %d digits, %d of them after the point."
                                    .formatted(limits.precision(), limits.scale()),
                            "Give it fewer digits.");
            default -> {}
        }
    }

    private void key(Table table, List<String> columns, String what) {
        atMost(limits.keyColumns(), columns.size(), what, "columns");
        long bytes = 0;
        for (String name : columns) {
            var type = table.column(name).orElseThrow().type();
            bytes += bytes(type);
            if (type == Plain.TEXT || type == Plain.BYTES) {
                demand(
                        KEYS_ON_TEXT,
                        what,
                        "Make the column '" + name + "' a VARCHAR, whose length is limited.");
            }
        }
        if (bytes > limits.keyBytes()) {
            cannot(
                    what,
                    "Its columns have %d bytes together, and %d are possible."
                            .formatted(bytes, limits.keyBytes()),
                    "Shorten its VARCHAR columns, which count four bytes for each character.");
        }
    }

    private static long bytes(ColumnType type) {
        return switch (type) {
            case Varchar(int length) -> 4L * length;
            case Plain.UUID -> 36;
            case Decimal(int precision, _) -> precision / 2 + 4;
            default -> 8;
        };
    }

    private void atMost(int most, int number, String what, String noun) {
        if (number > most) {
            cannot(
                    what,
                    "It has %d %s, and %d are possible.".formatted(number, noun, most),
                    "Take some of them out.");
        }
    }

    private void demand(Capability capability, String what, String remedy) {
        if (!dialect.capabilities().contains(capability)) {
            cannot(what, "The engine lacks: " + capability.meaning() + ".", remedy);
        }
    }

    private void cannot(String what, String cause, String remedy) {
        problems.add(EngineProblem.cannot(dialect, what, cause, remedy));
    }
}
