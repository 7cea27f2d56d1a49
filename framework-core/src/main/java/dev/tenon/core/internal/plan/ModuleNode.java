package dev.tenon.core.internal.plan;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.spi.Preparation;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;

/**
 * A module that can start, with everything its start needs.
 *
 * @param info what is known of it
 * @param reference its content
 * @param content the plugin and its private libraries, without what the host has itself; empty for
 *     a framework module, which is in a layer already
 * @param settings the settings that it declares, if any
 * @param preparations what framework modules make for it before its beans are started
 * @param configuration how the plugin resolved; nothing for a framework module
 * @param requires the modules under the same host that have to start before it
 * @param optional the modules under the same host that it uses if they start ({@code requires
 *     static})
 */
public record ModuleNode(
        ModuleInfo info,
        ModuleReference reference,
        ModuleFinder content,
        Optional<DeclaredSettings> settings,
        List<Preparation> preparations,
        Optional<Configuration> configuration,
        List<ModuleNode> requires,
        List<ModuleNode> optional) {

    public ModuleNode {
        preparations = List.copyOf(preparations);
        requires = List.copyOf(requires);
        optional = List.copyOf(optional);
    }

    public String name() {
        return info.name();
    }

    /**
     * Resolves a plugin with its private libraries over the given parents.
     *
     * @throws java.lang.module.ResolutionException if that fails
     * @throws java.lang.module.FindException if something is not found or cannot be read
     */
    public static Configuration resolve(
            String name, ModuleFinder content, List<Configuration> parents) {
        return Configuration.resolveAndBind(content, parents, ModuleFinder.of(), List.of(name));
    }
}
