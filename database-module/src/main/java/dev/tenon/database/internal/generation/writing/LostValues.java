package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.NullabilityChanged;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.Effect;
import dev.tenon.database.internal.generation.writing.Fills.Entry;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What rows get on the way back for values that the way up has lost. */
public final class LostValues {

    /** Where a row refers to one that is lost. */
    public static final String NOTHING = "NULL";

    private final Stage stage;
    private final NeutralValue neutral;
    private final List<Entry> fills = new ArrayList<>();

    private LostValues(Stage stage, Dialect dialect) {
        this.stage = stage;
        this.neutral = new NeutralValue(dialect);
    }

    public static List<Entry> of(Stage stage, Dialect dialect) {
        return new LostValues(stage, dialect).fills();
    }

    private List<Entry> fills() {
        for (Change change : stage.difference().changes()) {
            switch (change) {
                case ColumnAdded added when added.effect() == Effect.DEMANDING ->
                        fill(added.table(), added.column());
                case NullabilityChanged changed when !changed.to().isNullable() ->
                        fill(changed.table(), changed.to());
                case ForeignKeyAdded added when isMadeAnew(added.key().target()) ->
                        leaveOut(added.table(), added.key());
                default -> {}
            }
        }
        return List.copyOf(fills);
    }

    private void fill(String table, Column column) {
        neutral.of(table(table), column)
                .ifPresent(v -> fills.add(new Entry(new Fill(table, column.name(), v), true)));
    }

    /** The table comes back without rows. */
    private boolean isMadeAnew(String table) {
        return TableWork.added(stage.difference()).stream().anyMatch(a -> a.table().equals(table));
    }

    private void leaveOut(String table, ForeignKey key) {
        Predicate<Column> isOfKey = c -> key.columns().contains(c.name());
        table(table).columns().stream()
                .filter(isOfKey.and(Column::isNullable))
                .forEach(c -> fills.add(new Entry(new Fill(table, c.name(), NOTHING), false)));
    }

    private Table table(String name) {
        return stage.goal().schema().table(name).orElseThrow();
    }
}
