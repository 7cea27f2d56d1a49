package dev.tenon.core.internal.cdi;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.spi.ContainerContributor;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jboss.weld.Container;
import org.jboss.weld.inject.WeldInstance;

/** Gives a container to each module that has beans, and none to the others. */
public final class Containers {

    private final List<ContainerContributor> contributors;

    /**
     * @param base the layer of the host, where the contributors are
     */
    public Containers(ModuleLayer base) {
        XmlValidation.switchOff();
        this.contributors =
                ServiceLoader.load(base, ContainerContributor.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }

    /**
     * Starts the container of a module if it has beans.
     *
     * @param controller opens the module's packages to the container, so that the module need not;
     *     nothing for a module of the host's own layer
     * @param settings the interface of settings that the module declares, if any
     */
    public Optional<ModuleContainer> start(
            java.lang.Module module,
            ModuleReference reference,
            Optional<ModuleLayer.Controller> controller,
            ModuleContext context,
            Optional<Class<?>> settings)
            throws IOException {
        var beanClasses = BeanClasses.of(reference);
        if (beanClasses.isEmpty()) {
            return Optional.empty();
        }
        controller.ifPresent(c -> open(module, c));
        return Optional.of(
                ModuleContainer.start(module, beanClasses, context, settings, contributors));
    }

    private static void open(java.lang.Module module, ModuleLayer.Controller controller) {
        // Taken from classes, because the names of automatic modules come from their file names.
        var weldCore = Container.class.getModule();
        var weldApi = WeldInstance.class.getModule();
        var cdi = CDI.class.getModule();
        for (String name : module.getPackages()) {
            controller.addOpens(module, name, weldCore);
            controller.addOpens(module, name, cdi);
        }
        controller.addReads(module, weldCore);
        controller.addReads(module, weldApi);
    }
}
