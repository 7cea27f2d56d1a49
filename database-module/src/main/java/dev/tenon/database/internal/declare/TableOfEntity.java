package dev.tenon.database.internal.declare;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The table of one entity while its attributes are read. */
final class TableOfEntity {

    private final List<String> key = new ArrayList<>();
    private final List<Table> collections = new ArrayList<>();
    private Table table;

    TableOfEntity(String name, List<String> formerNames) {
        this.table = Table.named(name).renamedFrom(formerNames.toArray(String[]::new));
    }

    void add(Column column, boolean isKey) {
        table = table.columns(column);
        if (isKey) {
            key.add(column.name());
        }
    }

    void add(ForeignKey foreignKey) {
        table = table.foreignKey(foreignKey);
    }

    void add(Check check) {
        table = table.check(check);
    }

    /** Adds the table of a collection. */
    void add(Table collection) {
        collections.add(collection);
    }

    /** Returns the tables of the collections. */
    List<Table> collections() {
        return collections;
    }

    /** Returns the table of the entity itself. */
    Table made() {
        return table.primaryKey(key.toArray(String[]::new));
    }
}
