package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.SchemaError;
import java.util.List;

/**
 * Collects what is wrong with entities.
 *
 * @param problems where they are added
 */
record EntityFlaws(List<Problem> problems) {

    void add(String className, String cause) {
        add(className, cause, SchemaError.ENTITY_INVALID.remedy());
    }

    private void add(String className, String cause, String remedy) {
        var problem =
                Problem.error(
                        SchemaError.ENTITY_INVALID,
                        "The entity " + className + " cannot be used.",
                        cause,
                        remedy);
        // The key of an entity is read once more for each that refers to it.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void add(Entity entity, Attribute attribute, String rest) {
        add(entity, attribute, rest, SchemaError.ENTITY_INVALID.remedy());
    }

    void add(Entity entity, Attribute attribute, String rest, String remedy) {
        add(entity.className(), "Its attribute " + attribute.name() + " " + rest, remedy);
    }
}
