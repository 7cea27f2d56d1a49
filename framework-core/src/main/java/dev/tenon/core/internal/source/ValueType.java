package dev.tenon.core.internal.source;

import dev.tenon.core.settings.Secret;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A type that a setting can have: makes its value of a text, and says what it allows. */
public sealed interface ValueType {

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if the text is not of this type
     */
    Object convert(String text);

    /** Returns what is allowed, to stand after "It has to be". */
    String allowed();

    /**
     * Returns the type of settings that is a class of Java or Tenon, or nothing if no text can be
     * made into it.
     */
    static Optional<ValueType> of(Class<?> type) {
        if (type == Secret.class) {
            return Optional.of(new SecretText());
        }
        if (type.isEnum()) {
            return Optional.of(
                    new Constants(
                            type.getName(),
                            Arrays.stream(type.getEnumConstants())
                                    .map(c -> ((Enum<?>) c).name())
                                    .toList()));
        }
        return JavaType.CONVERTERS.getConverter(type).isPresent()
                ? Optional.of(new JavaType(type))
                : Optional.empty();
    }

    /** A class that a converter of MicroProfile Config makes of a text. */
    record JavaType(Class<?> type) implements ValueType {

        private static final int STRONGEST = Integer.MAX_VALUE;
        private static final SmallRyeConfig CONVERTERS =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, STRONGEST, new DurationConverter())
                        .withConverter(Boolean.class, STRONGEST, new BooleanConverter())
                        .build();

        @Override
        public Object convert(String text) {
            return CONVERTERS
                    .getConverter(type)
                    .map(converter -> converter.convert(text))
                    .orElseThrow(() -> new IllegalArgumentException("The text is empty."));
        }

        @Override
        public String allowed() {
            return switch (type.getSimpleName()) {
                case "Boolean", "boolean" -> "true or false";
                case "Duration" -> "a duration such as 500ms, 30s, 5m, 2h or PT30S";
                case "Byte", "Short", "Integer", "Long", "byte", "short", "int", "long" ->
                        "a whole number";
                case "Float", "Double", "float", "double" -> "a number";
                case "String" -> "a text";
                case "Path" -> "a path";
                case "Character", "char" -> "one character";
                default -> "a " + type.getSimpleName();
            };
        }
    }

    /** A text that is not to be printed. */
    record SecretText() implements ValueType {

        @Override
        public Object convert(String text) {
            return Secret.of(text);
        }

        @Override
        public String allowed() {
            return "a text";
        }
    }

    /**
     * The constants of an enum, whose class need not be loaded. Case does not count, and a hyphen
     * stands for an underscore.
     *
     * @param className the enum's binary name
     * @param names its constants in their order
     */
    record Constants(String className, List<String> names) implements ValueType {

        public Constants {
            names = List.copyOf(names);
        }

        @Override
        public Constant convert(String text) {
            var wanted = text.strip().replace('-', '_');
            return names.stream()
                    .filter(name -> name.equalsIgnoreCase(wanted))
                    .findFirst()
                    .map(name -> new Constant(className, name))
                    .orElseThrow(() -> new IllegalArgumentException(allowed()));
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", names);
        }
    }

    /** A constant of an enum that may not be loaded yet. */
    record Constant(String className, String name) {}
}
