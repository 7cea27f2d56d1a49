package dev.tenon.crud.internal.page;

import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.database.Session;
import dev.tenon.database.engine.Dialect;
import java.util.OptionalLong;

/** Counts the rows of a table, or asks the engine about how many there are. */
public record RowCount(Session session, Dialect dialect, KnownTable table) {

    private static final String ROW_NUMBER = "rowid";

    /** Counts those that meet the condition. */
    long exact(Fragment<Object> condition) {
        var sql =
                "select count(*) from "
                        + table.quoted()
                        + (condition.parts().isEmpty() ? "" : " where " + condition.sql());
        return session.query(sql, condition.values().toArray()).one(Long.class);
    }

    /** Returns about how many there are, if the engine knows. */
    public OptionalLong estimated() {
        return switch (dialect.name()) {
            case "SQLite" -> byRowNumbers();
            case "MariaDB/MySQL" ->
                    known(
                            "select coalesce(table_rows, -1) from information_schema.tables"
                                    + " where table_schema = database() and table_name = ?",
                            table.name());
            // -1 as long as nobody has counted.
            case "PostgreSQL" ->
                    known(
                            "select cast(reltuples as bigint) from pg_catalog.pg_class"
                                    + " where oid = to_regclass(?)",
                            table.quoted());
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong known(String sql, Object... parameters) {
        return session.query(sql, parameters).list(Long.class).stream()
                .mapToLong(Long::longValue)
                .filter(rows -> rows >= 0)
                .findFirst();
    }

    /**
     * SQLite keeps no count, but each end of its numbers of rows is found at once, if it is asked
     * for alone. More rows than bytes there are not: such numbers are far from each other.
     */
    private OptionalLong byRowNumbers() {
        boolean isHidden =
                table.columnNames().stream().anyMatch(c -> c.equalsIgnoreCase(ROW_NUMBER));
        if (isHidden
                || session
                        .query("select wr from pragma_table_list where name = ?", table.name())
                        .list(Long.class)
                        .stream()
                        .anyMatch(without -> without != 0)) {
            return OptionalLong.empty();
        }
        return known(
                "select case when span <= bytes then span else -1 end from (select"
                        + " coalesce((select max(rowid) from %1$s)".formatted(table.quoted())
                        + " - (select min(rowid) from %1$s) + 1, 0) as span,"
                                .formatted(table.quoted())
                        + " (select page_count * page_size from pragma_page_count,"
                        + " pragma_page_size) as bytes)");
    }
}
