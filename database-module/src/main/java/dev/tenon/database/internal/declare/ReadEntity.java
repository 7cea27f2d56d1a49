package dev.tenon.database.internal.declare;

import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.schema.Table;
import java.util.List;

/**
 * An entity as it was read.
 *
 * @param mapping how it stands in its table
 * @param table its table
 * @param collections the tables of its collections
 */
record ReadEntity(EntityMapping mapping, Table table, List<Table> collections) {

    ReadEntity {
        collections = List.copyOf(collections);
    }
}
