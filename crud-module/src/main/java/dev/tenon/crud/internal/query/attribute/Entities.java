package dev.tenon.crud.internal.query.attribute;

import dev.tenon.database.mapping.EntityMapping;
import java.util.List;
import java.util.Optional;

/** The entities of a module. Immutable. */
public record Entities(List<EntityMapping> all) {

    public Entities {
        all = List.copyOf(all);
    }

    /** Returns the one that queries call by this name. */
    public Optional<EntityMapping> named(String name) {
        return all.stream().filter(e -> e.entityName().equals(name)).findFirst();
    }

    /** Returns the one of a class. */
    public Optional<EntityMapping> ofClass(String className) {
        return all.stream().filter(e -> e.className().equals(className)).findFirst();
    }

    /** Returns their names. */
    public List<String> names() {
        return all.stream().map(EntityMapping::entityName).toList();
    }
}
