package dev.tenon.crud.internal.condition;

import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.database.engine.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition of a table that is understood. Immutable. */
public final class TableCheck {

    private static final String MARIADB = "MariaDB/MySQL";

    private final String text;
    private final Condition condition;
    private final Set<String> columns;

    TableCheck(String text, Condition condition, Set<String> columns) {
        this.text = text;
        this.condition = condition;
        this.columns = Set.copyOf(columns);
    }

    /** Returns those of a table, as far as they are understood. */
    public static List<TableCheck> of(KnownTable table, Dialect dialect) {
        boolean isOverTexts = !dialect.name().equals(MARIADB);
        return table.table().checks().stream()
                .flatMap(c -> ConditionParser.parse(c.condition(), table, isOverTexts).stream())
                .toList();
    }

    /** Returns the condition in the words of the engine. */
    public String text() {
        return text;
    }

    /** Returns the columns that it is about. */
    public Set<String> columns() {
        return columns;
    }

    /**
     * Returns whether the row surely breaks it.
     *
     * @param row values of the columns, null for NULL; if one is missing, nothing is sure
     */
    public boolean isBrokenBy(Map<String, @Nullable Object> row) {
        return row.keySet().containsAll(columns) && !new Evaluation(row).of(condition).orElse(true);
    }
}
