package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Settings;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Settings read from a SmallRye configuration below a prefix. */
final class SmallRyeSettings implements Settings {

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
        try {
            return config.getOptionalValue(prefix + name, type);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new HostException(invalid(prefix + name, type, e));
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
        var value = config.getConfigValue(prefix + name);
        return value.getValue() == null ? Optional.empty() : Optional.of(originOf(value));
    }

    @Override
    public Settings within(String subPrefix) {
        return new SmallRyeSettings(config, prefix + subPrefix + ".");
    }

    private Problem invalid(String fullName, Class<?> type, RuntimeException e) {
        var value = config.getConfigValue(fullName);
        return Problem.error(
                        HostError.SETTING_INVALID,
                        "The setting "
                                + fullName
                                + " has the value '"
                                + value.getRawValue()
                                + "', set in "
                                + originOf(value)
                                + ".",
                        "It has to be " + allowed(type) + ".",
                        HostError.SETTING_INVALID.remedy())
                .from(e);
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
        var file = source.indexOf("file:");
        return file < 0 ? source : source.substring(file + "file:".length()).replaceAll("]$", "");
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "a duration such as 500ms, 30s, 5m, 2h or PT30S";
            case "Integer", "Long" -> "a whole number";
            default -> "a " + type.getSimpleName();
        };
    }
}
