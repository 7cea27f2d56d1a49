package dev.tenon.database.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a plugin class with {@link dev.tenon.database.Database}: what the engine of the database has
 * to be able to do. A module whose database is on an engine that cannot does not start, and the
 * plan says so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Requires {

    /** Returns what the engine has to be able to do. */
    Capability[] value();
}
