package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.plan.Candidate.Named;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What modules require of each other, looked up through everything in between: their private
 * libraries and the libraries of the host.
 */
final class Requirements {

    /**
     * What one module requires.
     *
     * @param hosted names of modules under the host that have to be there
     * @param optional names of modules under the host that it uses if they are there ({@code
     *     requires static})
     * @param problems a problem for each requirement that nobody meets
     */
    record Required(Set<String> hosted, Set<String> optional, List<Problem> problems) {}

    private final Configuration base;
    private final Set<String> frameworkNames;
    private final Set<String> pluginNames;
    private final Map<String, Set<String>> frameworkBehind = new HashMap<>();

    /**
     * @param base the configuration of the host's own layer
     * @param frameworkNames the modules in it that the host starts
     * @param pluginNames the names of all plugins that were found
     */
    Requirements(Configuration base, Set<String> frameworkNames, Set<String> pluginNames) {
        this.base = base;
        this.frameworkNames = frameworkNames;
        this.pluginNames = pluginNames;
    }

    Required of(Named candidate) {
        var required = new Required(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        if (frameworkNames.contains(candidate.name())) {
            required.hosted.addAll(behind(candidate.name()));
        } else {
            visit(candidate, candidate.reference().descriptor(), required, new HashSet<>());
        }
        required.hosted.remove(candidate.name());
        required.optional.remove(candidate.name());
        required.optional.removeAll(required.hosted);
        return required;
    }

    private void visit(
            Named candidate, ModuleDescriptor descriptor, Required required, Set<String> visited) {
        if (!visited.add(descriptor.name())) {
            return;
        }
        for (Requires requires : descriptor.requires()) {
            var name = requires.name();
            var ofHost = base.findModule(name).isPresent();
            var library = ofHost ? null : candidate.finder().find(name).orElse(null);
            if (requires.modifiers().contains(Requires.Modifier.STATIC)) {
                if (pluginNames.contains(name)) {
                    required.optional.add(name);
                }
            } else if (ofHost) {
                required.hosted.addAll(frameworkNames.contains(name) ? Set.of(name) : behind(name));
            } else if (library != null) {
                visit(candidate, library.descriptor(), required, visited);
            } else if (pluginNames.contains(name)) {
                required.hosted.add(name);
            } else {
                required.problems.add(missing(candidate, descriptor, name));
            }
        }
        if (descriptor.isAutomatic()) {
            // An automatic module reads everything beside it.
            candidate.finder().findAll().stream()
                    .map(ModuleReference::descriptor)
                    .forEach(d -> visit(candidate, d, required, visited));
        }
    }

    /** Returns the framework modules that the given module of the host's layer reads. */
    Set<String> behind(String name) {
        var known = frameworkBehind.get(name);
        if (known == null) {
            var found = new TreeSet<String>();
            base.findModule(name).ifPresent(m -> collect(m, found, new HashSet<>()));
            found.remove(name);
            frameworkBehind.put(name, found);
            known = found;
        }
        return known;
    }

    private void collect(ResolvedModule module, Set<String> found, Set<ResolvedModule> visited) {
        // It reads everything beside it, which says nothing about what it needs.
        if (module.reference().descriptor().isAutomatic()) {
            return;
        }
        for (ResolvedModule read : module.reads()) {
            if (frameworkNames.contains(read.name())) {
                found.add(read.name());
            } else if (!isOfJdk(read.name()) && visited.add(read)) {
                collect(read, found, visited);
            }
        }
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    private static Problem missing(Named candidate, ModuleDescriptor requirer, String name) {
        var fact = "The module " + candidate.name() + " cannot be resolved.";
        var who =
                requirer.name().equals(candidate.name()) ? "It" : "Its library " + requirer.name();
        if (ModuleFinder.ofSystem().find(name).isPresent()) {
            return Problem.error(
                    HostError.MISSING_REQUIREMENT,
                    fact,
                    who
                            + " requires "
                            + name
                            + ", which the JDK has but this host has not resolved.",
                    "Start Java with --add-modules " + name + " or --add-modules ALL-SYSTEM.");
        }
        return Problem.error(
                HostError.MISSING_REQUIREMENT,
                fact,
                who + " requires " + name + ", which neither a plugin folder nor the host has.",
                "Put "
                        + name
                        + " into a plugin folder if it is a plugin, or beside the jar of "
                        + candidate.name()
                        + " in a folder of its own if it is a library.");
    }
}
