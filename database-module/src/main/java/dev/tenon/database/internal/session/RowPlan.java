package dev.tenon.database.internal.session;

import dev.tenon.database.engine.EngineConnection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one statement become objects of one type.
 *
 * @param labels the columns that it was made for
 * @param schemaVersion the tables that it was made for, see {@link EngineConnection#schemaVersion}
 * @param reader makes the object of the current row; an IllegalArgumentException says that a value
 *     does not fit
 */
record RowPlan(List<String> labels, long schemaVersion, RowReader<@Nullable Object> reader) {

    RowPlan {
        labels = List.copyOf(labels);
    }

    /** Returns the names of the columns. */
    static List<String> labels(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var labels = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i));
        }
        return labels;
    }

    boolean isOf(long version) {
        return version != EngineConnection.UNKNOWN && version == schemaVersion;
    }

    /** Returns whether the columns of the rows are those that it was made for. */
    boolean fits(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        if (columns.getColumnCount() != labels.size()) {
            return false;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).equals(columns.getColumnLabel(i + 1))) {
                return false;
            }
        }
        return true;
    }

    RowPlan at(long version) {
        return new RowPlan(labels, version, reader);
    }
}
