package dev.tenon.crud.internal.table;

import dev.tenon.crud.internal.setting.CrudSettings.Marks;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tables of a database are not served as others are.
 *
 * @param hidden those that are treated as if they were not there
 * @param readOnly those that are not changed; {@link #ALL} among them stands for all
 */
public record TableMarks(Set<String> hidden, Set<String> readOnly) {

    /** Nothing is marked. */
    public static final TableMarks NONE = new TableMarks(Set.of(), Set.of());

    /** What stands for all tables. */
    public static final String ALL = "*";

    public TableMarks {
        hidden = Set.copyOf(hidden);
        readOnly = Set.copyOf(readOnly);
    }

    /** Returns those of the settings. */
    public static TableMarks of(Marks marks) {
        return new TableMarks(marks.hidden(), marks.readOnly());
    }

    /** Returns what either of the two marks. */
    public TableMarks and(TableMarks others) {
        return new TableMarks(union(hidden, others.hidden), union(readOnly, others.readOnly));
    }

    /** Returns whether nothing is marked. */
    public boolean isEmpty() {
        return hidden.isEmpty() && readOnly.isEmpty();
    }

    /** Returns the names that are marked, sorted. */
    public Set<String> names() {
        var names = new TreeSet<>(readOnly);
        names.remove(ALL);
        names.addAll(hidden);
        return names;
    }

    boolean hides(String table) {
        return hidden.contains(table);
    }

    boolean isReadOnly(String table) {
        return readOnly.contains(ALL) || readOnly.contains(table);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
