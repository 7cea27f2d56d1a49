package dev.tenon.database.mapping;

import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an entity stands in its table. Immutable.
 *
 * @param className the binary name of its class
 * @param entityName the name by which queries call it: {@code @Entity(name = …)}, else the simple
 *     name of the class
 * @param table the name of its table
 * @param attributes its attributes in the order of the class
 */
public record EntityMapping(
        String className, String entityName, String table, List<AttributeMapping> attributes) {

    public EntityMapping {
        attributes = List.copyOf(attributes);
    }

    /**
     * Returns an attribute by its name, or, with dots between the names, one of what is embedded:
     * {@code address.street}.
     */
    public Optional<AttributeMapping> attribute(String path) {
        return find(attributes, path);
    }

    /** Returns the attributes of the key: those that an embedded key consists of by themselves. */
    public List<AttributeMapping> ids() {
        return attributes.stream()
                .filter(AttributeMapping::isId)
                .flatMap(EntityMapping::leaves)
                .toList();
    }

    /** Returns the attribute that counts the changes of a row, if there is one. */
    public Optional<Basic> version() {
        return attributes.stream()
                .flatMap(a -> a instanceof Basic basic ? Stream.of(basic) : Stream.empty())
                .filter(Basic::isVersion)
                .findFirst();
    }

    private static Stream<AttributeMapping> leaves(AttributeMapping attribute) {
        return attribute instanceof Embedded embedded
                ? embedded.attributes().stream().flatMap(EntityMapping::leaves)
                : Stream.of(attribute);
    }

    private static Optional<AttributeMapping> find(List<AttributeMapping> among, String path) {
        int dot = path.indexOf('.');
        var first = dot < 0 ? path : path.substring(0, dot);
        var found = among.stream().filter(a -> a.name().equals(first)).findFirst();
        if (dot < 0) {
            return found;
        }
        return found.filter(Embedded.class::isInstance)
                .map(Embedded.class::cast)
                .flatMap(e -> find(e.attributes(), path.substring(dot + 1)));
    }
}
