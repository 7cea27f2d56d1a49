package dev.tenon.database.internal.generation.sqlite;

import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.generation.writing.Mentions;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The views, triggers and unusual indexes that have to go before tables change and to come back
 * afterwards. SQLite reads all views and triggers whenever a table is renamed, and fails if one
 * leads nowhere at that moment.
 */
final class SqliteObjects {

    private final SqliteDialect dialect;
    private final List<Unmodelled> there;
    private final List<Unmodelled> wanted;
    private final Set<String> gone;
    private final List<Unmodelled> away;

    /**
     * @param changed the names of the tables that are made anew or dropped
     * @param gone those of them that are dropped
     */
    SqliteObjects(SqliteDialect dialect, Stage stage, Set<String> changed, Set<String> gone) {
        this.dialect = dialect;
        this.gone = gone;
        this.there = movable(stage.live().unmodelled());
        this.wanted = movable(stage.goal().unmodelled(stage.live()));
        var touched = new Mentions(dialect).dependents(there, changed);
        this.away = there.stream().filter(o -> touched.contains(o) || !wanted.contains(o)).toList();
    }

    private static List<Unmodelled> movable(List<Unmodelled> objects) {
        return Stream.of(Kind.INDEX, Kind.VIEW, Kind.TRIGGER)
                .flatMap(kind -> objects.stream().filter(o -> o.kind() == kind))
                .toList();
    }

    List<String> drop() {
        return away.reversed().stream()
                .map(o -> "DROP " + word(o) + " " + dialect.quote(o.name()))
                .toList();
    }

    List<String> create() {
        var statements = new ArrayList<String>();
        for (Unmodelled object : wanted) {
            boolean isLost = !object.table().isEmpty() && gone.contains(object.table());
            if (!isLost && (away.contains(object) || !there.contains(object))) {
                statements.add(SqliteTexts.bare(object.sql(), dialect));
            }
        }
        return statements;
    }

    private static String word(Unmodelled object) {
        return switch (object.kind()) {
            case INDEX -> "INDEX";
            case VIEW -> "VIEW";
            default -> "TRIGGER";
        };
    }
}
