package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ColumnChange;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.NullabilityChanged;
import dev.tenon.database.internal.difference.Effect;
import dev.tenon.database.internal.generation.writing.Fills.Entry;
import dev.tenon.database.schema.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns that have to have a value from now on, in rows that are there already. */
public final class Needs {

    private final Dialect dialect;
    private final Stage stage;

    public Needs(Dialect dialect, Stage stage) {
        this.dialect = dialect;
        this.stage = stage;
    }

    /** Returns the defaults of columns that get one and have to have a value. */
    public List<Entry> defaults() {
        var fills = new ArrayList<Entry>();
        for (NullabilityChanged changed : stage.difference().changes(NullabilityChanged.class)) {
            var to = changed.to();
            if (!to.isNullable()) {
                to.defaultValue()
                        .map(d -> dialect.expression(d, to.type()))
                        .ifPresent(d ->
                                fills.add(
                                        new Entry(new Fill(changed.table(), to.name(), d), true)));
            }
        }
        return fills;
    }

    /** Returns those that nobody gives a value for, as {@code table.column}. */
    public List<String> open() throws SQLException {
        var open = new ArrayList<String>();
        for (Change change : stage.difference().changes()) {
            switch (change) {
                case ColumnAdded added when added.effect() == Effect.DEMANDING ->
                        add(added, added.column(), open);
                case NullabilityChanged changed when !changed.to().isNullable() ->
                        add(changed, changed.to(), open);
                default -> {}
            }
        }
        return open;
    }

    private void add(ColumnChange change, Column column, List<String> open) throws SQLException {
        if (stage.fills().of(change.table(), column.name()).isEmpty() && hasRows(change.table())) {
            open.add(change.table() + "." + column.name());
        }
    }

    private boolean hasRows(String table) throws SQLException {
        try (var statement = stage.connection().createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT 1 FROM " + dialect.quote(table) + " LIMIT 1")) {
            return rows.next();
        }
    }
}
