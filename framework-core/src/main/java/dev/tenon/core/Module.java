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
}
