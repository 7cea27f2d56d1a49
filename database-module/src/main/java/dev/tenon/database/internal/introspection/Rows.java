package dev.tenon.database.internal.introspection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query, as values. */
final class Rows {

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private Rows() {}

    static <T> List<T> of(Connection connection, String query, Mapper<T> mapper, String... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
            }
            return List.copyOf(found);
        }
    }

    /** Returns the texts of an array. */
    static List<String> texts(ResultSet row, int column) throws SQLException {
        return row.getArray(column).getArray() instanceof String[] texts
                ? List.of(texts)
                : List.of();
    }

    /** Returns the text of a column; an empty one for NULL. */
    static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
