import org.jspecify.annotations.NullMarked;

/**
 * The host: finds module plugins, plans their start, starts, watches and stops them, each in a
 * layer of its own, and connects them through a service registry.
 *
 * @uses dev.tenon.core.ModulePlugin the entry points of modules, in the host's layer and in those
 *     of plugins
 * @uses dev.tenon.core.spi.ContainerContributor framework modules that add beans to the containers
 *     of other modules
 * @uses dev.tenon.core.spi.PlanContributor framework modules that read what other modules declare
 *     to them, while a start is planned
 */
@NullMarked
// Weld's jars have no descriptors; their names come from Automatic-Module-Name or the file name.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.tenon.core {
    requires transitive jakarta.cdi;
    requires transitive jakarta.inject;
    requires transitive org.jspecify;
    requires jakarta.annotation;
    // Weld needs these and cannot say so: an automatic module requires nothing.
    requires jakarta.cdi.el;
    requires jdk.unsupported;
    requires org.jboss.logging;
    requires weld.api;
    requires weld.core.impl;
    requires weld.environment.common;
    requires weld.se.core;
    requires weld.spi;
    requires io.smallrye.config;
    // SmallRye Config generates classes with it and requires it at compile time only.
    requires org.objectweb.asm;
    requires jdk.jfr;
    // Looked into for what stopped plugins have left there, where they are part of this Java.
    requires static java.logging;
    requires static java.management;
    requires org.slf4j;
    requires org.snakeyaml.engine;

    exports dev.tenon.core;
    exports dev.tenon.core.error;
    exports dev.tenon.core.health;
    exports dev.tenon.core.host;
    exports dev.tenon.core.service;
    exports dev.tenon.core.settings;
    exports dev.tenon.core.spi;

    // The extension of each container is made by the host; Weld calls its observer methods.
    opens dev.tenon.core.internal.cdi to
            weld.core.impl;

    uses dev.tenon.core.ModulePlugin;
    uses dev.tenon.core.spi.ContainerContributor;
    uses dev.tenon.core.spi.PlanContributor;
}
