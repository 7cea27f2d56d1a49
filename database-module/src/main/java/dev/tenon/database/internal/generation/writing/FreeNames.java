package dev.tenon.database.internal.generation.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyDropped;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.difference.TableChange.TableAdded;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives keys, checks and indexes that are added another name where the one that the model gives
 * them is still that of something else: what stays keeps its name, though the model may call it
 * differently by now.
 */
public final class FreeNames {

    /** The shortest limit of all engines, in bytes, less what is added. */
    private static final int LENGTH = 58;

    private final Dialect dialect;
    private final Set<String> taken = new HashSet<>();

    private FreeNames(Dialect dialect) {
        this.dialect = dialect;
    }

    public static SchemaDifference of(
            LiveSchema live, SchemaDifference difference, Dialect dialect) {
        var names = new FreeNames(dialect);
        live.schema().tables().forEach(names::take);
        live.unmodelled().stream().map(Unmodelled::name).forEach(names::take);
        TableWork.dropped(difference).forEach(names::leave);
        difference.changes().forEach(names::leave);
        return new SchemaDifference(difference.changes().stream().map(names::free).toList());
    }

    private void take(String name) {
        taken.add(dialect.folded(name));
    }

    private void leave(String name) {
        taken.remove(dialect.folded(name));
    }

    private void take(Table table) {
        take(table.name());
        table.uniqueKeys().forEach(k -> take(k.name()));
        table.foreignKeys().forEach(k -> take(k.name()));
        table.checks().forEach(c -> take(c.name()));
        table.indexes().forEach(i -> take(i.name()));
    }

    private void leave(Table table) {
        leave(table.name());
        table.uniqueKeys().forEach(k -> leave(k.name()));
        table.foreignKeys().forEach(k -> leave(k.name()));
        table.checks().forEach(c -> leave(c.name()));
        table.indexes().forEach(i -> leave(i.name()));
    }

    private void leave(Change change) {
        switch (change) {
            case UniqueKeyDropped gone -> leave(gone.key().name());
            case ForeignKeyDropped gone -> leave(gone.key().name());
            case CheckDropped gone -> leave(gone.check().name());
            case IndexDropped gone -> leave(gone.index().name());
            default -> {}
        }
    }

    private Change free(Change change) {
        return switch (change) {
            case UniqueKeyAdded(var table, var key, var effect) ->
                    new UniqueKeyAdded(table, free(key), effect);
            case ForeignKeyAdded(var table, var key, var effect) ->
                    new ForeignKeyAdded(table, key.named(free(key.name())), effect);
            case CheckAdded(var table, var check) -> new CheckAdded(table, free(check));
            case IndexAdded(var table, var index) ->
                    new IndexAdded(table, index.named(free(index.name())));
            case TableAdded(var table) -> new TableAdded(free(table));
            default -> change;
        };
    }

    private Table free(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys().stream().map(this::free).toList(),
                table.foreignKeys().stream().map(k -> k.named(free(k.name()))).toList(),
                table.checks().stream().map(this::free).toList(),
                table.indexes().stream().map(i -> i.named(free(i.name()))).toList(),
                table.formerNames());
    }

    private UniqueKey free(UniqueKey key) {
        return new UniqueKey(free(key.name()), key.columns());
    }

    private Check free(Check check) {
        return new Check(free(check.name()), check.condition());
    }

    private String free(String name) {
        var free = name;
        for (int i = 2; !name.isEmpty() && !taken.add(dialect.folded(free)); i++) {
            free = shortened(name) + "_" + i;
        }
        return free;
    }

    private static String shortened(String name) {
        var text = new StringBuilder();
        name.codePoints()
                .takeWhile(c -> (text + Character.toString(c)).getBytes(UTF_8).length <= LENGTH)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
