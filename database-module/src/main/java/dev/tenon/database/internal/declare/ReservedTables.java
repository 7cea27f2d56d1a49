package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.List;
import java.util.Locale;

/** Keeps modules from the names of the tables that Tenon has in their databases. */
public final class ReservedTables {

    private static final String PREFIX = "tenon_";

    private ReservedTables() {}

    /** Returns what is wrong with the names of the tables. */
    public static List<Problem> problems(Schema schema) {
        return schema.tables().stream()
                .map(Table::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .map(name ->
                        Problem.error(
                                SchemaError.NAME_UNUSABLE,
                                "The name of the table '" + name + "' cannot be used.",
                                "Tables whose names begin with " + PREFIX + " are those of Tenon.",
                                "Choose another name."))
                .toList();
    }
}
