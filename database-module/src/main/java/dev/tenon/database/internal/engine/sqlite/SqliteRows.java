package dev.tenon.database.internal.engine.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many rows the tables of a file have. Those that only stand for others are left out. */
final class SqliteRows {

    private static final String TABLES =
            "select name from pragma_table_list where schema = 'main'"
                    + " and type in ('table', 'shadow') and name not like 'sqlite\\_%' escape '\\'";

    private SqliteRows() {}

    static SortedMap<String, Long> of(Connection connection) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (String table : tables(connection)) {
            rows.put(table, number(connection, "select count(*) from " + quoted(table)));
        }
        return rows;
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
