package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the indexes of the tables of PostgreSQL, without those of keys. */
final class PostgresIndexes {

    private static final String ASCENDING = "0";

    /** DESC, and with it NULLS FIRST. */
    private static final String DESCENDING = "3";

    /** What the catalog says of an index. */
    private record Info(
            long table,
            String name,
            boolean isUnique,
            boolean isUsual,
            List<String> columns,
            List<String> options,
            Optional<String> where,
            String definition) {

        static Info of(ResultSet row) throws SQLException {
            return new Info(
                    row.getLong(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    Rows.texts(row, 5),
                    Rows.texts(row, 6),
                    Optional.ofNullable(row.getString(7)),
                    row.getString(8));
        }
    }

    private final Connection connection;
    private final Dialect dialect;

    PostgresIndexes(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    void addTo(Map<Long, FoundTable> tables) throws SQLException {
        for (Info info : infos()) {
            var table = tables.get(info.table());
            if (table == null) {
                continue;
            }
            if (isUsual(info) && table.hasColumns(info.columns())) {
                table.indexes.add(index(info));
            } else {
                table.keep(Unmodelled.Kind.INDEX, info.name(), info.definition());
            }
        }
    }

    private List<Info> infos() throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT i.indrelid, x.relname, i.indisunique,
                    m.amname = 'btree' AND i.indisvalid AND i.indexprs IS NULL
                        AND i.indnatts = i.indnkeyatts AND x.reloptions IS NULL
                        AND NOT EXISTS (
                            SELECT FROM generate_series(0, i.indnkeyatts - 1) s
                                JOIN pg_opclass o ON o.oid = i.indclass[s]
                                JOIN pg_attribute a
                                    ON a.attrelid = i.indrelid AND a.attnum = i.indkey[s]
                            WHERE NOT o.opcdefault OR i.indcollation[s] <> a.attcollation),
                    ARRAY(SELECT a.attname::text
                        FROM generate_series(0, i.indnkeyatts - 1) s
                            JOIN pg_attribute a
                                ON a.attrelid = i.indrelid AND a.attnum = i.indkey[s]
                        ORDER BY s),
                    ARRAY(SELECT i.indoption[s]::text
                        FROM generate_series(0, i.indnkeyatts - 1) s ORDER BY s),
                    pg_get_expr(i.indpred, i.indrelid), pg_get_indexdef(i.indexrelid)
                FROM pg_index i
                    JOIN pg_class x ON x.oid = i.indexrelid
                    JOIN pg_am m ON m.oid = x.relam
                    JOIN pg_class c ON c.oid = i.indrelid
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND c.relkind = 'r'
                    AND NOT EXISTS (SELECT FROM pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
                ORDER BY i.indrelid, x.relname\
                """,
                Info::of);
    }

    private boolean isUsual(Info info) {
        return info.isUsual()
                && info.options().stream()
                        .allMatch(o -> o.equals(ASCENDING) || o.equals(DESCENDING))
                && Tokens.of(info.definition(), dialect.lexis()).stream()
                        .noneMatch(t -> t.is("DISTINCT"));
    }

    private static Index index(Info info) {
        var parts = new ArrayList<Index.Part>();
        for (int i = 0; i < info.columns().size(); i++) {
            parts.add(
                    new Index.Part(
                            info.columns().get(i), info.options().get(i).equals(DESCENDING)));
        }
        return new Index(info.name(), parts, info.isUnique(), info.where());
    }
}
