package dev.tenon.crud.internal.query.attribute;

import dev.tenon.crud.internal.query.attribute.FoundAttribute.Hop;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What queries can call the attributes of one entity. Entities that it refers to belong to it, and
 * those that they refer to, as far as two steps.
 */
public final class Attributes {

    private static final int MOST_HOPS = 2;

    private final EntityMapping entity;
    private final Entities entities;
    private final List<FoundAttribute> all = new ArrayList<>();

    /** Makes those of one of the entities. */
    public Attributes(EntityMapping entity, Entities entities) {
        this.entity = entity;
        this.entities = entities;
        add(entity.attributes(), "", List.of());
    }

    /** Returns the entity. */
    public EntityMapping entity() {
        return entity;
    }

    /** Returns the paths of all of them. */
    public List<String> paths() {
        return all.stream().map(FoundAttribute::path).toList();
    }

    /**
     * Returns the one of a path with dots, or with underscores, as parameters have it. {@code id}
     * is the key, whatever its name, unless an attribute has that name.
     */
    public Optional<FoundAttribute> at(String path) {
        return all.stream()
                .filter(a -> a.path().equals(path))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(a -> a.path().replace('.', '_').equals(path))
                                .findFirst())
                .or(() -> path.equals("id") ? key() : Optional.empty());
    }

    /**
     * Returns the one that the name of a method calls so: in any case, and with underscores or
     * nothing between the parts of its path.
     */
    public Optional<FoundAttribute> called(String name) {
        return ofPath(name, ".")
                .or(() -> ofPath(name, "_"))
                .or(() -> ofPath(name, ""))
                .or(() -> name.equalsIgnoreCase("id") ? key() : Optional.empty());
    }

    /** Returns the key, unless several attributes are the key. */
    public Optional<FoundAttribute> key() {
        var keys = entity.attributes().stream().filter(AttributeMapping::isId).toList();
        return keys.size() == 1
                ? Optional.of(
                        new FoundAttribute(keys.getFirst().name(), List.of(), keys.getFirst()))
                : Optional.empty();
    }

    /** Returns what counts the changes of a row. */
    public Optional<FoundAttribute> version() {
        return entity.version().map(v -> new FoundAttribute(v.name(), List.of(), v));
    }

    private Optional<FoundAttribute> ofPath(String name, String delimiter) {
        return all.stream()
                .filter(a -> a.path().replace(".", delimiter).equalsIgnoreCase(name))
                .findFirst();
    }

    private void add(List<AttributeMapping> attributes, String prefix, List<Hop> hops) {
        for (var attribute : attributes) {
            var path = prefix + attribute.name();
            all.add(new FoundAttribute(path, hops, attribute));
            switch (attribute) {
                case Basic _, Elements _ -> {}
                case Embedded embedded -> add(embedded.attributes(), path + ".", hops);
                case Reference reference -> addTarget(reference, path + ".", hops);
            }
        }
    }

    private void addTarget(Reference reference, String prefix, List<Hop> hops) {
        var target = entities.ofClass(reference.target());
        if (reference.isKeyAlone() || hops.size() == MOST_HOPS || target.isEmpty()) {
            return;
        }
        var ids = target.get().ids();
        if (ids.size() == 1 && ids.getFirst() instanceof Basic key) {
            all.add(new FoundAttribute(prefix + key.name(), hops, at(reference.column(), key)));
            var further = new ArrayList<>(hops);
            further.add(new Hop(reference.column(), target.get(), key.column()));
            var others = target.get().attributes().stream().filter(a -> !a.equals(key)).toList();
            add(others, prefix, further);
        }
    }

    /** Returns the key of an entity as it stands in a row that refers to it. */
    private static Basic at(String column, Basic key) {
        return new Basic(
                key.name(),
                key.type(),
                key.isOptional(),
                column,
                false,
                false,
                Generation.NONE,
                key.enumForm());
    }
}
