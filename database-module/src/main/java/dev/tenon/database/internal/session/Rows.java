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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
        var known = text.plans().get(type);
        if (known != null && known.isOf(schemaVersion)) {
            return known;
        }
        if (known != null && known.fits(rows)) {
            if (known.schemaVersion() != schemaVersion) {
                text.plans().put(type, known.at(schemaVersion));
            }
            return known;
        }
        var plan = plan(text, type, RowPlan.labels(rows), schemaVersion);
        text.plans().put(type, plan);
        return plan;
    }

    private RowPlan plan(SqlText text, Class<?> type, List<String> labels, long schemaVersion) {
        return new RowPlan(
                labels,
                schemaVersion,
                type.isRecord() ? ofRecord(text, type, labels) : ofColumn(text, type, labels));
    }

    private RowReader<@Nullable Object> ofColumn(SqlText text, Class<?> type, List<String> labels) {
        var reader = reader(type);
        if (labels.size() != 1) {
            throw unmappable(
                    type,
                    "It takes one column, and there are "
                            + labels.size()
                            + " in: "
                            + text.sql()
                            + ".");
        }
        return row -> reader.read(row, 1);
    }

    private RowReader<@Nullable Object> ofRecord(SqlText text, Class<?> type, List<String> labels) {
        var shape = shape(type);
        var byName = new HashMap<String, Integer>();
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
                        "No column is for the component "
                                + shape.name(i)
                                + " in: "
                                + text.sql()
                                + ".");
            }
            columns[i] = column;
            readers[i] = reader(shape.types().get(i));
        }
        return new RecordReader(shape, columns, readers);
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
                "A row of this statement cannot be read: " + text.sql() + ".",
                Problem.describe(e),
                e,
                CommitOutcome.NOT_APPLIED);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
