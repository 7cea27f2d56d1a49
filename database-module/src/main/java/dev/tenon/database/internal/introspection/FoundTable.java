package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.List;

/** One table while it is read. */
final class FoundTable {

    private final String name;
    final List<Column> columns = new ArrayList<>();
    final List<String> primaryKey = new ArrayList<>();
    final List<UniqueKey> uniqueKeys = new ArrayList<>();
    final List<ForeignKey> foreignKeys = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    FoundTable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Keeps what a table of a schema cannot say, once if there is more than one reason to. */
    void keep(Kind kind, String what, String sql) {
        var kept = new Unmodelled(kind, name, what, sql);
        if (!unmodelled.contains(kept)) {
            unmodelled.add(kept);
        }
    }

    /** Returns whether all of them are columns of a schema, of which none is computed. */
    boolean hasColumns(List<String> names) {
        return columns.stream().map(Column::name).toList().containsAll(names);
    }

    List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    Table table() {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, List.of());
    }
}
