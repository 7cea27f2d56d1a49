package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyDropped;
import dev.tenon.database.internal.introspection.Phrase;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the constraints and indexes of two tables that are the same one. Used once. */
final class ConstraintComparison {

    private final Dialect dialect;
    private final Map<String, String> renamed;
    private final List<Column> added;
    private final Table from;
    private final Table to;
    private final List<Change> changes;

    /**
     * @param renamed the new names of columns by the old ones, as the dialect folds them
     * @param added the columns that are new
     * @param from the table as its engine has it, with the names of the second schema
     * @param to the table of the second schema, as its engine would have it
     * @param changes where they are added
     */
    ConstraintComparison(
            Dialect dialect,
            Map<String, String> renamed,
            List<Column> added,
            Table from,
            Table to,
            List<Change> changes) {
        this.dialect = dialect;
        this.renamed = renamed;
        this.added = added;
        this.from = from;
        this.to = to;
        this.changes = changes;
    }

    void run() {
        var table = to.name();
        var unique =
                new Likeness<>(
                        from.uniqueKeys(),
                        to.uniqueKeys(),
                        UniqueKey::name,
                        (a, b) -> a.columns().equals(b.columns()));
        unique.dropped()
                .forEach(k -> {
                    var reason = unique.replacement(k).map(r -> Reasons.of(k, r)).orElse("");
                    changes.add(new UniqueKeyDropped(table, k, reason));
                });
        unique.added()
                .forEach(k -> changes.add(new UniqueKeyAdded(table, k, effectOver(k.columns()))));
        var foreign =
                new Likeness<>(
                        from.foreignKeys(),
                        to.foreignKeys(),
                        ForeignKey::name,
                        (a, b) -> a.named("").equals(b.named("")));
        foreign.dropped()
                .forEach(k -> {
                    var reason = foreign.replacement(k).map(r -> Reasons.of(k, r)).orElse("");
                    changes.add(new ForeignKeyDropped(table, k, reason));
                });
        foreign.added()
                .forEach(k -> changes.add(new ForeignKeyAdded(table, k, effectOver(k.columns()))));
        var checks =
                new Likeness<>(
                        from.checks(),
                        to.checks(),
                        Check::name,
                        (a, b) -> isSame(a.condition(), b.condition()));
        checks.dropped()
                .forEach(c -> {
                    var reason = checks.replacement(c).map(r -> Reasons.of(c, r)).orElse("");
                    changes.add(new CheckDropped(table, c, reason));
                });
        checks.added().forEach(c -> changes.add(new CheckAdded(table, c)));
        var indexes = new Likeness<>(from.indexes(), to.indexes(), Index::name, this::isSame);
        indexes.dropped()
                .forEach(i -> {
                    var reason = indexes.replacement(i).map(r -> Reasons.of(i, r)).orElse("");
                    changes.add(new IndexDropped(table, i, reason));
                });
        indexes.added().forEach(i -> changes.add(new IndexAdded(table, i)));
    }

    /** Rows that are there have no value in such a column, which meets any key. */
    private Effect effectOver(List<String> columns) {
        return added.stream()
                        .filter(c -> columns.contains(c.name()))
                        .anyMatch(c -> c.isNullable() && c.defaultValue().isEmpty())
                ? Effect.ADDITIVE
                : Effect.DEMANDING;
    }

    private boolean isSame(String found, String declared) {
        return Phrase.of(found, dialect, renamed).equals(Phrase.of(declared, dialect));
    }

    private boolean isSame(Index found, Index declared) {
        return found.parts().equals(declared.parts())
                && found.isUnique() == declared.isUnique()
                && isSame(found.where(), declared.where());
    }

    private boolean isSame(Optional<String> found, Optional<String> declared) {
        if (found.isEmpty() || declared.isEmpty()) {
            return found.isEmpty() == declared.isEmpty();
        }
        return isSame(found.get(), declared.get());
    }
}
