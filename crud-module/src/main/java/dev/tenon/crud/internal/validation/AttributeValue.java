package dev.tenon.crud.internal.validation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Makes the value of an attribute of the value of its column, as far as constraints need it. */
final class AttributeValue {

    private AttributeValue() {}

    /** Returns the value as the type, or nothing if there is none. */
    static Optional<Object> of(Object stored, Class<?> type) {
        if (type.isInstance(stored)) {
            return Optional.of(stored);
        }
        return switch (stored) {
            case String text when type.isEnum() -> constant(type, text);
            case String text
                    when (type == char.class || type == Character.class) && text.length() == 1 ->
                    Optional.of(text.charAt(0));
            case Number number when type.isEnum() -> constant(type, number.intValue());
            case Boolean truth when type == boolean.class -> Optional.of(truth);
            case Number number -> number(number, type);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .map(Object.class::cast)
                .filter(c -> ((Enum<?>) c).name().equals(name))
                .findFirst();
    }

    private static Optional<Object> constant(Class<?> type, int position) {
        var constants = type.getEnumConstants();
        return position >= 0 && position < constants.length
                ? Optional.of(constants[position])
                : Optional.empty();
    }

    private static Optional<Object> number(Number number, Class<?> type) {
        return switch (type.getName()) {
            case "long", "java.lang.Long" -> Optional.of(number.longValue());
            case "int", "java.lang.Integer" -> Optional.of(number.intValue());
            case "short", "java.lang.Short" -> Optional.of(number.shortValue());
            case "byte", "java.lang.Byte" -> Optional.of(number.byteValue());
            case "double", "java.lang.Double" -> Optional.of(number.doubleValue());
            case "float", "java.lang.Float" -> Optional.of(number.floatValue());
            case "java.math.BigInteger" ->
                    Optional.of(new BigDecimal(number.toString()).toBigInteger());
            default -> Optional.empty();
        };
    }
}
