package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.error.RepositoryError;
import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.repository.declare.DeclaredMethod;
import dev.tenon.crud.internal.repository.declare.JavaType;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Change;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Writing;
import dev.tenon.crud.internal.repository.plan.ResultShape.Form;
import dev.tenon.database.mapping.EntityMapping;
import jakarta.data.repository.Delete;
import java.util.Optional;

/** Looks at methods that are handed objects to be written. */
record WritingCheck(Entities entities) {

    /** Returns the entity that the only parameter of a method is, or holds several of. */
    Optional<EntityMapping> entity(DeclaredMethod method) {
        return method.parameters().size() == 1 && !isByAttribute(method)
                ? entities.ofClass(written(method.parameters().getFirst().type()).name())
                : Optional.empty();
    }

    /** What is deleted may be told by an attribute that is an entity. */
    private static boolean isByAttribute(DeclaredMethod method) {
        return method.operations().contains(Delete.class.getSimpleName())
                && method.parameters().getFirst().by().isPresent();
    }

    private static JavaType written(JavaType parameter) {
        return Contents.of(parameter).orElse(parameter);
    }

    /** Returns what the method does, or nothing and adds what is wrong. */
    Optional<PlannedMethod> check(Change change, DeclaredMethod method, MethodProblems problems) {
        var entity = entity(method);
        if (entity.isEmpty()) {
            addWrongParameter(change, method, problems);
            return Optional.empty();
        }
        var parameter = method.parameters().getFirst().type();
        var given = form(parameter);
        var result = ResultShape.of(method.returned());
        if (result.form() == Form.NOTHING) {
            return Optional.of(new Writing(change, entity.get().className(), given, result));
        }
        if (change == Change.DELETE) {
            problems.wrongResult("What is deleted is not returned.", "void");
            return Optional.empty();
        }
        if (result.form() != given || !result.element().name().equals(entity.get().className())) {
            problems.wrongResult(
                    "A method that writes returns what it is given, as it is written.",
                    "void",
                    parameter.shown());
            return Optional.empty();
        }
        return Optional.of(new Writing(change, entity.get().className(), given, result));
    }

    private static Form form(JavaType parameter) {
        return parameter.isArray()
                ? Form.ARRAY
                : Contents.isCollection(parameter) ? Form.LIST : Form.ONE;
    }

    private void addWrongParameter(Change change, DeclaredMethod method, MethodProblems problems) {
        var annotation = "@" + annotation(change);
        if (method.parameters().size() != 1) {
            problems.add(
                    RepositoryError.WRONG_PARAMETERS,
                    "has " + annotation + " and " + method.parameters().size() + " parameters.",
                    "It writes what one parameter holds.",
                    "Give it one parameter: an entity, an array or a List of it.");
            return;
        }
        var parameter = method.parameters().getFirst().type();
        var within = entityWithin(parameter);
        if (within.isPresent()) {
            var entity = within.get().shown();
            problems.add(
                    RepositoryError.WRONG_PARAMETERS,
                    "has " + annotation + " and a parameter " + parameter.shown() + ".",
                    "What is written is one object, or all that are in an array or a collection.",
                    "Let the parameter be %1$s, %1$s[] or List<%1$s>.".formatted(entity));
            return;
        }
        var type = written(parameter);
        problems.add(
                RepositoryError.UNKNOWN_ENTITY,
                "writes " + type.shown() + ", which is no entity of the module.",
                "The entities of the module are: " + shownEntities() + ".",
                "Give it one of them, or name "
                        + type.shown()
                        + ".class in @Database(entities = …).");
    }

    /** Returns the entity that a type of another kind holds: {@code Stream<Note>}. */
    private Optional<JavaType> entityWithin(JavaType type) {
        return entities.ofClass(type.name()).isPresent()
                ? Optional.of(type)
                : type.content().flatMap(this::entityWithin);
    }

    private String shownEntities() {
        return entities.all().isEmpty() ? "none" : String.join(", ", entities.names());
    }

    static String annotation(Change change) {
        return switch (change) {
            case INSERT -> "Insert";
            case UPDATE -> "Update";
            case SAVE -> "Save";
            case DELETE -> "Delete";
        };
    }
}
