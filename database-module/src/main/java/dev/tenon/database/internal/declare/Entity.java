package dev.tenon.database.internal.declare;

import java.lang.classfile.ClassModel;
import java.util.List;

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
                .or(() -> ClassAnnotation.of(model, Jakarta.ENTITY).flatMap(e -> e.text("name")))
                .orElseGet(() -> ClassNames.snakeCase(ClassNames.simple(className)));
    }

    List<Attribute> attributes() {
        return Attribute.of(model);
    }

    List<Attribute> ids() {
        return attributes().stream().filter(a -> a.has(Jakarta.ID)).toList();
    }
}
