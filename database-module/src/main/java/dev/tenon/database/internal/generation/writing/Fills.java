package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.difference.ColumnChange.NullabilityChanged;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values for rows that are there, in one direction.
 *
 * @param entries at most one for a column
 */
public record Fills(List<Entry> entries) {

    /**
     * A value.
     *
     * @param fill what it is
     * @param isOnlyEmpty whether rows keep the value that they have, or all of them get this one
     */
    public record Entry(Fill fill, boolean isOnlyEmpty) {}

    public Fills {
        entries = List.copyOf(entries);
    }

    /** Returns what somebody has given. For a column of another type it says how to convert. */
    public static Fills given(List<Fill> fills, SchemaDifference difference) {
        return new Fills(
                fills.stream().map(f -> new Entry(f, isOnlyEmpty(f, difference))).toList());
    }

    private static boolean isOnlyEmpty(Fill fill, SchemaDifference difference) {
        var changes =
                difference.changes().stream()
                        .filter(c -> c.table().equals(fill.table()) && isOf(fill, c))
                        .toList();
        return changes.stream().anyMatch(NullabilityChanged.class::isInstance)
                && changes.stream().noneMatch(ColumnTypeChanged.class::isInstance);
    }

    /** Returns whether a change of its table is one that asks for the value. */
    private static boolean isOf(Fill fill, Change change) {
        return switch (change) {
            case ColumnAdded added -> added.name().equals(fill.column());
            case ColumnTypeChanged changed -> changed.name().equals(fill.column());
            case NullabilityChanged changed ->
                    changed.name().equals(fill.column()) && !changed.to().isNullable();
            case ForeignKeyAdded added -> added.key().columns().contains(fill.column());
            default -> false;
        };
    }

    /** Returns those for columns to which a difference does nothing that asks for a value. */
    public List<String> uselessIn(SchemaDifference difference) {
        return all().stream()
                .filter(f ->
                        difference.changes().stream()
                                .noneMatch(c -> c.table().equals(f.table()) && isOf(f, c)))
                .map(Fill::place)
                .toList();
    }

    public List<Fill> all() {
        return entries.stream().map(Entry::fill).toList();
    }

    public Optional<String> of(String table, String column) {
        return entry(table, column).map(e -> e.fill().expression());
    }

    public Optional<Entry> entry(String table, String column) {
        return entries.stream()
                .filter(e -> e.fill().table().equals(table) && e.fill().column().equals(column))
                .findFirst();
    }

    /** Returns these, and of the others those for columns that have none here. */
    public Fills or(List<Entry> others) {
        var both = new ArrayList<>(entries);
        others.stream()
                .filter(e -> of(e.fill().table(), e.fill().column()).isEmpty())
                .forEach(both::add);
        return new Fills(both);
    }
}
