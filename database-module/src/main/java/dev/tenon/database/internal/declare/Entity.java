package dev.tenon.database.internal.declare;

import java.lang.classfile.ClassModel;
import java.util.List;
import java.util.Optional;

/**
 * The class of an entity.
 *
 * @param className its binary name
 * @param model its class file
 * @param isNullMarked whether what does not say otherwise has a value
 */
record Entity(String className, ClassModel model, boolean isNullMarked) {

    /** Returns the name of its table. */
    String table() {
        return ClassAnnotation.of(model, Jakarta.TABLE)
                .flatMap(t -> t.text("name"))
                .orElseGet(this::plainTable);
    }

    /** Returns the name that its table has unless {@code @Table} says otherwise. */
    String plainTable() {
        return givenName().orElseGet(() -> ClassNames.snakeCase(ClassNames.simple(className)));
    }

    /** Returns the name by which queries call it. */
    String name() {
        return givenName().orElseGet(() -> ClassNames.simple(className));
    }

    private Optional<String> givenName() {
        return ClassAnnotation.of(model, Jakarta.ENTITY).flatMap(e -> e.text("name"));
    }

    List<Attribute> attributes() {
        return Attribute.of(model);
    }

    List<Attribute> ids() {
        return attributes().stream().filter(a -> a.has(Jakarta.ID)).toList();
    }
}
