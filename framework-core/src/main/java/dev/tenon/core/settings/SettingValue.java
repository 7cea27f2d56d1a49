package dev.tenon.core.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One setting as it stands, for people.
 *
 * @param name the whole name, such as {@code sample.notes.page-size}; an asterisk stands for the
 *     keys of a map of which none is set
 * @param module the module it belongs to; empty for a setting of the host
 * @param description what it is for; empty if nobody says
 * @param allowed what values it takes, such as {@code a whole number}
 * @param defaultValue the value where no source has one, if there is a default
 * @param required whether it has to be set
 * @param value the value as text, {@link Secret#MASK} instead of a secret; empty if it has none
 * @param origin where the value comes from: a file with its line, the environment variable, the
 *     system properties, the command line or the builder; empty for the default
 */
public record SettingValue(
        String name,
        String module,
        String description,
        String allowed,
        Optional<String> defaultValue,
        boolean required,
        Optional<String> value,
        Optional<String> origin) {

    public SettingValue {
        requireNonNull(name, "name");
        requireNonNull(module, "module");
        requireNonNull(description, "description");
        requireNonNull(allowed, "allowed");
        requireNonNull(defaultValue, "defaultValue");
        requireNonNull(value, "value");
        requireNonNull(origin, "origin");
    }
}
