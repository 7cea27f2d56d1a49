package dev.tenon.core.internal.source;

import dev.tenon.core.error.HostException;
import dev.tenon.core.internal.source.ValueType.Constant;
import dev.tenon.core.settings.Secret;
import dev.tenon.core.settings.Settings;
import java.util.Arrays;
import java.util.Optional;

/** Settings read from the sources below a prefix. */
public final class SourceSettings implements Settings {

    private final SettingSources sources;
    private final String owner;
    private final String prefix;

    /** All settings, by their whole names. */
    public SourceSettings(SettingSources sources) {
        this(sources, "", "");
    }

    private SourceSettings(SettingSources sources, String owner, String prefix) {
        this.sources = sources;
        this.owner = owner;
        this.prefix = prefix;
    }

    /** Returns the settings of a module, which may come from the common section too. */
    public static SourceSettings ofModule(SettingSources sources, String module) {
        return new SourceSettings(sources, module + ".", "");
    }

    @Override
    public <T> Optional<T> find(String name, Class<T> type) {
        var value = found(prefix + name, type).filter(v -> !v.text().isEmpty());
        return value.map(v -> convert(v, type));
    }

    private Optional<SourcedValue> found(String name, Class<?> type) {
        return type == Secret.class ? sources.findSecret(owner, name) : sources.find(owner, name);
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(
                        () -> new HostException(SettingProblems.missing(owner + prefix + name)));
    }

    @Override
    public Optional<String> origin(String name) {
        return sources.origin(owner, prefix + name);
    }

    @Override
    public Settings within(String subPrefix) {
        return new SourceSettings(sources, owner, prefix + subPrefix + ".");
    }

    private static <T> T convert(SourcedValue value, Class<T> type) {
        var known =
                ValueType.of(type)
                        .orElseThrow(() ->
                                new HostException(
                                        SettingProblems.invalid(
                                                value,
                                                "No text can be made into "
                                                        + type.getName()
                                                        + ".")));
        try {
            return cast(known.convert(value.text()), type);
        } catch (IllegalArgumentException e) {
            throw new HostException(
                    SettingProblems.invalid(value, "It has to be " + known.allowed() + "."));
        }
    }

    private static <T> T cast(Object value, Class<T> type) {
        return switch (value) {
            case Constant constant ->
                    Arrays.stream(type.getEnumConstants())
                            .filter(c -> ((Enum<?>) c).name().equals(constant.name()))
                            .findFirst()
                            .orElseThrow();
            case Object other -> type.cast(other);
        };
    }
}
