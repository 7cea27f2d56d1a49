package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.Table;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The value of a column that has to have one, for rows whose own is lost: its default, or the
 * emptiest one of its type.
 */
record NeutralValue(Dialect dialect) {

    private static final String NUMBER = "row_number() OVER ()";

    Optional<String> of(Table table, Column column) {
        if (column.defaultValue().isPresent()) {
            return column.defaultValue().map(d -> dialect.expression(d, column.type()));
        }
        if (dialect instanceof SqliteDialect && isKey(table, column)) {
            return numbered(column.type()).or(() -> value(column.type()));
        }
        return value(column.type());
    }

    private static boolean isKey(Table table, Column column) {
        return table.primaryKey().contains(column.name())
                || table.uniqueKeys().stream().anyMatch(k -> k.columns().contains(column.name()))
                || table.indexes().stream()
                        .anyMatch(i -> i.isUnique() && i.columns().contains(column.name()));
    }

    /** No two rows may have the same one. */
    private static Optional<String> numbered(ColumnType type) {
        return switch (type) {
            case Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT, Plain.REAL, Plain.DOUBLE ->
                    Optional.of(NUMBER);
            case Decimal _ -> Optional.of(NUMBER);
            case Plain.TEXT -> Optional.of("CAST(" + NUMBER + " AS TEXT)");
            case Varchar _ -> Optional.of("CAST(" + NUMBER + " AS TEXT)");
            case Plain.BYTES -> Optional.of("CAST(" + NUMBER + " AS BLOB)");
            case Plain.UUID ->
                    Optional.of("printf('00000000-0000-0000-0000-%012x', " + NUMBER + ")");
            default -> Optional.empty();
        };
    }

    private Optional<String> value(ColumnType type) {
        return switch (type) {
            case Native _ -> Optional.empty();
            case Varchar _ -> text("", type);
            case Decimal _ -> number(type);
            case Plain plain ->
                    switch (plain) {
                        case BOOLEAN -> said(new Default.Truth(false), type);
                        case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> number(type);
                        case TEXT -> text("", type);
                        case BYTES -> Optional.of(dialect instanceof SqliteDialect ? "X''" : "''");
                        case DATE -> text("1970-01-01", type);
                        case TIME -> text("00:00:00", type);
                        case TIMESTAMP -> text("1970-01-01 00:00:00" + zone(), type);
                        case TIMESTAMP_LOCAL -> text("1970-01-01 00:00:00", type);
                        case UUID -> text("00000000-0000-0000-0000-000000000000", type);
                        case JSON -> text("null", type);
                    };
        };
    }

    /** Without one, PostgreSQL would take that of the connection. */
    private String zone() {
        return dialect instanceof PostgresDialect ? "+00" : "";
    }

    private Optional<String> number(ColumnType type) {
        return said(new Default.Numeric(BigDecimal.ZERO), type);
    }

    private Optional<String> text(String text, ColumnType type) {
        return said(new Default.Text(text), type);
    }

    private Optional<String> said(Default value, ColumnType type) {
        return Optional.of(dialect.expression(value, type));
    }
}
