package dev.tenon.database.internal.difference;

import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.difference.ColumnChange.DefaultChanged;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyDropped;
import dev.tenon.database.internal.difference.TableChange.TableDropped;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Native;
import java.util.List;

/**
 * How the tables of a database are not what their module declares.
 *
 * @param needed what would have to change for code that relies on the declaration
 * @param extra what is there besides and does not disturb it, or cannot be compared
 */
public record Drift(List<Change> needed, List<Change> extra) {

    /** No difference. */
    public static final Drift NONE = new Drift(List.of(), List.of());

    public Drift {
        needed = List.copyOf(needed);
        extra = List.copyOf(extra);
    }

    /** Returns that of tables from which the difference leads to the declaration. */
    public static Drift of(SchemaDifference difference) {
        return new Drift(
                difference.changes().stream().filter(c -> !isExtra(c)).toList(),
                difference.changes().stream().filter(Drift::isExtra).toList());
    }

    private static boolean isExtra(Change change) {
        return switch (change) {
            case TableDropped _ -> true;
            case UniqueKeyDropped _, ForeignKeyDropped _, CheckDropped _, IndexDropped _ -> true;
            case ColumnDropped(_, var column) -> isOptional(column);
            // Rows that are there got it when a migration added the column.
            case DefaultChanged(_, _, var to) -> to.defaultValue().isEmpty();
            // A type that only the engine knows may be a good home for the values.
            case ColumnTypeChanged(_, var from, _) -> from.type() instanceof Native;
            default -> false;
        };
    }

    /** Whether a row can be written without it. */
    private static boolean isOptional(Column column) {
        return column.isNullable() || column.isGenerated() || column.defaultValue().isPresent();
    }
}
