package dev.tenon.crud.internal.repository.plan;

import java.util.Map;

/** The names of the classes that hold values of primitive types. */
final class Boxed {

    private static final Map<String, String> NAMES =
            Map.of(
                    "Z", "java.lang.Boolean",
                    "B", "java.lang.Byte",
                    "C", "java.lang.Character",
                    "S", "java.lang.Short",
                    "I", "java.lang.Integer",
                    "J", "java.lang.Long",
                    "F", "java.lang.Float",
                    "D", "java.lang.Double");

    private Boxed() {}

    /** Returns the name of the class, for a primitive type that of its box. */
    static String of(String valueName) {
        return NAMES.getOrDefault(valueName, valueName);
    }
}
