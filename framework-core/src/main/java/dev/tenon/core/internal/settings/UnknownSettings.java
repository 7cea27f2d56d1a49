package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.SimilarName;
import dev.tenon.core.internal.settings.SettingsType.Group;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.core.internal.source.WrittenName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds settings that somebody wrote and nobody reads, which are misspelt as a rule. A module
 * without an interface of settings may read any name.
 */
public final class UnknownSettings {

    private static final String TENON = HostSettings.TENON + ".";
    private static final String OF_MODULE = TENON + "module.";

    private final Map<String, Optional<DeclaredSettings>> modules;
    private final Collection<WrittenName> written;

    /**
     * @param modules every module by its name, with the interface that it declares
     */
    public UnknownSettings(
            SettingSources sources, Map<String, Optional<DeclaredSettings>> modules) {
        this.modules = Map.copyOf(modules);
        this.written = sources.written();
    }

    /** Returns the unknown settings of a module. */
    public List<Problem> of(String module) {
        return modules.getOrDefault(module, Optional.empty()).stream()
                .filter(declared -> declared.prefix().equals(module))
                .map(DeclaredSettings::type)
                .flatMap(type -> of(module, new SettingNames(new Group(type)), type))
                .toList();
    }

    private Stream<Problem> of(String module, SettingNames names, SettingsType type) {
        return written.stream()
                .filter(w -> owner(w.name()).filter(module::equals).isPresent())
                .filter(w -> !names.contain(w.name().substring(module.length())))
                .map(w -> unknown(w, Problem.Severity.ERROR, known(module, w.name(), type)));
    }

    private static String known(String module, String wrong, SettingsType type) {
        var names = type.properties().stream().map(p -> module + "." + p.name()).toList();
        var similar = SimilarName.of(wrong, names);
        return "The module "
                + module
                + " has no such setting; it has "
                + (names.isEmpty() ? "none" : String.join(", ", names))
                + "."
                + similar.map(name -> " Was " + name + " meant?").orElse("");
    }

    /** Returns the unknown settings of the host, and those that seem to belong to a module. */
    public List<Problem> ofHost() {
        var problems = new ArrayList<Problem>();
        for (WrittenName name : written) {
            if (name.name().startsWith(OF_MODULE) && HostSettings.has(name.name())) {
                ofNoModule(name).ifPresent(problems::add);
            } else if (name.name().startsWith(TENON)
                    && !HostSettings.has(name.name())
                    && !isOfFramework(name.name())) {
                problems.add(
                        unknown(name, Problem.Severity.ERROR, "The host has no such setting."));
            } else if (!name.name().startsWith(TENON) && owner(name.name()).isEmpty()) {
                ofSimilarModule(name).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** Returns whether a framework module that has chosen where its names begin has the setting. */
    private boolean isOfFramework(String name) {
        return modules.values().stream()
                .flatMap(Optional::stream)
                .filter(declared -> name.startsWith(declared.prefix() + "."))
                .anyMatch(declared ->
                        new SettingNames(new Group(declared.type()))
                                .contain(name.substring(declared.prefix().length())));
    }

    /** A limit for a module that is not there. */
    private Optional<Problem> ofNoModule(WrittenName name) {
        var rest = name.name().substring(OF_MODULE.length());
        return modules.keySet().stream().anyMatch(m -> rest.startsWith(m + "."))
                ? Optional.empty()
                : Optional.of(
                        unknown(
                                name,
                                Problem.Severity.WARNING,
                                "There is no such module."
                                        + similarModule(rest)
                                                .map(m -> " Was " + m + " meant?")
                                                .orElse("")));
    }

    /** Programs may have settings of their own, so only what is nearly a module's is told. */
    private Optional<Problem> ofSimilarModule(WrittenName name) {
        return similarModule(name.name())
                .map(m ->
                        unknown(
                                name,
                                Problem.Severity.WARNING,
                                "It belongs to no module. Was " + m + " meant?"));
    }

    private Optional<String> similarModule(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : SimilarName.of(name.substring(0, dot), modules.keySet())
                        .filter(m -> Math.abs(m.length() - dot) <= 2);
    }

    /** Returns the module whose setting the name is: of nested names, the longest. */
    private Optional<String> owner(String name) {
        return modules.keySet().stream()
                .filter(module -> name.startsWith(module + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static Problem unknown(WrittenName name, Problem.Severity severity, String cause) {
        return new Problem(
                HostError.SETTING_UNKNOWN,
                severity,
                "The setting " + name.name() + ", set in " + name.origin() + ", is unknown.",
                cause,
                HostError.SETTING_UNKNOWN.remedy(),
                Optional.empty());
    }
}
