package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.internal.introspection.Phrase;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether everything is still there that a schema cannot say. */
final class Others {

    /** What stays the same where an engine puts names into quotation marks. */
    private record Sense(Unmodelled.Kind kind, String table, String name, Phrase sql) {}

    private final Dialect dialect;

    Others(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns what is not as it was, or, on the way back, was not there before. */
    List<Unmodelled> missing(Stage stage, LiveSchema after) {
        var is = senses(after.unmodelled());
        var wanted = stage.goal().unmodelled(stage.live());
        var gone =
                TableWork.dropped(stage.difference()).stream()
                        .map(Table::name)
                        .collect(Collectors.toSet());
        var missing =
                wanted.stream()
                        .filter(u -> !is.contains(sense(u)))
                        .filter(u -> !gone.contains(u.table()) && !isOfDropped(u, stage))
                        .toList();
        if (!missing.isEmpty() || !stage.goal().isBack()) {
            return missing;
        }
        var before = senses(wanted);
        return after.unmodelled().stream().filter(u -> !before.contains(sense(u))).toList();
    }

    /** Returns whether both hold the same of it. */
    boolean areSame(LiveSchema one, LiveSchema other) {
        return senses(one.unmodelled()).equals(senses(other.unmodelled()));
    }

    private static boolean isOfDropped(Unmodelled what, Stage stage) {
        return stage.difference().changes(ColumnDropped.class).stream()
                .anyMatch(d ->
                        d.table().equals(what.table()) && d.column().name().equals(what.name()));
    }

    private Set<Sense> senses(List<Unmodelled> all) {
        var senses = new HashSet<Sense>();
        all.forEach(u -> senses.add(sense(u)));
        return senses;
    }

    private Sense sense(Unmodelled what) {
        return new Sense(
                what.kind(),
                dialect.folded(what.table()),
                dialect.folded(what.name()),
                Phrase.of(what.sql(), dialect));
    }
}
