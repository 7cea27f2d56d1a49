package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Wording;
import dev.tenon.database.internal.difference.ColumnChange.DefaultChanged;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a database holds with a schema, and asks the engine whether conditions and defaults
 * that are written in different ways are the same. Belongs to the thread of its connection.
 */
public final class LiveComparison {

    private final SchemaComparison comparison;
    private final Optional<Wording> wording;

    /**
     * Compares on a connection.
     *
     * @param dialect that of the engine
     * @param connection one that may create tables, of which none remains
     */
    public LiveComparison(Dialect dialect, Connection connection) {
        this.comparison = new SchemaComparison(dialect);
        this.wording = dialect.wording(connection);
    }

    /**
     * Returns what has to change for the database to hold what is declared.
     *
     * @param found what it holds, as the dialect has read it
     * @throws SQLException if the engine cannot be asked
     */
    public SchemaDifference compare(Schema found, Schema declared) throws SQLException {
        var difference = comparison.compare(found, declared);
        return wording.isPresent() ? settled(difference, found, wording.get()) : difference;
    }

    private static SchemaDifference settled(
            SchemaDifference difference, Schema found, Wording wording) throws SQLException {
        var rest = new ArrayList<>(difference.changes());
        for (var change : difference.changes(DefaultChanged.class)) {
            if (isSameDefault(change, wording)) {
                rest.remove(change);
            }
        }
        for (var dropped : difference.changes(CheckDropped.class)) {
            var words = new ChangedWords(wording, difference, found, dropped.table());
            for (var added : left(CheckAdded.class, dropped, rest)) {
                if (words.isSame(dropped.check().condition(), added.check().condition())) {
                    rest.removeAll(List.of(dropped, added));
                    break;
                }
            }
        }
        for (var dropped : difference.changes(IndexDropped.class)) {
            var words = new ChangedWords(wording, difference, found, dropped.table());
            for (var added : left(IndexAdded.class, dropped, rest)) {
                if (isSame(dropped.index(), added.index(), words)) {
                    rest.removeAll(List.of(dropped, added));
                    break;
                }
            }
        }
        var settled = List.copyOf(rest);
        rest.replaceAll(change -> withoutReason(change, settled));
        return new SchemaDifference(rest);
    }

    /** Returns what is added to the table of something that is dropped. */
    private static <C extends ConstraintChange> List<C> left(
            Class<C> kind, ConstraintChange dropped, List<Change> changes) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(c -> c.table().equals(dropped.table()))
                .toList();
    }

    /** What would have taken its place may have turned out to be there under another name. */
    private static Change withoutReason(Change change, List<Change> changes) {
        return switch (change) {
            case CheckDropped dropped
                    when left(CheckAdded.class, dropped, changes).stream()
                            .map(c -> c.check().name())
                            .noneMatch(dropped.check().name()::equalsIgnoreCase) ->
                    new CheckDropped(dropped.table(), dropped.check(), "");
            case IndexDropped dropped
                    when left(IndexAdded.class, dropped, changes).stream()
                            .map(c -> c.index().name())
                            .noneMatch(dropped.index().name()::equalsIgnoreCase) ->
                    new IndexDropped(dropped.table(), dropped.index(), "");
            default -> change;
        };
    }

    private static boolean isSame(Index found, Index declared, ChangedWords words)
            throws SQLException {
        return found.parts().equals(declared.parts())
                && found.isUnique() == declared.isUnique()
                && found.where().isPresent()
                && declared.where().isPresent()
                && words.isSame(found.where().get(), declared.where().get());
    }

    private static boolean isSameDefault(DefaultChanged change, Wording wording)
            throws SQLException {
        if (change.from().defaultValue().isEmpty() || change.to().defaultValue().isEmpty()) {
            return false;
        }
        var to = change.to();
        var found =
                wording.defaultValue(
                        Column.of(to.name(), to.type())
                                .withDefault(change.from().defaultValue().get()));
        return found.isPresent() && found.equals(wording.defaultValue(to));
    }
}
