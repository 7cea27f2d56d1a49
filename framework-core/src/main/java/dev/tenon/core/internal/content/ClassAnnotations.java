package dev.tenon.core.internal.content;

import java.lang.annotation.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
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

    /**
     * Returns the string element of the annotation on the class or member, or nothing if it is not
     * given.
     */
    public static Optional<String> stringElement(
            AttributedElement annotated, Class<? extends Annotation> annotation, String element) {
        return element(annotated, annotation, element, AnnotationValue.OfString.class)
                .map(AnnotationValue.OfString::stringValue);
    }

    /**
     * Returns the strings of an array element of the annotation on the class or member; none if it
     * is not given.
     */
    public static List<String> stringElements(
            AttributedElement annotated, Class<? extends Annotation> annotation, String element) {
        return element(annotated, annotation, element, AnnotationValue.OfArray.class).stream()
                .flatMap(array -> array.values().stream())
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .toList();
    }

    /** Returns the class that is the element of the annotation, or nothing if it is not given. */
    public static Optional<ClassDesc> classElement(
            AttributedElement annotated, Class<? extends Annotation> annotation, String element) {
        return element(annotated, annotation, element, AnnotationValue.OfClass.class)
                .map(AnnotationValue.OfClass::classSymbol);
    }

    private static <V extends AnnotationValue> Optional<V> element(
            AttributedElement annotated,
            Class<? extends Annotation> annotation,
            String element,
            Class<V> kind) {
        var descriptor = annotation.describeConstable().orElseThrow();
        return annotations(annotated)
                .filter(a -> a.classSymbol().equals(descriptor))
                .flatMap(a -> a.elements().stream())
                .filter(e -> e.name().equalsString(element))
                .map(e -> e.value())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static Stream<java.lang.classfile.Annotation> annotations(AttributedElement annotated) {
        return annotated
                .findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(a -> a.annotations())
                .orElse(List.of())
                .stream();
    }
}
