package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.schema.LiveSchema;
import java.sql.Connection;

/**
 * A database that has its new names already, and is to get the rest.
 *
 * @param connection to the copy that is in this state
 * @param live what it holds
 * @param difference what is missing, without any renames
 * @param goal what it is to become
 * @param fills the values that are given
 */
public record Stage(
        Connection connection,
        LiveSchema live,
        SchemaDifference difference,
        Goal goal,
        Fills fills) {}
