package dev.tenon.database.internal.declare;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.Optional;

/**
 * Tells where types have a value unless they say otherwise: within {@code @NullMarked}, as JSpecify
 * has it, of a class, those round it, its package or its module.
 *
 * @param classes the class files of the module
 */
record NullMarks(ClassFiles classes) {

    boolean holdFor(String className) throws IOException {
        for (var place = className; ; place = enclosing(place)) {
            var mark = classes.find(place).flatMap(NullMarks::mark);
            if (mark.isPresent()) {
                return mark.get();
            }
            if (place.equals("module-info")) {
                return false;
            }
        }
    }

    private static Optional<Boolean> mark(ClassModel model) {
        if (ClassAnnotation.isOn(model, Jakarta.NULL_MARKED)) {
            return Optional.of(true);
        }
        return ClassAnnotation.isOn(model, Jakarta.NULL_UNMARKED)
                ? Optional.of(false)
                : Optional.empty();
    }

    private static String enclosing(String place) {
        int dot = place.lastIndexOf('.');
        int dollar = place.lastIndexOf('$');
        if (dollar > dot + 1) {
            return place.substring(0, dollar);
        }
        return place.endsWith(".package-info") || dot < 0
                ? "module-info"
                : place.substring(0, dot) + ".package-info";
    }
}
