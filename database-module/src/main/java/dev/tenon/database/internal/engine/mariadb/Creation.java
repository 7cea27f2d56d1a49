package dev.tenon.database.internal.engine.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How something in a database is made, with what a routine remembers of the session that made it.
 *
 * @param statement the statement
 * @param sqlMode the modes of the session; empty where none are kept
 * @param collation the collation of its texts; empty where none is kept
 * @param timeZone the time zone of an event; empty otherwise
 */
record Creation(String statement, String sqlMode, String collation, String timeZone) {

    /**
     * Reads it from the row of SHOW CREATE.
     *
     * @throws SQLException if the user may not see the statement
     */
    static Creation of(ResultSet row, MariaDbObject object) throws SQLException {
        var columns = columns(row);
        var statement = row.getString(object.kind().column());
        if (statement == null) {
            throw new SQLException(
                    "The user may not see how the %s %s is made"
                            .formatted(
                                    object.kind().sql().toLowerCase(Locale.ROOT), object.name()));
        }
        return new Creation(
                statement,
                text(row, columns, "sql_mode"),
                text(row, columns, "collation_connection"),
                text(row, columns, "time_zone"));
    }

    private static Set<String> columns(ResultSet row) throws SQLException {
        var names = new HashSet<String>();
        var metaData = row.getMetaData();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            names.add(metaData.getColumnLabel(i));
        }
        return names;
    }

    private static String text(ResultSet row, Set<String> columns, String column)
            throws SQLException {
        if (!columns.contains(column)) {
            return "";
        }
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Runs the statement as it was run the first time. */
    void run(MariaDbSession session, MariaDbObject.Kind kind) throws SQLException {
        boolean keepsModes =
                switch (kind) {
                    case SEQUENCE, TABLE, VIEW -> false;
                    default -> true;
                };
        if (keepsModes) {
            session.run("SET SESSION sql_mode = '" + sqlMode + "'");
        }
        // The driver sends texts in UTF-8; under another character set they would be others.
        if (collation.startsWith("utf8mb4_")) {
            session.run("SET SESSION collation_connection = '" + collation + "'");
        }
        if (!timeZone.isEmpty()) {
            session.run("SET SESSION time_zone = '" + timeZone + "'");
        }
        try {
            session.run(statement);
        } finally {
            session.reset();
        }
    }
}
