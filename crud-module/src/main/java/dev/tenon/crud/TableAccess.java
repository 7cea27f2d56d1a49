package dev.tenon.crud;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the plugin class of a module with a database: says which of its tables {@link CrudService}
 * does not show or does not change. The module's own sessions and repositories are not concerned.
 * Who runs the host can say more by {@code tenon.crud.NAME.hidden} and {@code
 * tenon.crud.NAME.read-only}.
 *
 * <p>It is read from the class file when a start is planned. A name that is none of a table of the
 * module keeps it from starting ({@code DB-CRUD-015}): nothing is shown because of a slip.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TableAccess {

    /** Returns the tables that are treated as if they were not there. */
    String[] hidden() default {};

    /** Returns the tables that are read but not changed; {@code "*"} for all. */
    String[] readOnly() default {};
}
