package dev.tenon.crud.internal.service;

import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.entity.EntityAccess;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of attributes in the columns of one entity.
 *
 * @param entities those of the module
 * @param access the entity
 */
record EntityValues(Entities entities, EntityAccess access) {

    /** Returns the attribute of each column, by its path. */
    Map<String, String> attributes() {
        var paths = new LinkedHashMap<String, String>();
        collect(access.mapping().attributes(), "", paths);
        return paths;
    }

    private static void collect(
            List<AttributeMapping> attributes, String prefix, Map<String, String> paths) {
        for (AttributeMapping attribute : attributes) {
            var path = prefix + attribute.name();
            switch (attribute) {
                case Basic basic -> paths.put(basic.column(), path);
                case Reference reference -> paths.put(reference.column(), path);
                case Embedded embedded -> collect(embedded.attributes(), path + ".", paths);
                case Elements _ -> {}
            }
        }
    }

    /**
     * Returns what an object has for the columns of a new row, without those that are filled in.
     */
    Map<String, @Nullable Object> of(Object object) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        attributes()
                .forEach((column, path) -> {
                    var attribute = access.mapping().attribute(path).orElseThrow();
                    var value = stored(attribute, access.value(object, path));
                    if (!isFilledIn(attribute, value)) {
                        values.put(column, value);
                    } else if (attribute instanceof Basic basic
                            && basic.generation() == Generation.UUID) {
                        // Stands for the one that is made when the row is inserted.
                        values.put(column, new UUID(0, 0));
                    }
                });
        return values;
    }

    private static boolean isFilledIn(AttributeMapping attribute, @Nullable Object value) {
        return attribute instanceof Basic basic
                && (basic.isVersion()
                        || (basic.generation() != Generation.NONE
                                && (value == null
                                        || (value instanceof Number number
                                                && number.longValue() == 0))));
    }

    /** Returns a value of an attribute as the column has it. */
    @Nullable Object stored(AttributeMapping attribute, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> stored(attribute, optional.orElse(null));
            case Enum<?> constant
                    when attribute instanceof Basic basic && basic.enumForm() == EnumForm.ORDINAL ->
                    List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant);
            case Object other
                    when attribute instanceof Reference reference && !reference.isKeyAlone() ->
                    entities.find(other.getClass()).map(e -> e.key(other)).orElse(other);
            default -> value;
        };
    }

    /**
     * Returns the values of a key by their columns.
     *
     * @param id the value of the key attribute
     */
    Map<String, Object> key(Object id) {
        var values = new LinkedHashMap<String, Object>();
        for (AttributeMapping attribute : access.mapping().attributes()) {
            if (!attribute.isId()) {
                continue;
            }
            switch (attribute) {
                case Embedded embedded -> {
                    var paths = new LinkedHashMap<String, String>();
                    collect(embedded.attributes(), "", paths);
                    paths.forEach((column, path) -> {
                        var value = entities.embeddedValue(id, path);
                        if (value != null) {
                            values.put(column, value);
                        }
                    });
                }
                case Basic basic -> values.put(basic.column(), id);
                case Reference reference -> values.put(reference.column(), id);
                case Elements _ -> {}
            }
        }
        return values;
    }
}
