package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Wording;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares conditions of one table in the words of the engine, over its columns as they are. */
final class ChangedWords {

    private final Wording wording;
    private final List<Column> before;
    private final List<Column> after = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();

    ChangedWords(Wording wording, SchemaDifference difference, Schema found, String table) {
        this.wording = wording;
        difference.changes(ColumnRenamed.class).stream()
                .filter(c -> c.table().equals(table))
                .forEach(c -> renamed.put(c.from(), c.name()));
        var former =
                difference.changes(TableRenamed.class).stream()
                        .filter(c -> c.table().equals(table))
                        .map(TableRenamed::from)
                        .findFirst()
                        .orElse(table);
        before = columns(found, former);
        before.forEach(
                c -> after.add(Column.of(renamed.getOrDefault(c.name(), c.name()), c.type())));
        difference.changes(ColumnAdded.class).stream()
                .filter(c -> c.table().equals(table))
                .forEach(c -> after.add(c.column()));
    }

    private static List<Column> columns(Schema found, String table) {
        return found.table(table)
                .or(() ->
                        found.tables().stream()
                                .filter(t -> t.name().equalsIgnoreCase(table))
                                .findFirst())
                .map(Table::columns)
                .orElse(List.of());
    }

    /**
     * An engine does not always take its own words as it gives them, so both are also compared
     * after it had them twice.
     */
    boolean isSame(String found, String declared) throws SQLException {
        var once = wording.condition(after, Map.of(), declared);
        if (once.isEmpty()) {
            return false;
        }
        if (renamed.isEmpty() && once.get().equals(found)) {
            return true;
        }
        var again = wording.condition(before, renamed, found);
        return again.isPresent() && (again.equals(once) || again.equals(twice(once.get())));
    }

    private Optional<String> twice(String condition) throws SQLException {
        return wording.condition(after, Map.of(), condition);
    }
}
