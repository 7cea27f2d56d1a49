package dev.tenon.core.internal.source;

import dev.tenon.core.settings.Secret;
import io.smallrye.config.ConfigValue;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of one setting, and where it comes from.
 *
 * @param name the whole name
 * @param text the value, with what it refers to put in its place
 * @param origin the source, for messages
 * @param strength the strength of its source; the greater wins
 * @param isSecret whether it comes from a secret file, so that nobody may see it
 */
public record SourcedValue(
        String name, String text, String origin, int strength, boolean isSecret) {

    /** SmallRye's names of sources, {@code PropertiesConfigSource[source=NAME]}. */
    private static final Pattern INSIDE = Pattern.compile("\\w+\\[source=(.*)]");

    static SourcedValue of(ConfigValue value, ConfigValue unexpanded, boolean isSecret) {
        return new SourcedValue(
                value.getName(),
                value.getValue(),
                origin(unexpanded),
                unexpanded.getConfigSourceOrdinal(),
                isSecret);
    }

    SourcedValue withText(String part) {
        return new SourcedValue(name, part, origin, strength, isSecret);
    }

    /** Returns this value as one that nobody may see. */
    public SourcedValue hidden() {
        return new SourcedValue(name, text, origin, strength, true);
    }

    /** Returns the text as it may be printed. */
    public String shown() {
        return isSecret ? Secret.MASK : text;
    }

    /** Returns the value's source as people name it. */
    static String origin(ConfigValue value) {
        var source = value.getConfigSourceName();
        if (source == null) {
            return "an unnamed source";
        }
        if (source.startsWith("EnvConfigSource")) {
            return "the environment variable " + variable(value.getName());
        }
        var inside = INSIDE.matcher(source);
        var name = inside.matches() ? inside.group(1) : source;
        return value.getLineNumber() > 0 ? name + " line " + value.getLineNumber() : name;
    }

    /** See MicroProfile Config, "Environment Variables Mapping Rules". */
    private static String variable(String name) {
        var replaced = name.replaceAll("[^A-Za-z0-9]", "_");
        return Stream.of(name, replaced)
                .filter(System.getenv()::containsKey)
                .findFirst()
                .orElse(replaced.toUpperCase(Locale.ROOT));
    }
}
