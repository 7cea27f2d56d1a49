package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.ConstraintChange.PrimaryKeyChanged;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyDropped;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The foreign keys that have to go before tables change, and those that are to be there afterwards:
 * servers change no key that another table refers to.
 */
public final class ForeignKeys {

    /** A foreign key of a table. */
    public record Owned(Table table, ForeignKey key) {}

    /** Columns of a table. */
    private record Columns(String table, Set<String> names) {
        Columns(String table, List<String> names) {
            this(table, Set.copyOf(names));
        }
    }

    private final Dialect dialect;
    private final Stage stage;
    private final boolean needIndexes;
    private final Set<Columns> keysGone = new HashSet<>();
    private final Set<Columns> retyped = new HashSet<>();

    /**
     * @param needIndexes whether the engine keeps an index over their columns, and drops none of
     *     those that may serve as one
     */
    public ForeignKeys(Dialect dialect, Stage stage, boolean needIndexes) {
        this.dialect = dialect;
        this.needIndexes = needIndexes;
        this.stage = stage;
        var difference = stage.difference();
        difference
                .changes(PrimaryKeyChanged.class)
                .forEach(c -> keysGone.add(columns(c.table(), c.from())));
        difference
                .changes(UniqueKeyDropped.class)
                .forEach(c -> keysGone.add(columns(c.table(), c.key().columns())));
        difference
                .changes(IndexDropped.class)
                .forEach(c -> keysGone.add(columns(c.table(), c.index().columns())));
        difference
                .changes(ColumnTypeChanged.class)
                .forEach(c -> retyped.add(columns(c.table(), List.of(c.name()))));
    }

    private Columns columns(String table, List<String> names) {
        return new Columns(dialect.folded(table), names.stream().map(dialect::folded).toList());
    }

    /** Returns those that go. */
    public List<Owned> away() {
        var away = new ArrayList<Owned>();
        stage.difference()
                .changes(ForeignKeyDropped.class)
                .forEach(d -> away.add(new Owned(Table.named(d.table()), d.key())));
        for (Table dropped : TableWork.dropped(stage.difference())) {
            dropped.foreignKeys().forEach(k -> away.add(new Owned(dropped, k)));
        }
        away.addAll(inTheWay());
        return away;
    }

    /** Returns those that come, all tables being there; those of new tables among them. */
    public List<Owned> back() {
        var back = new ArrayList<Owned>();
        stage.difference()
                .changes(ForeignKeyAdded.class)
                .forEach(a -> back.add(new Owned(Table.named(a.table()), a.key())));
        TableWork.added(stage.difference())
                .forEach(a ->
                        a.added().foreignKeys().forEach(k -> back.add(new Owned(a.added(), k))));
        back.addAll(inTheWay());
        return back;
    }

    /** Returns those that stay, but hang on something that changes. */
    private List<Owned> inTheWay() {
        var dropped = TableWork.dropped(stage.difference());
        var gone =
                stage.difference().changes(ForeignKeyDropped.class).stream()
                        .map(ForeignKeyDropped::key)
                        .toList();
        var found = new ArrayList<Owned>();
        for (Table table : stage.live().schema().tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!dropped.contains(table) && !gone.contains(key) && isInTheWay(table, key)) {
                    found.add(new Owned(table, key));
                }
            }
        }
        return found;
    }

    private boolean isServedByOneThatGoes(Table table, ForeignKey key) {
        var own = columns(table.name(), key.columns());
        return keysGone.stream()
                .anyMatch(k -> k.table().equals(own.table()) && k.names().containsAll(own.names()));
    }

    private boolean isInTheWay(Table table, ForeignKey key) {
        return keysGone.contains(columns(key.target(), key.targetColumns()))
                || (needIndexes && isServedByOneThatGoes(table, key))
                || key.columns().stream()
                        .anyMatch(c -> retyped.contains(columns(table.name(), List.of(c))))
                || key.targetColumns().stream()
                        .anyMatch(c -> retyped.contains(columns(key.target(), List.of(c))));
    }
}
