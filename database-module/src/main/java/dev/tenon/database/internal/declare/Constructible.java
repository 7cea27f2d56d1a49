package dev.tenon.database.internal.declare;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;

/** Tells whether an instance of a class can be made without arguments from outside. */
final class Constructible {

    private Constructible() {}

    static boolean isSo(ClassModel model) {
        return isPublic(model)
                && !model.flags().has(AccessFlag.ABSTRACT)
                && model.methods().stream()
                        .anyMatch(m ->
                                m.methodName().equalsString(ConstantDescs.INIT_NAME)
                                        && m.methodTypeSymbol().parameterCount() == 0
                                        && m.flags().has(AccessFlag.PUBLIC));
    }

    /** Nested classes have their own flags in the attribute InnerClasses, and are static or not. */
    private static boolean isPublic(ClassModel model) {
        return model.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(inner -> inner.classes().stream())
                .filter(c -> c.innerClass().equals(model.thisClass()))
                .findFirst()
                .map(c -> c.has(AccessFlag.PUBLIC) && c.has(AccessFlag.STATIC))
                .orElseGet(() -> model.flags().has(AccessFlag.PUBLIC));
    }
}
