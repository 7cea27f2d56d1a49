package dev.tenon.core.internal.run;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.observe.FlightEvents.LayerEvent;
import dev.tenon.core.internal.plan.ModuleNode;
import dev.tenon.core.spi.Preparation;
import java.lang.module.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Defines the layer of each plugin over the layers of the plugins that it requires. */
final class Layers {

    /** A module in its layer, with the layer's controller if the host has defined it. */
    record Placed(java.lang.Module module, Optional<ModuleLayer.Controller> controller) {}

    private final ModuleLayer base;

    Layers(ModuleLayer base) {
        this.base = base;
    }

    /**
     * Returns the module in its layer; defines the layer if the module is a plugin.
     *
     * @param uses the layers of the modules that it uses
     * @throws HostException {@code HOST-RUN-001} if that fails
     */
    Placed place(ModuleNode node, Stream<ModuleLayer> uses) {
        var configuration = node.configuration();
        return configuration.isPresent()
                ? define(node, configuration.get(), parents(uses))
                : new Placed(base.findModule(node.name()).orElseThrow(), Optional.empty());
    }

    private Placed define(ModuleNode node, Configuration configuration, List<ModuleLayer> parents) {
        var event = new LayerEvent();
        event.module = node.name();
        event.begin();
        try {
            var controller =
                    ModuleLayer.defineModulesWithOneLoader(
                            over(parents, node, configuration),
                            parents,
                            base.findLoader(Layers.class.getModule().getName()));
            var module = controller.layer().findModule(node.name()).orElseThrow();
            // The registry calls the services of this module for others, see GuardedService.
            module.getPackages()
                    .forEach(name -> controller.addExports(module, name, Layers.class.getModule()));
            for (Preparation preparation : node.preparations()) {
                var framework = preparation.getClass().getModule();
                module.getPackages().forEach(name -> controller.addOpens(module, name, framework));
            }
            return new Placed(module, Optional.of(controller));
        } catch (RuntimeException | LinkageError e) {
            throw new HostException(
                    Problem.error(
                                    HostError.LAYER_FAILED,
                                    "The layer of the module "
                                            + node.name()
                                            + " cannot be created.",
                                    Problem.describe(e),
                                    HostError.LAYER_FAILED.remedy())
                            .from(e),
                    node.name());
        } finally {
            event.commit();
        }
    }

    private List<ModuleLayer> parents(Stream<ModuleLayer> uses) {
        return Stream.concat(uses.filter(layer -> layer != base), Stream.of(base)).toList();
    }

    /** Resolves anew if a module that this one uses optionally is not there after all. */
    private static Configuration over(
            List<ModuleLayer> parents, ModuleNode node, Configuration planned) {
        var actual = parents.stream().map(ModuleLayer::configuration).toList();
        return actual.equals(planned.parents())
                ? planned
                : ModuleNode.resolve(node.name(), node.content(), actual);
    }
}
