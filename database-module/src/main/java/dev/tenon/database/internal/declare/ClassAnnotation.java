package dev.tenon.database.internal.declare;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One annotation as it stands in a class file: elements that are not given have no value here.
 *
 * @param elements what is given
 */
record ClassAnnotation(List<AnnotationElement> elements) {

    /** Returns the annotation of the given type, a binary name. */
    static Optional<ClassAnnotation> of(AttributedElement annotated, String type) {
        var wanted = ClassDesc.of(type);
        return Stream.concat(visible(annotated), invisible(annotated))
                .filter(a -> a.classSymbol().equals(wanted))
                .findFirst()
                .map(a -> new ClassAnnotation(a.elements()));
    }

    static boolean isOn(AttributedElement annotated, String type) {
        return of(annotated, type).isPresent();
    }

    /** Returns whether there is a type annotation, such as those of JSpecify, on the whole type. */
    static boolean isOnType(AttributedElement annotated, String type) {
        var wanted = ClassDesc.of(type);
        return annotated.findAttribute(Attributes.runtimeVisibleTypeAnnotations()).stream()
                .flatMap(a -> a.annotations().stream())
                .filter(a -> a.targetPath().isEmpty())
                .anyMatch(a -> a.annotation().classSymbol().equals(wanted));
    }

    /** Returns a text that is given and not empty. */
    Optional<String> text(String name) {
        return value(name, AnnotationValue.OfString.class)
                .map(AnnotationValue.OfString::stringValue)
                .filter(t -> !t.isEmpty());
    }

    Optional<Integer> number(String name) {
        return value(name, AnnotationValue.OfInt.class).map(AnnotationValue.OfInt::intValue);
    }

    boolean truth(String name, boolean otherwise) {
        return value(name, AnnotationValue.OfBoolean.class)
                .map(AnnotationValue.OfBoolean::booleanValue)
                .orElse(otherwise);
    }

    /** Returns the name of an enum constant. */
    Optional<String> constant(String name) {
        return value(name, AnnotationValue.OfEnum.class).map(e -> e.constantName().stringValue());
    }

    /** Returns the binary name of a class. */
    Optional<String> type(String name) {
        return value(name, AnnotationValue.OfClass.class).map(c -> ClassNames.of(c.classSymbol()));
    }

    /** Returns the binary names of classes. */
    List<String> types(String name) {
        return values(name, AnnotationValue.OfClass.class)
                .map(c -> ClassNames.of(c.classSymbol()))
                .toList();
    }

    /** Returns the names of enum constants. */
    List<String> constants(String name) {
        return values(name, AnnotationValue.OfEnum.class)
                .map(e -> e.constantName().stringValue())
                .toList();
    }

    List<String> texts(String name) {
        return values(name, AnnotationValue.OfString.class)
                .map(AnnotationValue.OfString::stringValue)
                .toList();
    }

    /** Returns the annotation that an element is. */
    Optional<ClassAnnotation> annotation(String name) {
        return value(name, AnnotationValue.OfAnnotation.class)
                .map(a -> new ClassAnnotation(a.annotation().elements()));
    }

    /** Returns the annotations that an element holds. */
    List<ClassAnnotation> nested(String name) {
        return values(name, AnnotationValue.OfAnnotation.class)
                .map(a -> new ClassAnnotation(a.annotation().elements()))
                .toList();
    }

    private <V extends AnnotationValue> Optional<V> value(String name, Class<V> kind) {
        return elements.stream()
                .filter(e -> e.name().equalsString(name))
                .map(AnnotationElement::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private <V extends AnnotationValue> Stream<V> values(String name, Class<V> kind) {
        return value(name, AnnotationValue.OfArray.class).stream()
                .flatMap(a -> a.values().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Stream<Annotation> visible(AttributedElement annotated) {
        return annotated.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(a -> a.annotations().stream());
    }

    private static Stream<Annotation> invisible(AttributedElement annotated) {
        return annotated.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(a -> a.annotations().stream());
    }
}
