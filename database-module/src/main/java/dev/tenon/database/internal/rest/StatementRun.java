package dev.tenon.database.internal.rest;

import dev.tenon.database.Session;
import dev.tenon.database.admin.StatementResult;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements whose columns nobody knows beforehand.
 *
 * @param limit how many rows of each to read at most
 */
record StatementRun(int limit) {

    List<StatementResult> all(Session session, List<String> statements) throws SQLException {
        var results = new ArrayList<StatementResult>();
        for (String sql : statements) {
            try (var statement = session.connection().prepareStatement(sql)) {
                results.add(one(statement));
            }
        }
        return results;
    }

    private StatementResult one(PreparedStatement statement) throws SQLException {
        if (!statement.execute()) {
            return new StatementResult(
                    List.of(), List.of(), false, Math.max(0, statement.getUpdateCount()));
        }
        try (var result = statement.getResultSet()) {
            return read(result);
        }
    }

    private StatementResult read(ResultSet result) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getMetaData().getColumnLabel(i));
        }
        var rows = new ArrayList<List<Optional<Object>>>();
        boolean more = result.next();
        while (more && rows.size() < limit) {
            var row = new ArrayList<Optional<Object>>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(Optional.ofNullable(result.getObject(i)).map(StatementRun::shown));
            }
            rows.add(row);
            more = result.next();
        }
        return new StatementResult(columns, rows, more, 0);
    }

    private static Object shown(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth;
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }
}
