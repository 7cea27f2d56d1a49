package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which tables and columns of two schemas are the same, and what they are called in the second. */
final class Renaming {

    private final Pairs<Table> tables;
    private final Map<String, Pairs<Column>> columnsByFormerTable = new HashMap<>();

    Renaming(Dialect dialect, Schema from, Schema to) {
        tables =
                new Pairs<>(
                        from.tables(),
                        to.tables(),
                        Table::name,
                        Table::formerNames,
                        dialect::folded);
        for (var pair : tables.both()) {
            columnsByFormerTable.put(
                    pair.from().name(),
                    new Pairs<>(
                            pair.from().columns(),
                            pair.to().columns(),
                            Column::name,
                            Column::formerNames,
                            dialect::folded));
        }
    }

    Pairs<Table> tables() {
        return tables;
    }

    /** Returns the columns of a table that both schemas have. */
    Pairs<Column> columns(Table from) {
        return columns(from.name()).orElseThrow();
    }

    private Optional<Pairs<Column>> columns(String formerTable) {
        return Optional.ofNullable(columnsByFormerTable.get(formerTable));
    }

    /** Returns the new names of columns by their old ones, as far as they are others. */
    Map<String, String> renamedColumns(Table from) {
        return columns(from).renamed().stream()
                .collect(
                        Collectors.toMap(
                                p -> p.from().name(),
                                p -> p.to().name(),
                                (a, _) -> a,
                                LinkedHashMap::new));
    }

    /** Returns a table of the first schema with the names of the second. Conditions stay. */
    Table of(Table from) {
        return new Table(
                tables.newName(from.name()),
                from.columns().stream().map(c -> renamed(c, from.name())).toList(),
                names(from.primaryKey(), from.name()),
                from.uniqueKeys().stream()
                        .map(k -> new UniqueKey(k.name(), names(k.columns(), from.name())))
                        .toList(),
                from.foreignKeys().stream().map(k -> renamed(k, from.name())).toList(),
                from.checks(),
                from.indexes().stream().map(i -> renamed(i, from.name())).toList(),
                List.of());
    }

    private String name(String column, String formerTable) {
        return columns(formerTable).map(c -> c.newName(column)).orElse(column);
    }

    private List<String> names(List<String> columns, String formerTable) {
        return columns.stream().map(c -> name(c, formerTable)).toList();
    }

    private Column renamed(Column column, String formerTable) {
        return new Column(
                name(column.name(), formerTable),
                column.type(),
                column.isNullable(),
                column.defaultValue(),
                column.isUnique(),
                column.isGenerated(),
                List.of());
    }

    private ForeignKey renamed(ForeignKey key, String formerTable) {
        return new ForeignKey(
                key.name(),
                names(key.columns(), formerTable),
                tables.newName(key.target()),
                names(key.targetColumns(), key.target()),
                key.onDelete(),
                key.onUpdate(),
                key.isDeferred());
    }

    private Index renamed(Index index, String formerTable) {
        return new Index(
                index.name(),
                index.parts().stream()
                        .map(p -> new Index.Part(name(p.column(), formerTable), p.isDescending()))
                        .toList(),
                index.isUnique(),
                index.where());
    }
}
