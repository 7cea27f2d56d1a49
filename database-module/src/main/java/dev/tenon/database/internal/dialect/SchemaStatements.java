package dev.tenon.database.internal.dialect;

import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements that create and drop a schema, in their order. */
final class SchemaStatements {

    private final SqlDialect dialect;
    private final List<Table> tables;
    private final Map<Table, List<ForeignKey>> later = new LinkedHashMap<>();

    SchemaStatements(SqlDialect dialect, Schema schema) {
        this.dialect = dialect;
        this.tables = schema.inOrderOfDependency();
        if (dialect.addsForeignKeysLater()) {
            var created = new HashSet<String>();
            for (Table table : tables) {
                created.add(table.name());
                later.put(
                        table,
                        table.foreignKeys().stream()
                                .filter(k -> !created.contains(k.target()))
                                .toList());
            }
        }
    }

    List<String> create() {
        var statements = new ArrayList<String>();
        for (Table table : tables) {
            var inline = new ArrayList<>(table.foreignKeys());
            inline.removeAll(later.getOrDefault(table, List.of()));
            statements.add(new TableStatement(dialect, table).create(inline));
            table.indexes()
                    .forEach(index ->
                            statements.add(
                                    new IndexStatement(dialect, table.name(), index).create()));
        }
        later.forEach((table, keys) -> keys.forEach(key -> statements.add(add(table, key))));
        return List.copyOf(statements);
    }

    List<String> drop() {
        var statements = new ArrayList<String>();
        later.forEach((table, keys) ->
                keys.forEach(key -> statements.add(dialect.dropForeignKey(table, key.name()))));
        for (Table table : tables.reversed()) {
            statements.add("DROP TABLE " + dialect.quote(table.name()));
        }
        return List.copyOf(statements);
    }

    private String add(Table table, ForeignKey key) {
        return "ALTER TABLE "
                + dialect.quote(table.name())
                + " ADD "
                + new TableStatement(dialect, table).foreignKey(key);
    }
}
