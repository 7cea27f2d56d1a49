package dev.tenon.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an entity or an attribute of one: tells the names that its table or its column had before, so
 * that a database in which it still has one of them keeps the rows or values. Renames are never
 * guessed: without this, the old name is dropped and the new one added.
 *
 * <p>Name them as long as there may be databases from that time. Where the name of now is there
 * already, or none of the old ones is, it makes no difference. On an attribute that embeds others,
 * it names what their columns began with.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface RenamedFrom {

    /** Returns the former names, as they stand in the database. */
    String[] value();
}
