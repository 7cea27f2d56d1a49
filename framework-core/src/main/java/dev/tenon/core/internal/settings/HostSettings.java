package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.source.SettingProblems;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.core.internal.source.SourceSettings;
import dev.tenon.core.settings.SettingValue;
import dev.tenon.core.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the host reads for itself: time limits and parallelism, for all modules or for one.
 *
 * <p>A limit for one module stands under {@code tenon.module.NAME}.
 */
public final class HostSettings {

    static final String TENON = "tenon";

    private static final ClassLoader LOADER = TenonSettings.class.getClassLoader();
    private static final SettingsType HOST = typeOf(TenonSettings.class);
    private static final SettingsType BY_MODULE = typeOf(TenonSettings.ByModule.class);
    private static final SettingsType LIMITS = typeOf(TenonSettings.Limits.class);

    private final SettingSources sources;
    private final SettingsReading reading;
    private final TenonSettings values;
    private final Map<String, TenonSettings.Limits> limits = new ConcurrentHashMap<>();

    public HostSettings(SettingSources sources) {
        this.sources = sources;
        this.reading = SettingsReading.ofHost(sources, HOST, TENON);
        this.values = (TenonSettings) reading.as(LOADER);
    }

    /** Returns where the values come from. */
    public SettingSources sources() {
        return sources;
    }

    /** Returns all settings by their whole names. */
    public Settings all() {
        return new SourceSettings(sources);
    }

    /** Returns everything that is wrong with the settings for all modules. */
    public List<Problem> problems() {
        var problems = new ArrayList<>(reading.problems());
        try {
            var _ = plugins();
        } catch (HostException e) {
            problems.add(e.problem());
        }
        return problems;
    }

    /** Returns everything that is wrong with the settings for one module. */
    public List<Problem> problems(String module) {
        return limits(module).problems();
    }

    /** Returns how the settings of the host stand. */
    public List<SettingValue> listed() {
        var byModule = SettingsReading.ofHost(sources, BY_MODULE, TENON);
        return Stream.concat(reading.listed().stream(), byModule.listed().stream()).toList();
    }

    /** Returns whether a setting of the host has the name. */
    static boolean has(String name) {
        return Stream.of(HOST, BY_MODULE)
                .map(type -> new SettingNames(new SettingsType.Group(type)))
                .anyMatch(names -> names.contain(name.substring(TENON.length())));
    }

    /** Returns how long each step of the module's start may take; default 30 s. */
    public Duration startTimeout(String module) {
        return limitsOf(module).startTimeout().orElseGet(values::startTimeout);
    }

    /** Returns how long each step of the module's stop may take; default 10 s. */
    public Duration stopTimeout(String module) {
        return limitsOf(module).stopTimeout().orElseGet(values::stopTimeout);
    }

    /**
     * Returns the places to find plugins in, separated as the platform separates paths; default:
     * none.
     */
    public List<Path> plugins() {
        return values.plugins().stream()
                .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
                .filter(part -> !part.isBlank())
                .map(part -> path(part.strip()))
                .toList();
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            var value = sources.find(TENON + ".plugins").orElseThrow();
            throw new HostException(
                    SettingProblems.invalid(
                            value, "'" + text + "' is not a path: " + e.getReason() + "."));
        }
    }

    /** Returns how many modules start at the same time; default: the processors, at least 2. */
    public int parallelism() {
        return values.parallelism()
                .orElseGet(() -> Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Returns whether the host follows what happens in the plugin folders; default: no. */
    public boolean isWatching() {
        return values.watch();
    }

    /**
     * Returns how often the host looks into the plugin folders when it watches them; default 1 s.
     */
    public Duration watchInterval() {
        return values.watchInterval();
    }

    /** Returns the settings that belong to the module. */
    public ModuleSettings ofModule(String module, Optional<DeclaredSettings> declared) {
        return new ModuleSettings(sources, module, declared);
    }

    private TenonSettings.Limits limitsOf(String module) {
        return limits.computeIfAbsent(
                module, name -> (TenonSettings.Limits) limits(name).as(LOADER));
    }

    private SettingsReading limits(String module) {
        return SettingsReading.ofHost(sources, LIMITS, TENON + ".module." + module);
    }

    /** Reads one of the host's own interfaces like those of modules. */
    private static SettingsType typeOf(Class<?> type) {
        try {
            var outcome = new SettingsTypeReader(HostSettings::classModel).read(type.getName());
            if (!outcome.flaws().isEmpty()) {
                throw new IllegalStateException(String.join(" ", outcome.flaws()));
            }
            return outcome.type();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ClassModel> classModel(String name) throws IOException {
        var path = "/" + name.replace('.', '/') + ".class";
        try (var file = HostSettings.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.of().parse(file.readAllBytes()));
        }
    }
}
