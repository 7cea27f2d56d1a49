package dev.tenon.core.internal.run;

import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.ModuleNode;
import dev.tenon.core.internal.plan.UnknownModule;
import dev.tenon.core.spi.RestingModules;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The modules of a blueprint in layers of their own, none of which runs. Used by one thread. */
public final class ModulesAtRest implements RestingModules {

    private final Layers layers;
    private final Blueprint blueprint;
    private final Map<String, java.lang.Module> placed = new HashMap<>();

    /**
     * @param base the layer of the host itself
     */
    public ModulesAtRest(ModuleLayer base, Blueprint blueprint) {
        this.layers = new Layers(base);
        this.blueprint = blueprint;
    }

    @Override
    public <T extends @Nullable Object> T with(String module, Function<java.lang.Module, T> work) {
        var loaded = place(node(module));
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loaded.getClassLoader());
        try {
            return work.apply(loaded);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public String version(String module) {
        return blueprint.plan().modules().stream()
                .filter(m -> m.name().equals(module))
                .flatMap(m -> m.info().version().stream())
                .findFirst()
                .orElse("");
    }

    private java.lang.Module place(ModuleNode node) {
        var known = placed.get(node.name());
        if (known != null) {
            return known;
        }
        var uses =
                Stream.concat(node.requires().stream(), node.optional().stream())
                        .map(used -> place(used).getLayer())
                        .toList();
        var module = layers.place(node, uses.stream()).module();
        placed.put(node.name(), module);
        return module;
    }

    private ModuleNode node(String name) {
        return blueprint.startable().stream()
                .filter(n -> n.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HostException(unusable(name), name));
    }

    private Problem unusable(String name) {
        var modules = blueprint.plan().modules();
        var errors =
                modules.stream()
                        .filter(m -> m.name().equals(name))
                        .flatMap(m -> m.problems().stream())
                        .filter(Problem::isError)
                        .toList();
        return errors.isEmpty()
                ? UnknownModule.problem(name, modules.stream().map(PlannedModule::name).toList())
                : Problem.together(errors);
    }
}
