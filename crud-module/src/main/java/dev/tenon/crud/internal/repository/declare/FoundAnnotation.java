package dev.tenon.crud.internal.repository.declare;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An annotation as it stands in a class file; elements that are not given have no value here.
 *
 * @param type the binary name of the annotation
 */
public record FoundAnnotation(String type, List<AnnotationElement> elements) {

    static FoundAnnotation of(Annotation annotation) {
        return new FoundAnnotation(
                JavaType.binaryName(annotation.classSymbol()), annotation.elements());
    }

    /** Returns those of a class or method that are kept for the run time, in their order. */
    public static List<FoundAnnotation> on(AttributedElement annotated) {
        return annotated.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(a -> a.annotations().stream())
                .map(FoundAnnotation::of)
                .toList();
    }

    public boolean is(Class<? extends java.lang.annotation.Annotation> annotation) {
        return type.equals(annotation.getName());
    }

    public Optional<String> text(String element) {
        return value(element, AnnotationValue.OfString.class)
                .map(AnnotationValue.OfString::stringValue);
    }

    boolean truth(String element) {
        return value(element, AnnotationValue.OfBoolean.class)
                .map(AnnotationValue.OfBoolean::booleanValue)
                .orElse(false);
    }

    /** Returns the annotations that an element holds. */
    Stream<FoundAnnotation> nested(String element) {
        return value(element, AnnotationValue.OfArray.class).stream()
                .flatMap(a -> a.values().stream())
                .filter(AnnotationValue.OfAnnotation.class::isInstance)
                .map(a -> of(((AnnotationValue.OfAnnotation) a).annotation()));
    }

    private <V extends AnnotationValue> Optional<V> value(String element, Class<V> kind) {
        return elements.stream()
                .filter(e -> e.name().equalsString(element))
                .map(AnnotationElement::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
