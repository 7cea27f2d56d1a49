package dev.tenon.crud.internal.query.attribute;

import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.EntityMapping;
import java.util.List;

/**
 * An attribute of the entity that is queried, of what is embedded in it, or of an entity that it
 * refers to.
 *
 * @param path its name with those of what it is in, with dots between them
 * @param hops how to get to the row that holds it; empty if that is the row itself
 * @param mapping where it stands
 */
public record FoundAttribute(String path, List<Hop> hops, AttributeMapping mapping) {

    /**
     * From a row to the one that it refers to.
     *
     * @param column the column that holds the key of the other row
     * @param target the entity of the other row
     * @param key the column of the other row that is meant
     */
    public record Hop(String column, EntityMapping target, String key) {}

    public FoundAttribute {
        hops = List.copyOf(hops);
    }
}
