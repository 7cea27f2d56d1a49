package dev.tenon.database.internal.session;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.ColumnReader;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How rows become objects, and records become parameters. */
record Rows(ValueFormat values, Failures failures, Map<Class<?>, RecordShape> records) {

    Rows(ValueFormat values, Failures failures) {
        this(values, failures, new ConcurrentHashMap<>());
    }

    RecordShape shape(Class<?> type) {
        try {
            return records.computeIfAbsent(type, RecordShape::of);
        } catch (IllegalArgumentException e) {
            throw unmappable(type, Problem.describe(e));
        }
    }

    RowPlan plan(SqlText text, Class<?> type, ResultSet rows, long schemaVersion)
            throws SQLException {
        var known = text.shapes().get(type);
        if (known != null && (!text.star() || known.fits(schemaVersion, rows))) {
            return known;
        }
        var plan =
                type.isRecord()
                        ? ofRecord(text, type, rows, schemaVersion)
                        : ofColumn(text, type, rows);
        text.shapes().put(type, plan);
        return plan;
    }

    private RowPlan ofColumn(SqlText text, Class<?> type, ResultSet rows) throws SQLException {
        var reader = reader(type);
        int columns = rows.getMetaData().getColumnCount();
        if (columns != 1) {
            throw unmappable(
                    type, "It takes one column, and there are " + columns + " in: " + text.sql());
        }
        return new RowPlan.Single(reader);
    }

    private RowPlan ofRecord(SqlText text, Class<?> type, ResultSet rows, long schemaVersion)
            throws SQLException {
        var shape = shape(type);
        var byName = new HashMap<String, Integer>();
        var labels = RowPlan.labels(rows.getMetaData());
        for (int i = 0; i < labels.size(); i++) {
            byName.putIfAbsent(plain(labels.get(i)), i + 1);
        }
        var columns = new int[shape.names().size()];
        var readers = new ColumnReader[columns.length];
        for (int i = 0; i < columns.length; i++) {
            var column = byName.get(plain(shape.name(i)));
            if (column == null) {
                throw unmappable(
                        type,
                        "No column is for the component " + shape.name(i) + " in: " + text.sql());
            }
            columns[i] = column;
            readers[i] = reader(shape.types().get(i));
        }
        return new RowPlan.OfRecord(shape, schemaVersion, labels, columns, readers);
    }

    ColumnReader reader(Class<?> type) {
        try {
            return values.reader(type);
        } catch (IllegalArgumentException e) {
            throw unmappable(type, Problem.describe(e));
        }
    }

    private DatabaseException unmappable(Class<?> type, String cause) {
        return failures.of(
                DatabaseError.UNMAPPABLE, "Rows cannot become " + type.getName() + ".", cause);
    }

    DatabaseException unreadable(SqlText text, IllegalArgumentException e) {
        return failures.of(
                DatabaseError.UNREADABLE,
                "A row of this statement cannot be read: " + text.sql(),
                Problem.describe(e),
                e,
                CommitOutcome.NOT_APPLIED);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
