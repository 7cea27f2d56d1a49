package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of the tables of PostgreSQL. */
final class PostgresColumns {

    /** What the catalog says of a column. */
    private record Info(
            long table,
            String name,
            String type,
            boolean isNotNull,
            String identity,
            String generated,
            Optional<String> defaultValue,
            String collation,
            boolean isSerial) {

        static Info of(ResultSet row) throws SQLException {
            return new Info(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getString(6),
                    Optional.ofNullable(row.getString(7)),
                    Rows.text(row, "collation"),
                    row.getBoolean(9));
        }
    }

    private final Connection connection;
    private final Dialect dialect;

    PostgresColumns(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    void addTo(Map<Long, FoundTable> tables) throws SQLException {
        for (Info info : infos()) {
            var table = tables.get(info.table());
            if (table != null) {
                add(info, table);
            }
        }
    }

    private List<Info> infos() throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid),
                    CASE WHEN a.attcollation <> t.typcollation
                        THEN (SELECT quote_ident(o.collname) FROM pg_collation o
                            WHERE o.oid = a.attcollation) END AS collation,
                    EXISTS (SELECT FROM pg_depend p JOIN pg_class s ON s.oid = p.objid
                        WHERE p.classid = 'pg_class'::regclass AND p.deptype = 'a'
                            AND p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid
                            AND p.refobjsubid = a.attnum AND s.relkind = 'S')
                FROM pg_attribute a
                    JOIN pg_class c ON c.oid = a.attrelid
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_type t ON t.oid = a.atttypid
                    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0
                    AND NOT a.attisdropped
                ORDER BY a.attrelid, a.attnum\
                """,
                Info::of);
    }

    private void add(Info info, FoundTable table) {
        var expression = info.defaultValue().orElse("");
        if (!info.generated().isEmpty()) {
            var sql =
                    "%s %s GENERATED ALWAYS AS (%s)%s"
                            .formatted(
                                    dialect.quote(info.name()),
                                    info.type(),
                                    expression,
                                    info.generated().equals("s") ? " STORED" : "");
            table.keep(Kind.GENERATED_COLUMN, info.name(), sql);
            return;
        }
        var type = PostgresTypes.of(info.type());
        boolean isNumbered = !info.identity().isEmpty() || info.isSerial();
        Optional<Default> value =
                isNumbered
                        ? Optional.empty()
                        : info.defaultValue().flatMap(new DefaultText(dialect, type)::read);
        table.columns.add(
                new Column(
                        info.name(), type, !info.isNotNull(), value, false, isNumbered, List.of()));
        if (info.identity().equals("a")) {
            table.keep(Kind.COLUMN_OPTION, info.name(), "GENERATED ALWAYS AS IDENTITY");
        }
        if (info.isSerial()) {
            table.keep(Kind.COLUMN_OPTION, info.name(), "DEFAULT " + expression);
        }
        if (!info.collation().isEmpty()) {
            table.keep(Kind.COLLATION, info.name(), "COLLATE " + info.collation());
        }
    }
}
