package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.repository.declare.JavaType;
import org.jspecify.annotations.Nullable;

/** Numbers of rows as methods return them. */
final class Numbers {

    private Numbers() {}

    /**
     * Returns the number as the type.
     *
     * @throws ArithmeticException if it is too large for an int
     */
    static @Nullable Object as(JavaType type, long rows) {
        return switch (type.valueName()) {
            case "V", "java.lang.Void" -> null;
            case "Z", "java.lang.Boolean" -> rows > 0;
            case "I", "java.lang.Integer" -> Math.toIntExact(rows);
            default -> rows;
        };
    }
}
