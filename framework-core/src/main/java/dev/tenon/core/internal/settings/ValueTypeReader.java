package dev.tenon.core.internal.settings;

import dev.tenon.core.internal.settings.SettingsTypeReader.ClassFiles;
import dev.tenon.core.internal.source.ValueType;
import dev.tenon.core.internal.source.ValueType.Constants;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/** Tells which values a type in a class file stands for. */
final class ValueTypeReader {

    private final ClassFiles content;
    private final List<String> flaws;

    /**
     * @param flaws takes what is wrong, as sentences
     */
    ValueTypeReader(ClassFiles content, List<String> flaws) {
        this.content = content;
        this.flaws = flaws;
    }

    /** Returns the type of the values, or nothing if it cannot be that of a setting. */
    Optional<ValueType> of(Signature signature) {
        if (signature instanceof Signature.BaseTypeSig base) {
            return base.baseType() == 'V'
                    ? Optional.empty()
                    : ValueType.of(
                            MethodType.fromMethodDescriptorString(
                                            "()" + base.baseType(),
                                            ClassLoader.getSystemClassLoader())
                                    .wrap()
                                    .returnType());
        }
        if (!(signature instanceof ClassTypeSig type) || !type.typeArgs().isEmpty()) {
            return Optional.empty();
        }
        var name = SettingsTypeReader.nameOf(type.classDesc());
        try {
            var own = content.find(name);
            return own.isPresent() ? constants(own.get(), name) : ofHost(name);
        } catch (IOException e) {
            flaws.add("The class file of " + name + " cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static Optional<ValueType> constants(ClassModel type, String name) {
        return type.flags().has(AccessFlag.ENUM)
                ? Optional.of(
                        new Constants(
                                name,
                                type.fields().stream()
                                        .filter(f -> f.flags().has(AccessFlag.ENUM))
                                        .map(f -> f.fieldName().stringValue())
                                        .toList()))
                : Optional.empty();
    }

    /** Classes of Java and Tenon may be loaded: they are no plugin's. */
    private static Optional<ValueType> ofHost(String name) {
        try {
            return ValueType.of(Class.forName(name, false, ValueTypeReader.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
