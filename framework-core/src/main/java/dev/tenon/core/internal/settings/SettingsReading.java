package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.settings.SettingsType.Group;
import dev.tenon.core.internal.settings.SettingsType.Keyed;
import dev.tenon.core.internal.settings.SettingsType.Many;
import dev.tenon.core.internal.settings.SettingsType.Named;
import dev.tenon.core.internal.settings.SettingsType.One;
import dev.tenon.core.internal.settings.SettingsType.Property;
import dev.tenon.core.internal.settings.SettingsType.Shape;
import dev.tenon.core.internal.source.SettingProblems;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.core.internal.source.SourcedValue;
import dev.tenon.core.internal.source.ValueType.SecretText;
import dev.tenon.core.settings.Secret;
import dev.tenon.core.settings.SettingValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings of an interface, read from the sources: their values, how each stands, and
 * everything that is wrong with them.
 */
public final class SettingsReading {

    /**
     * The settings of an interface by its methods, while the interface need not be loaded.
     *
     * @param secret the methods whose values come from secret files, or hold one that does, and
     *     whose types do not hide it
     */
    record Values(SettingsType type, Map<String, Object> byMethod, Set<String> secret) {}

    /** Reads the settings below a name. */
    interface ByName extends Function<String, Values> {}

    /** Stands for a value that cannot be used. */
    record Wrong(Problem problem) {}

    private final SettingSources sources;
    private final String module;
    private final String owner;
    private final String section;
    private final List<Problem> problems = new ArrayList<>();
    private final List<SettingValue> listed = new ArrayList<>();
    private final Values values;

    /** Whether what was read since this became false comes from a secret file. */
    private boolean sawSecret;

    /**
     * @param module whose settings these are; empty for those of the host
     * @param owner what stands before all names, of which the common section has none
     * @param prefix what stands between the owner and the names of this interface
     * @param section what stands before aliases
     */
    private SettingsReading(
            SettingSources sources,
            String module,
            String owner,
            SettingsType type,
            String prefix,
            String section) {
        this.sources = sources;
        this.module = module;
        this.owner = owner;
        this.section = section;
        this.values = read(type, prefix);
    }

    /** Reads the settings of a module. */
    public static SettingsReading of(SettingSources sources, DeclaredSettings declared) {
        var module = declared.module();
        return declared.prefix().equals(module)
                ? new SettingsReading(sources, module, module + ".", declared.type(), "", "")
                : new SettingsReading(
                        sources, module, "", declared.type(), declared.prefix() + ".", "");
    }

    /** Reads settings of the host, whose names begin with the given prefix and a dot. */
    static SettingsReading ofHost(SettingSources sources, SettingsType type, String prefix) {
        return new SettingsReading(sources, "", "", type, prefix + ".", "");
    }

    /** Returns everything that is wrong. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns every setting as it stands. */
    public List<SettingValue> listed() {
        return List.copyOf(listed);
    }

    /**
     * Returns the settings as an object of their interface. A method whose value is wrong throws a
     * {@link HostException}.
     *
     * @param loader the class loader of the interface
     */
    Object as(ClassLoader loader) {
        return SettingsProxy.of(values, loader);
    }

    private Values read(SettingsType type, String prefix) {
        var byMethod = new LinkedHashMap<String, Object>();
        var secret = new HashSet<String>();
        var outside = sawSecret;
        for (Property property : type.properties()) {
            sawSecret = false;
            byMethod.put(property.method(), read(property.shape(), prefix + property.name()));
            if (sawSecret) {
                secret.add(property.method());
            }
        }
        // This interface hides what is its own, so nobody else has to.
        sawSecret = outside;
        return new Values(type, byMethod, secret);
    }

    private Object read(Shape shape, String name) {
        try {
            return switch (shape) {
                case One one -> one(one, name);
                case Many many -> many(many, name);
                case Keyed keyed -> keyed(keyed, name);
                case Group group -> read(group.type(), name + ".");
                case Named named -> named(named, name);
            };
        } catch (HostException e) {
            problems.add(e.problem());
            return new Wrong(e.problem());
        }
    }

    private Object one(One one, String name) {
        var found = sources.find(owner, name, section, one.aliases(), isSecret(one));
        list(
                one,
                one.allowed(),
                name,
                found.map(SourcedValue::shown),
                found.map(SourcedValue::origin));
        if (one.isOptional()) {
            return found.filter(v -> v.text().isEmpty()).isPresent()
                    ? Optional.empty()
                    : found.map(v -> converted(one, v)).or(() -> byDefault(one));
        }
        return found.map(v -> converted(one, v))
                .or(() -> byDefault(one))
                .orElseThrow(() -> new HostException(SettingProblems.missing(owner + name)));
    }

    private static Optional<Object> byDefault(One one) {
        return one.defaultValue().map(one::convert);
    }

    private Object converted(One one, SourcedValue found) {
        sawSecret |= found.isSecret() && !isSecret(one);
        try {
            return one.convert(found.text());
        } catch (IllegalArgumentException e) {
            throw new HostException(SettingProblems.invalid(found, String.valueOf(e.getMessage())));
        }
    }

    private Object many(Many many, String name) {
        var found =
                isSecret(many.element())
                        ? sources.findAllSecrets(owner, name)
                        : sources.findAll(owner, name);
        list(
                many.element(),
                many.allowed(),
                name,
                found.map(all ->
                        all.stream().map(SourcedValue::shown).collect(Collectors.joining(", "))),
                found.flatMap(all -> all.stream().findFirst()).map(SourcedValue::origin));
        var elements =
                found.map(all -> all.stream().map(v -> converted(many.element(), v)).toList())
                        .orElseGet(() ->
                                many.defaults().stream().map(many.element()::convert).toList());
        return many.isSet() ? new LinkedHashSet<>(elements) : elements;
    }

    private Map<String, Object> keyed(Keyed keyed, String name) {
        var names = new SettingNames(keyed.element());
        var byKey = new LinkedHashMap<String, Object>();
        var places = names.keys(sources.names(owner + name + "."), owner + name + ".");
        places.forEach((key, place) -> byKey.put(key, read(keyed.element(), name + "." + place)));
        if (places.isEmpty()) {
            listNone(keyed.element(), name + ".*");
        }
        return byKey;
    }

    /** Checks those whose names are known, and leaves the others until they are asked for. */
    private ByName named(Named named, String name) {
        var type = named.element().type();
        var names = new SettingNames(named.element());
        var places = names.keys(sources.names(owner + name + "."), owner + name + ".");
        sources.sections(type.aliases()).forEach(key -> places.putIfAbsent(key, key));
        for (String place : places.values()) {
            var reading = below(type, name, place);
            problems.addAll(reading.problems);
            listed.addAll(reading.listed);
        }
        if (places.isEmpty()) {
            listNone(named.element(), name + ".*");
        }
        return key -> below(type, name, places.getOrDefault(key, key)).values;
    }

    private SettingsReading below(SettingsType type, String name, String key) {
        return new SettingsReading(sources, module, owner, type, name + "." + key + ".", key + ".");
    }

    private void listNone(Shape shape, String name) {
        switch (shape) {
            case One one -> list(one, one.allowed(), name, Optional.empty(), Optional.empty());
            case Many many ->
                    list(many.element(), many.allowed(), name, Optional.empty(), Optional.empty());
            case Keyed keyed -> listNone(keyed.element(), name + ".*");
            case Named named -> listNone(named.element(), name + ".*");
            case Group group ->
                    group.type()
                            .properties()
                            .forEach(p -> listNone(p.shape(), name + "." + p.name()));
        }
    }

    private void list(
            One one, String allowed, String name, Optional<String> value, Optional<String> origin) {
        var otherwise = one.defaultValue().map(text -> isSecret(one) ? Secret.MASK : text);
        var anyKey = name.contains("*");
        listed.add(
                new SettingValue(
                        owner + name,
                        module,
                        one.description(),
                        allowed,
                        otherwise,
                        !one.isOptional() && one.defaultValue().isEmpty(),
                        anyKey ? value : value.or(() -> otherwise),
                        origin));
    }

    private static boolean isSecret(One one) {
        return one.type() instanceof SecretText;
    }
}
