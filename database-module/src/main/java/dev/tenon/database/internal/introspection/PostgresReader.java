package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the schema of the connection from the catalog of PostgreSQL
 * (https://www.postgresql.org/docs/18/catalogs.html). What belongs to an extension is left to it.
 * Used once.
 */
public final class PostgresReader {

    /** What {@code pg_class} says of a table. */
    private record Relation(
            long id, String name, String kind, boolean isUsual, String option, String sql) {}

    private final Connection connection;
    private final Dialect dialect;
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    public PostgresReader(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Reads all of it.
     *
     * @throws SQLException if the database cannot be asked
     */
    public LiveSchema read() throws SQLException {
        Map<Long, FoundTable> tables = new LinkedHashMap<>();
        for (Relation relation : relations()) {
            if (relation.isUsual()) {
                var found = new FoundTable(relation.name());
                tables.put(relation.id(), found);
                if (!relation.option().isEmpty()) {
                    found.keep(Kind.TABLE_OPTION, relation.option(), "");
                }
            } else {
                unmodelled.add(new Unmodelled(kind(relation), "", relation.name(), relation.sql()));
            }
        }
        new PostgresColumns(connection, dialect).addTo(tables);
        new PostgresConstraints(connection, dialect).addTo(tables);
        new PostgresIndexes(connection, dialect).addTo(tables);
        tables.values().forEach(t -> unmodelled.addAll(t.unmodelled()));
        unmodelled.addAll(PostgresExtras.of(connection));
        return new LiveSchema(
                Schema.found(tables.values().stream().map(FoundTable::table).toList()),
                unmodelled.stream()
                        .filter(u -> !OwnTables.include(u.table()) && !OwnTables.include(u.name()))
                        .toList());
    }

    private static Kind kind(Relation relation) {
        return switch (relation.kind()) {
            case "v" -> Kind.VIEW;
            case "m" -> Kind.MATERIALIZED_VIEW;
            default -> Kind.TABLE;
        };
    }

    private List<Relation> relations() throws SQLException {
        return Rows.of(
                        connection,
                        """
                        SELECT c.oid, c.relname, c.relkind::text,
                            c.relkind = 'r' AND NOT c.relispartition,
                            CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED'
                                WHEN c.relrowsecurity THEN 'ROW LEVEL SECURITY'
                                WHEN EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
                                    AND NOT c.relispartition THEN 'INHERITS'
                                ELSE '' END AS option,
                            CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid)
                                WHEN c.relkind = 'p'
                                    THEN 'PARTITION BY ' || pg_get_partkeydef(c.oid)
                                WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid)
                                ELSE '' END AS sql
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
                            AND NOT EXISTS (SELECT FROM pg_depend d
                                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                    AND d.deptype = 'e')
                        ORDER BY c.relname\
                        """,
                        row ->
                                new Relation(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        Rows.text(row, "option"),
                                        Rows.text(row, "sql")))
                .stream()
                .filter(r -> !OwnTables.include(r.name()))
                .toList();
    }
}
