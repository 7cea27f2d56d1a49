package dev.tenon.crud.internal.validation;

import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Tells annotations that are constraints from others. */
final class ConstraintMarks {

    private ConstraintMarks() {}

    /** Returns whether there is a constraint; several of one kind stand in one that holds them. */
    static boolean areOn(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(a -> isConstraint(a) || holdsConstraints(a));
    }

    private static boolean isConstraint(Class<?> annotation) {
        return annotation.isAnnotationPresent(Constraint.class);
    }

    private static boolean holdsConstraints(Class<?> annotation) {
        return Arrays.stream(annotation.getDeclaredMethods())
                .filter(m -> m.getName().equals("value"))
                .map(Method::getReturnType)
                .anyMatch(t -> t.isArray() && isConstraint(t.getComponentType()));
    }
}
