package dev.tenon.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a module to people. Optional, on the {@link ModulePlugin} class; name, version and
 * requirements come from the module descriptor. Read from the class file: no code of the module is
 * loaded for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Module {

    /** A short name for people. Default: the module's name. */
    String title() default "";

    /** One sentence on what the module is for. Default: none. */
    String description() default "";

    /**
     * The interface that declares the module's settings, see {@link
     * dev.tenon.core.settings.Setting}: public, in the module, in any package. Its settings are
     * checked before anything of the module runs, and then injected as the interface, or handed out
     * by {@link ModuleContext#settings(Class)}. Default: none; the module may read any setting by
     * name.
     */
    Class<?> settings() default void.class;

    /**
     * What stands before the names of the module's {@link #settings()}. Only a framework module may
     * choose it. Default: the module's name.
     */
    String settingsPrefix() default "";
}
