package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Settings;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings read from a SmallRye configuration below a prefix. */
final class SmallRyeSettings implements Settings {

    /** SmallRye's names of sources, {@code PropertiesConfigSource[source=NAME]}. */
    private static final Pattern INSIDE = Pattern.compile("\\w+\\[source=(.*)]");

    private final SmallRyeConfig config;
    private final String prefix;

    /**
     * @param prefix what stands before every name, with its dot; empty for none
     */
    SmallRyeSettings(SmallRyeConfig config, String prefix) {
        this.config = config;
        this.prefix = prefix;
    }

    @Override
    public <T> Optional<T> find(String name, Class<T> type) {
        var fullName = prefix + name;
        try {
            checkReferences(fullName);
            return config.getOptionalValue(fullName, type);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new HostException(
                    invalid(fullName, "It has to be " + allowed(type) + ".").from(e));
        }
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() ->
                        new HostException(
                                Problem.error(
                                        HostError.SETTING_MISSING,
                                        "The setting " + prefix + name + " is missing.",
                                        "No source has it.",
                                        "Set it in tenon.properties, in the environment, or on"
                                                + " the command line.")));
    }

    @Override
    public Optional<String> origin(String name) {
        var value = unexpanded(prefix + name);
        return value.getValue() == null ? Optional.empty() : Optional.of(originOf(value));
    }

    @Override
    public Settings within(String subPrefix) {
        return new SmallRyeSettings(config, prefix + subPrefix + ".");
    }

    /** Refuses a value with a reference that leads nowhere, which reads as if it were missing. */
    private void checkReferences(String fullName) {
        String flaw;
        try {
            var value = config.getConfigValue(fullName);
            if (!value.hasProblems()) {
                return;
            }
            flaw = value.getProblems().getFirst().getMessage();
        } catch (IllegalArgumentException e) {
            flaw = String.valueOf(e.getMessage());
        }
        throw new HostException(
                invalid(
                        fullName,
                        "What it refers to cannot be put in its place ("
                                + flaw.replaceFirst("^SRCFG\\d+: ", "")
                                + ")."));
    }

    private Problem invalid(String fullName, String cause) {
        var value = unexpanded(fullName);
        return Problem.error(
                HostError.SETTING_INVALID,
                "The setting "
                        + fullName
                        + " has the value '"
                        + value.getValue()
                        + "', set in "
                        + originOf(value)
                        + ".",
                cause,
                HostError.SETTING_INVALID.remedy());
    }

    private ConfigValue unexpanded(String fullName) {
        return Expressions.withoutExpansion(() -> config.getConfigValue(fullName));
    }

    private static String originOf(ConfigValue value) {
        var source = value.getConfigSourceName();
        var line = value.getLineNumber() > 0 ? " line " + value.getLineNumber() : "";
        return (source == null ? "an unnamed source" : readable(source)) + line;
    }

    private static String readable(String source) {
        if (source.startsWith("EnvConfigSource")) {
            return "the environment";
        }
        var inside = INSIDE.matcher(source);
        var name = inside.matches() ? inside.group(1) : source;
        return name.startsWith("file:") ? Path.of(URI.create(name)).toString() : name;
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "Boolean" -> "true or false";
            case "Duration" -> "a duration such as 500ms, 30s, 5m, 2h or PT30S";
            case "Byte", "Short", "Integer", "Long" -> "a whole number";
            case "Float", "Double" -> "a number";
            default -> "a " + type.getSimpleName();
        };
    }
}
