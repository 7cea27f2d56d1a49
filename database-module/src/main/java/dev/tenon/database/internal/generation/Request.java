package dev.tenon.database.internal.generation;

import dev.tenon.database.admin.GenerationRequest;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.schema.Schema;
import java.util.List;

/**
 * What is to be generated.
 *
 * @param module the module
 * @param database its database
 * @param model what the module declares
 * @param version the version of the migration, or the first one if it takes several
 * @param description what it does, in a few words; its file is named after it
 * @param fills values for rows that are there, where the model does not tell them
 * @param fillsBack the same for the way back, by the names of before; those that are missing are
 *     made up where one can be
 * @param largeTable from how many rows on a table is too large to be kept locked while all of them
 *     are read, as far as the engine knows ways round that
 */
public record Request(
        String module,
        String database,
        Schema model,
        long version,
        String description,
        List<Fill> fills,
        List<Fill> fillsBack,
        long largeTable) {

    private static final long LARGE_TABLE = GenerationRequest.LARGE_TABLE;

    public Request {
        fills = List.copyOf(fills);
        fillsBack = List.copyOf(fillsBack);
    }

    /** Returns a request without values, and with the usual idea of a large table. */
    public static Request of(
            String module, String database, Schema model, long version, String description) {
        return new Request(
                module, database, model, version, description, List.of(), List.of(), LARGE_TABLE);
    }

    /** Returns the request with values for rows that are there. */
    public Request withFills(List<Fill> given) {
        return new Request(
                module, database, model, version, description, given, fillsBack, largeTable);
    }

    /** Returns the request with values for rows on the way back. */
    public Request withFillsBack(List<Fill> given) {
        return new Request(module, database, model, version, description, fills, given, largeTable);
    }

    /** Returns the request with another idea of a large table. */
    public Request withLargeTable(long rows) {
        return new Request(module, database, model, version, description, fills, fillsBack, rows);
    }
}
