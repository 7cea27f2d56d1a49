package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.schema.Schema;
import java.sql.SQLException;

/** Compares two schemas, and asks the engine where it has words of its own. */
@FunctionalInterface
public interface Comparing {

    SchemaDifference compare(Schema from, Schema to) throws SQLException;
}
