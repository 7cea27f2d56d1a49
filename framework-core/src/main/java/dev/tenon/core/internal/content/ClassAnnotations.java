package dev.tenon.core.internal.content;

import java.lang.annotation.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the runtime-visible annotations of a class file. */
public final class ClassAnnotations {

    private ClassAnnotations() {}

    /** Returns the types of the annotations on the class. */
    public static Stream<ClassDesc> types(ClassModel type) {
        return annotations(type).map(java.lang.classfile.Annotation::classSymbol);
    }

    /** Returns the string element of the annotation on the class, or nothing if it is not given. */
    public static Optional<String> stringElement(
            ClassModel type, Class<? extends Annotation> annotation, String element) {
        var descriptor = annotation.describeConstable().orElseThrow();
        return annotations(type)
                .filter(a -> a.classSymbol().equals(descriptor))
                .flatMap(a -> a.elements().stream())
                .filter(e -> e.name().equalsString(element))
                .map(e -> e.value())
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(v -> ((AnnotationValue.OfString) v).stringValue())
                .findFirst();
    }

    private static Stream<java.lang.classfile.Annotation> annotations(ClassModel type) {
        return type
                .findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(a -> a.annotations())
                .orElse(List.of())
                .stream();
    }
}
