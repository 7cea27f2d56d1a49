package dev.tenon.database.internal.engine.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a database is the module's: all of it if its role owns the database, else its schema.
 *
 * @param whole whether it is the whole database
 * @param schema the schema of the module's tables
 */
record PostgresScope(boolean whole, String schema) {

    private static final String OWNED =
            """
            select pg_has_role(d.datdba, 'usage') or r.rolsuper, coalesce(current_schema(), 'public')
            from pg_database d, pg_roles r
            where d.datname = current_database() and r.rolname = current_user\
            """;

    /** Those of extensions are the extension's to make. */
    private static final String TABLES =
            """
            select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence <> 't'
              and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
                              and d.objid = c.oid and d.deptype = 'e')\
            """;

    static PostgresScope of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OWNED)) {
            row.next();
            return new PostgresScope(row.getBoolean(1), row.getString(2));
        }
    }

    /** Returns how many rows each table in it has; those of other schemas with that before them. */
    SortedMap<String, Long> rows(Connection connection) throws SQLException {
        var queries = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                var in = row.getString(1);
                var table = row.getString(2);
                if (whole || in.equals(schema)) {
                    queries.put(
                            in.equals(schema) ? table : in + "." + table,
                            "select count(*) from only " + quoted(in) + "." + quoted(table));
                }
            }
        }
        var rows = new TreeMap<String, Long>();
        for (var query : queries.entrySet()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(query.getValue())) {
                row.next();
                rows.put(query.getKey(), row.getLong(1));
            }
        }
        return rows;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
