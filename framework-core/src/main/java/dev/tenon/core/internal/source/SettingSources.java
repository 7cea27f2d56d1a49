package dev.tenon.core.internal.source;

import dev.tenon.core.error.HostException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Expressions;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The sources of settings, read once: files, the environment, the system properties and what was
 * given explicitly, from weakest to strongest. Immutable and safe for use by many threads.
 */
public final class SettingSources {

    private static final String PROFILE = "tenon.profile";

    /** The common section of an INI file, whose values hold for every module. */
    private static final String COMMON = IniFile.COMMON + ".";

    private static final Pattern REFERENCE = Pattern.compile("\\s*\\$\\{[^{}]*}\\s*");
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    private static final int DEFAULTS = 100;
    private static final int FILE = 1_000;
    private static final int ENVIRONMENT = 10_000;
    private static final int SYSTEM_PROPERTIES = 20_000;
    private static final int EXPLICIT = 30_000;

    private final SmallRyeConfig config;
    private final List<ConfigSource> written;

    private SettingSources(SmallRyeConfig config, List<ConfigSource> written) {
        this.config = config;
        this.written = written;
    }

    /**
     * Reads the sources.
     *
     * @param files settings files, of which a later one is stronger; beside each, the file with
     *     {@code -PROFILE} before its suffix is read if it exists
     * @param explicit settings given on the command line or by the builder, stronger than the rest
     * @param defaults settings given by the program, weaker than the rest
     * @throws HostException if a file cannot be read
     */
    public static SettingSources read(
            List<Path> files, Map<String, String> explicit, Map<String, String> defaults) {
        var outer = new ArrayList<ConfigSource>();
        outer.add(new PropertiesConfigSource(defaults, "the installation", DEFAULTS));
        outer.add(new EnvConfigSource(System.getenv(), ENVIRONMENT));
        outer.add(
                new PropertiesConfigSource(
                        systemProperties(), "the system properties", SYSTEM_PROPERTIES));
        var given =
                new PropertiesConfigSource(explicit, "the command line or the builder", EXPLICIT);
        outer.add(given);

        var plain = SettingsFiles.read(files, FILE);
        var profiles = profiles(build(Stream.concat(plain.stream(), outer.stream()), List.of()));
        var all = profiles.isEmpty() ? plain : SettingsFiles.read(files, profiles, FILE);
        return new SettingSources(
                build(Stream.concat(all.stream(), outer.stream()), profiles),
                Stream.concat(all.stream(), Stream.<ConfigSource>of(given)).toList());
    }

    private static SmallRyeConfig build(Stream<ConfigSource> sources, List<String> profiles) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfiles(profiles)
                .withSources(sources.toList())
                .withSecretKeysHandlers(new SecretFiles())
                .build();
    }

    private static List<String> profiles(SmallRyeConfig config) {
        return config.getOptionalValues(PROFILE, String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, String> systemProperties() {
        var properties = System.getProperties();
        var copy = new HashMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            copy.put(name, properties.getProperty(name));
        }
        return copy;
    }

    /**
     * Returns the value of the setting from the strongest source that has it.
     *
     * @throws HostException if what the value refers to cannot be put in its place
     */
    public Optional<SourcedValue> find(String name) {
        try {
            var isSecret = new AtomicBoolean();
            var value = SecretFiles.read(() -> config.getConfigValue(name), isSecret);
            if (value.hasProblems()) {
                throw unresolvable(name, value.getProblems().getFirst().getMessage());
            }
            return value.getValue() == null
                    ? Optional.empty()
                    : Optional.of(SourcedValue.of(value, unexpanded(name), isSecret.get()));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw unresolvable(name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the value of a setting: its own, or that of the common section if it comes from a
     * stronger file.
     *
     * @param owner the module's name with a dot; empty for settings that belong to no module, which
     *     the common section is not for
     */
    public Optional<SourcedValue> find(String owner, String name) {
        var own = find(owner + name);
        return !owner.isEmpty() && isCommon(name) ? stronger(own, find(COMMON + name)) : own;
    }

    /**
     * Returns the value of a setting that has other names, too: its own, or the one of an alias
     * that comes from a stronger source.
     *
     * @param owner see {@link #find(String, String)}
     * @param section what stands before the aliases; if nothing, they may be in the common section
     * @param isSecret whether nothing of it may be printed, also where it cannot be used
     */
    public Optional<SourcedValue> find(
            String owner, String name, String section, List<String> aliases, boolean isSecret) {
        var found = isSecret ? findSecret(owner, name) : find(owner, name);
        for (String alias : aliases) {
            var places =
                    section.isEmpty() && isCommon(alias)
                            ? List.of(alias, COMMON + alias)
                            : List.of(section + alias);
            for (String place : places) {
                found = stronger(found, isSecret ? findSecret("", place) : find(place));
            }
        }
        return found;
    }

    /**
     * Returns the value of a setting of which nothing may be printed, also where it cannot be used.
     *
     * @param owner see {@link #find(String, String)}
     */
    public Optional<SourcedValue> findSecret(String owner, String name) {
        return unseen(owner, name, () -> find(owner, name).map(SourcedValue::hidden));
    }

    /**
     * Returns the values of a list of which nothing may be printed.
     *
     * @param owner see {@link #find(String, String)}
     */
    public Optional<List<SourcedValue>> findAllSecrets(String owner, String name) {
        return unseen(
                owner,
                name,
                () ->
                        findAll(owner, name)
                                .map(all -> all.stream().map(SourcedValue::hidden).toList()));
    }

    /**
     * Even a part of the text, such as the name of what it seems to refer to, may be secret, unless
     * it is nothing but a reference.
     */
    private <T> Optional<T> unseen(String owner, String name, Supplier<Optional<T>> search) {
        try {
            return search.get();
        } catch (HostException e) {
            var value = written(owner, name);
            throw value.filter(v -> REFERENCE.matcher(v.getValue()).matches()).isPresent()
                    ? e
                    : new HostException(
                            SettingProblems.unresolvableSecret(
                                    owner + name,
                                    value.map(SourcedValue::origin).orElse("one of its elements")));
        }
    }

    /**
     * Returns the values of a list: those with an index, or a text that is split at its commas,
     * whichever comes from the stronger source; nothing if no source has any.
     */
    public Optional<List<SourcedValue>> findAll(String owner, String name) {
        var whole = find(owner, name);
        var parts =
                config.getIndexedProperties(owner + name).stream()
                        .flatMap(part -> find(part).stream())
                        .toList();
        if (!parts.isEmpty()
                && whole.filter(w -> w.strength() > parts.getFirst().strength()).isEmpty()) {
            return Optional.of(parts);
        }
        return whole.map(w -> parts(w.text()).stream().map(w::withText).toList());
    }

    /** Splits a text at its commas; a backslash keeps one. */
    public static List<String> parts(String text) {
        return COMMA.splitAsStream(text)
                .map(part -> part.replace("\\,", ",").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<SourcedValue> stronger(
            Optional<SourcedValue> own, Optional<SourcedValue> common) {
        return common.isPresent()
                        && own.filter(o -> o.strength() >= common.get().strength()).isEmpty()
                ? common
                : own;
    }

    /** Only files have a common section: elsewhere the name would be an accident. */
    private boolean isCommon(String name) {
        return unexpanded(COMMON + name).getConfigSourceOrdinal() < ENVIRONMENT;
    }

    /** Returns the value as it stands in its source, with its references. */
    private ConfigValue unexpanded(String name) {
        return Expressions.withoutExpansion(() -> config.getConfigValue(name));
    }

    /**
     * Returns where the value of the setting comes from, even if it cannot be used.
     *
     * @param owner see {@link #find(String, String)}
     */
    public Optional<String> origin(String owner, String name) {
        return written(owner, name).map(SourcedValue::origin);
    }

    private Optional<ConfigValue> written(String owner, String name) {
        var own = unexpanded(owner + name);
        var common = unexpanded(COMMON + name);
        var isCommon =
                !owner.isEmpty()
                        && isCommon(name)
                        && common.getValue() != null
                        && common.getConfigSourceOrdinal() > own.getConfigSourceOrdinal();
        return Optional.of(isCommon ? common : own).filter(value -> value.getValue() != null);
    }

    /** Returns the names of all settings that begin with the prefix. */
    public Set<String> names(String prefix) {
        var names = new TreeSet<String>();
        config.getPropertyNames()
                .forEach(name -> {
                    if (name.startsWith(prefix)) {
                        names.add(name);
                    }
                });
        return names;
    }

    /**
     * Returns the names that somebody wrote for Tenon: in files, on the command line, to the
     * builder. The environment and the system properties hold much that is none of its business.
     */
    public Collection<WrittenName> written() {
        return written.stream()
                .flatMap(source ->
                        source.getPropertyNames().stream()
                                .map(name -> WrittenName.of(name, source)))
                .toList();
    }

    /**
     * Returns the sections that hold one of the names, without the common one and those of modules,
     * whose names have a dot.
     */
    public Set<String> sections(Collection<String> names) {
        return written().stream()
                .map(WrittenName::name)
                .filter(name -> !name.startsWith(COMMON))
                .map(name -> name.split("\\.", 2))
                .filter(parts -> parts.length == 2 && names.contains(parts[1]))
                .map(parts -> parts[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HostException unresolvable(String name, String flaw) {
        var value = unexpanded(name);
        return new HostException(
                SettingProblems.invalid(
                        SourcedValue.of(value, value, false),
                        "What it refers to cannot be put in its place ("
                                + flaw.replaceFirst("^SRCFG\\d+: ", "")
                                + ")."));
    }
}
