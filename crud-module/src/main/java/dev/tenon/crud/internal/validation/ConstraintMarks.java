package dev.tenon.crud.internal.validation;

import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;

/** Tells annotations that are constraints from others. */
final class ConstraintMarks {

    private ConstraintMarks() {}

    /** Returns whether there is a constraint; several of one kind stand in one that holds them. */
    static boolean areOn(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(a -> a.getName().endsWith("$List") ? a.getEnclosingClass() : a)
                .anyMatch(a -> a != null && a.isAnnotationPresent(Constraint.class));
    }
}
