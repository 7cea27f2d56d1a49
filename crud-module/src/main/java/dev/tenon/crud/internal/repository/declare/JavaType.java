package dev.tenon.crud.internal.repository.declare;

import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ArrayTypeSig;
import java.lang.classfile.Signature.BaseTypeSig;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.Signature.TypeVarSig;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type as the source has it, with the arguments of generic types; type variables and wildcards
 * are resolved. Immutable.
 *
 * @param name the binary name of a class, the descriptor of a primitive type or of void, or {@link
 *     #ARRAY}
 * @param arguments the type arguments; of an array the type of what is in it
 */
public record JavaType(String name, List<JavaType> arguments) {

    /** The name of all arrays. */
    public static final String ARRAY = "[]";

    private static final JavaType ANYTHING = new JavaType("?", List.of());

    static final JavaType OBJECT = new JavaType("java.lang.Object", List.of());

    public JavaType {
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns the type of a signature.
     *
     * @param variables what type variables stand for; others stand for Object
     */
    static JavaType of(Signature signature, Map<String, JavaType> variables) {
        return switch (signature) {
            case BaseTypeSig base -> new JavaType(String.valueOf(base.baseType()), List.of());
            case ArrayTypeSig array ->
                    new JavaType(ARRAY, List.of(of(array.componentSignature(), variables)));
            case TypeVarSig variable -> variables.getOrDefault(variable.identifier(), OBJECT);
            case ClassTypeSig type ->
                    new JavaType(
                            binaryName(type.classDesc()),
                            type.typeArgs().stream().map(a -> of(a, variables)).toList());
        };
    }

    private static JavaType of(TypeArg argument, Map<String, JavaType> variables) {
        return argument instanceof TypeArg.Bounded bounded
                ? of(bounded.boundType(), variables)
                : ANYTHING;
    }

    /** Returns the binary name of a class. */
    static String binaryName(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    /** Returns whether it is the class, whatever its arguments are. */
    public boolean is(Class<?> type) {
        return name.equals(type.getName());
    }

    /** Returns whether it is an array. */
    public boolean isArray() {
        return name.equals(ARRAY);
    }

    /** Returns whether it is void. */
    public boolean isVoid() {
        return name.equals("V");
    }

    /** Returns the only argument: what is in an array, list or optional. */
    public Optional<JavaType> content() {
        return arguments.size() == 1 ? Optional.of(arguments.getFirst()) : Optional.empty();
    }

    /**
     * Returns the name by which values are known: as {@link Class#getName} gives it, a primitive
     * type by its descriptor.
     */
    public String valueName() {
        if (!isArray()) {
            return name;
        }
        var inner = arguments.getFirst().valueName();
        return inner.length() == 1 || inner.startsWith("[") ? "[" + inner : "[L" + inner + ";";
    }

    /** Returns it as the source has it, without packages: {@code List<Note>}. */
    public String shown() {
        if (isArray()) {
            return arguments.getFirst().shown() + "[]";
        }
        if (name.length() == 1 && !equals(ANYTHING)) {
            return ClassDesc.ofDescriptor(name).displayName();
        }
        var simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return arguments.isEmpty()
                ? simple
                : simple
                        + arguments.stream()
                                .map(JavaType::shown)
                                .collect(Collectors.joining(", ", "<", ">"));
    }
}
