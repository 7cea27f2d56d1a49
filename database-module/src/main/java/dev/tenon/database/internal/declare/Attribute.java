package dev.tenon.database.internal.declare;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/**
 * One attribute of an entity: a field. A component of a record is its field, too: the annotations
 * of Jakarta Persistence do not name components among their targets, so the compiler puts them
 * there.
 *
 * @param name its name in Java
 * @param type what it holds, without what is round it
 * @param holder what is round it
 * @param annotated where its annotations are
 */
record Attribute(String name, ClassDesc type, Holder holder, AttributedElement annotated) {

    /** What a value is in. */
    enum Holder {
        NONE,
        OPTIONAL,
        COLLECTION
    }

    /** Returns the attributes of an entity in their order, without those that are not kept. */
    static List<Attribute> of(ClassModel entity) {
        return entity.fields().stream()
                .filter(f ->
                        !f.flags().has(AccessFlag.STATIC)
                                && !f.flags().has(AccessFlag.TRANSIENT)
                                && !f.flags().has(AccessFlag.SYNTHETIC))
                .map(Attribute::of)
                .filter(Attribute::isKept)
                .toList();
    }

    Optional<ClassAnnotation> annotation(String annotation) {
        return ClassAnnotation.of(annotated, annotation);
    }

    boolean has(String annotation) {
        return ClassAnnotation.isOn(annotated, annotation);
    }

    /** Returns whether there is an {@code Optional} round it. */
    boolean isOptional() {
        return holder == Holder.OPTIONAL;
    }

    /** Returns one of the values of a collection, if it is one of a type that is given. */
    Optional<Attribute> element() {
        return signature(annotated)
                .flatMap(s -> argument(s, ClassNames.of(type)))
                .map(element -> new Attribute(name, element, Holder.COLLECTION, annotated));
    }

    /** Returns whether a type annotation of any of the packages that have one says so. */
    boolean isMarkedNullable() {
        return isOptional() || ClassAnnotation.isOnType(annotated, Jakarta.NULLABLE);
    }

    /** Returns the type as it stands in the source. */
    String shownType() {
        return type.isClassOrInterface() ? ClassNames.of(type) : type.displayName();
    }

    /** Returns how many characters it may have, where that is said. */
    Optional<Integer> length() {
        // On a collection, @Size says how many values it has.
        var size =
                holder == Holder.COLLECTION
                        ? Optional.<ClassAnnotation>empty()
                        : annotation(Jakarta.SIZE);
        return annotation(Jakarta.COLUMN)
                .flatMap(c -> c.number("length"))
                .or(() -> size.flatMap(s -> s.number("max")));
    }

    private boolean isKept() {
        return !has(Jakarta.TRANSIENT);
    }

    private static Attribute of(FieldModel field) {
        var name = field.fieldName().stringValue();
        return signature(field)
                .flatMap(s -> argument(s, "java.util.Optional"))
                .map(content -> new Attribute(name, content, Holder.OPTIONAL, field))
                .orElseGet(() -> new Attribute(name, field.fieldTypeSymbol(), Holder.NONE, field));
    }

    private static Optional<Signature> signature(AttributedElement annotated) {
        return annotated
                .findAttribute(Attributes.signature())
                .map(s -> Signature.parseFrom(s.signature().stringValue()));
    }

    /** Returns the class in the angle brackets of a type, if it is one. */
    private static Optional<ClassDesc> argument(Signature signature, String type) {
        return signature instanceof ClassTypeSig given
                        && ClassNames.of(given.classDesc()).equals(type)
                        && given.typeArgs().size() == 1
                        && given.typeArgs().getFirst() instanceof TypeArg.Bounded bounded
                        && bounded.boundType() instanceof ClassTypeSig content
                ? Optional.of(content.classDesc())
                : Optional.empty();
    }
}
