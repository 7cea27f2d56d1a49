package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.TableChange.TableAdded;
import dev.tenon.database.internal.difference.TableChange.TableDropped;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Compares two schemas on one engine: what is the same to the engine is no difference, and neither
 * is the order of tables and columns, nor the name alone of a constraint. Conditions are the same
 * if they are written in the same way; {@link LiveComparison} asks the engine. Safe for use by many
 * threads.
 */
public final class SchemaComparison {

    private final Dialect dialect;

    /** Compares as the engine of the dialect would. */
    public SchemaComparison(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Returns what has to change for the one to become the other.
     *
     * @param from what there is
     * @param to what there is to be, which tells the former names
     */
    public SchemaDifference compare(Schema from, Schema to) {
        var renaming = new Renaming(dialect, from, to);
        var changes = new ArrayList<Change>();
        for (var pair : renaming.tables().renamed()) {
            changes.add(new TableRenamed(pair.from().name(), pair.to().name()));
        }
        var dropped = renaming.tables().dropped();
        from.inOrderOfDependency().reversed().stream()
                .filter(dropped::contains)
                .forEach(t -> changes.add(new TableDropped(t)));
        for (var pair : renaming.tables().both()) {
            compare(pair.from(), pair.to(), renaming, changes);
        }
        var added = renaming.tables().added();
        to.inOrderOfDependency().stream()
                .filter(added::contains)
                .forEach(t -> changes.add(new TableAdded(t)));
        return new SchemaDifference(
                changes.stream().sorted(Comparator.comparing(ChangeOrder::of)).toList());
    }

    private void compare(Table from, Table to, Renaming renaming, List<Change> changes) {
        var named = renaming.of(from);
        var columns = renaming.columns(from);
        new TableComparison(dialect, columns, named, to, changes).run();
        var renamed = new HashMap<String, String>();
        renaming.renamedColumns(from).forEach((old, now) -> renamed.put(dialect.folded(old), now));
        new ConstraintComparison(
                        dialect,
                        renamed,
                        columns.added(),
                        dialect.asFound(named),
                        dialect.asFound(to),
                        changes)
                .run();
    }
}
