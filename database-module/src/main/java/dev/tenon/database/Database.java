package dev.tenon.database;

import dev.tenon.database.schema.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * On the plugin class of a module: gives the module a database of its own. What it holds is told by
 * {@link #entities} or {@link #schema}; without both it is empty, and the module makes its tables
 * itself.
 *
 * <p>The annotation and the entities are read from their class files when a start is planned: no
 * code of the module runs for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Database {

    /**
     * Returns the name of the database, which no other module has: at most 40 lower-case letters,
     * digits and underscores, the first of them a letter.
     */
    String name();

    /**
     * Returns the entities, records or classes with {@code jakarta.persistence.Entity}; each is a
     * table, with one more for each of its collections.
     */
    Class<?>[] entities() default {};

    /**
     * Returns the class that makes the schema in code, with a public no-argument constructor. Code
     * of a module does not run while a start is planned, so the plan shows that there is such a
     * schema, and the schema is checked when the module starts.
     */
    Class<? extends Supplier<Schema>> schema() default NoSchema.class;

    /**
     * Returns the names that the module had before: it takes over what was created for them. A
     * database is recorded as that of the module for which it was created, and opened for no other
     * one. Name a former module as long as there may be databases from its time; the record keeps
     * its name, so that the version before the change of the name can be brought back.
     */
    String[] formerModules() default {};

    /** Stands for no schema in code. */
    final class NoSchema implements Supplier<Schema> {
        private NoSchema() {}

        @Override
        public Schema get() {
            return Schema.of();
        }
    }
}
