package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.checked.CheckedQuery.NewValue;
import dev.tenon.crud.internal.query.checked.Scalar.Column;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Statement.Assignment;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the new values of attributes. */
record Assignments(Paths paths, Scalars scalars, Parts parts, Flaws flaws) {

    /** Returns the new values of columns, as far as they make sense. */
    List<NewValue> of(List<Assignment> assignments) {
        var values = new ArrayList<NewValue>();
        for (var assignment : assignments) {
            paths.expect(assignment.attribute())
                    .filter(found -> canChange(found, assignment))
                    .ifPresent(found -> values.addAll(values(found, assignment)));
        }
        return values;
    }

    private List<NewValue> values(FoundAttribute attribute, Assignment assignment) {
        if (attribute.mapping() instanceof Embedded) {
            return parts.assigned(attribute, assignment.value());
        }
        var column = paths.column(attribute, assignment.attribute().span());
        if (column.isEmpty()) {
            return List.of();
        }
        var name = column.get().name();
        if (assignment.value().isEmpty()) {
            checkNull(attribute, assignment);
            return List.of(new NewValue(name, Optional.empty()));
        }
        return value(column.get(), assignment).stream().toList();
    }

    private Optional<NewValue> value(Column column, Assignment assignment) {
        var expression = assignment.value().orElseThrow();
        var value = scalars.of(expression, column.type());
        if (value.isPresent() && !column.type().takes(value.get().type())) {
            flaws.add(
                    expression.span(),
                    "A value of the type %s is stored as one of the type %s"
                            .formatted(value.get().type().shown(), column.type().shown()),
                    "Part of it would be lost.",
                    "Give the attribute a value of its own type.");
            return Optional.empty();
        }
        return value.map(v -> new NewValue(column.name(), Optional.of(v)));
    }

    private void checkNull(FoundAttribute attribute, Assignment assignment) {
        // Only primitive types have names of one letter.
        if (attribute.mapping() instanceof Basic basic && basic.type().length() == 1) {
            flaws.add(
                    assignment.attribute().span(),
                    "The attribute '" + attribute.path() + "' is set to NULL",
                    "Its type is primitive, and has no value for it.",
                    "Set it to another value.");
        }
    }

    private boolean canChange(FoundAttribute attribute, Assignment assignment) {
        if (attribute.mapping().isId()) {
            flaws.add(
                    assignment.attribute().span(),
                    "The key '" + attribute.path() + "' is set",
                    "The key of a row does not change.",
                    "Leave it out; insert a row with the new key and delete the old one.");
            return false;
        }
        if (!attribute.hops().isEmpty()) {
            flaws.add(
                    assignment.attribute().span(),
                    "The attribute '" + attribute.path() + "' is set",
                    "It stands in another table, and an update changes one.",
                    "Update the entity "
                            + attribute.hops().getLast().target().entityName()
                            + " instead.");
            return false;
        }
        return true;
    }
}
