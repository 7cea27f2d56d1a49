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
 * @param type what it holds, without an {@code Optional} round it
 * @param isOptional whether there is an {@code Optional} round it
 * @param annotated where its annotations are
 */
record Attribute(String name, ClassDesc type, boolean isOptional, AttributedElement annotated) {

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

    /** Returns whether a type annotation of any of the packages that have one says so. */
    boolean isMarkedNullable() {
        return isOptional || ClassAnnotation.isOnType(annotated, Jakarta.NULLABLE);
    }

    /** Returns the type as it stands in the source. */
    String shownType() {
        return type.isClassOrInterface() ? ClassNames.of(type) : type.displayName();
    }

    private boolean isKept() {
        return !has(Jakarta.TRANSIENT);
    }

    private static Attribute of(FieldModel field) {
        return of(field.fieldName().stringValue(), field.fieldTypeSymbol(), field);
    }

    private static Attribute of(String name, ClassDesc type, AttributedElement annotated) {
        var content =
                annotated
                        .findAttribute(Attributes.signature())
                        .map(s -> Signature.parseFrom(s.signature().stringValue()))
                        .flatMap(Attribute::inOptional);
        return new Attribute(name, content.orElse(type), content.isPresent(), annotated);
    }

    private static Optional<ClassDesc> inOptional(Signature signature) {
        return signature instanceof ClassTypeSig type
                        && ClassNames.of(type.classDesc()).equals("java.util.Optional")
                        && type.typeArgs().getFirst() instanceof TypeArg.Bounded bounded
                        && bounded.boundType() instanceof ClassTypeSig content
                ? Optional.of(content.classDesc())
                : Optional.empty();
    }
}
