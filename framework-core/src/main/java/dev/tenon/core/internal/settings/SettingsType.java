package dev.tenon.core.internal.settings;

import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.core.internal.source.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An interface of settings, as its class file declares it.
 *
 * @param className its binary name
 * @param properties its settings, in the order of the file
 */
public record SettingsType(String className, List<Property> properties) {

    public SettingsType {
        properties = List.copyOf(properties);
    }

    /** Returns the other names of its settings. */
    Set<String> aliases() {
        return properties.stream()
                .flatMap(p -> p.shape() instanceof One one ? one.aliases().stream() : Stream.of())
                .collect(Collectors.toSet());
    }

    /**
     * One method of the interface.
     *
     * @param method the method's name, with {@code (String)} behind it if it has the parameter
     * @param name the part of the setting's name that stands for it
     */
    record Property(String method, String name, Shape shape) {}

    /** What a method returns, and so what stands below its name. */
    sealed interface Shape {}

    /**
     * One value.
     *
     * @param isOptional whether the method returns an {@code Optional}
     * @param aliases other names of it
     */
    record One(
            ValueType type,
            boolean isOptional,
            Optional<String> defaultValue,
            Limits limits,
            String description,
            List<String> aliases)
            implements Shape {

        /** Returns what is allowed, to stand after "It has to be". */
        String allowed() {
            return type.allowed() + limits.text();
        }

        /**
         * Returns the value that the text stands for.
         *
         * @throws IllegalArgumentException if it is not allowed; the message says what is
         */
        Object convert(String text) {
            try {
                var value = type.convert(text);
                if (!text.isEmpty() && limits.allow(type, text, value)) {
                    return value;
                }
            } catch (IllegalArgumentException _) {
                // What the converter says is meant for its author; what is allowed helps more.
            }
            throw new IllegalArgumentException("It has to be " + allowed() + ".");
        }
    }

    /**
     * Several values.
     *
     * @param isSet whether the method returns a {@code Set}, otherwise a {@code List}
     */
    record Many(One element, boolean isSet) implements Shape {

        String allowed() {
            return "a list, separated by commas; each " + element.allowed();
        }

        /** Returns the values that hold if no source has any. */
        List<String> defaults() {
            return element.defaultValue().map(SettingSources::parts).orElse(List.of());
        }
    }

    /** A map from a part of the name to what stands there. */
    record Keyed(Shape element) implements Shape {}

    /** Further settings below the name. */
    record Group(SettingsType type) implements Shape {}

    /** Further settings below the name and whatever name the method is called with. */
    record Named(Group element) implements Shape {}
}
