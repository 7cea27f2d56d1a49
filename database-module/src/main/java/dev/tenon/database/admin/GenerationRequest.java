package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * Which migration is to be generated.
 *
 * @param description what it does, in a few words; its files are named after it
 * @param folder the folder {@code migrations} in the sources of the module; made where it is
 *     missing
 * @param isForEngine whether the scripts go into the folder of the engine in use, as they do in any
 *     case where the module has scripts for single engines
 * @param values values for rows that are there, where the model does not tell them
 * @param valuesBack the same for the script that takes the change back, by the names of before;
 *     those that are missing are made up where one can be
 * @param largeTable from how many rows on a table is too large to be kept locked while all of them
 *     are read, as far as the engine knows ways round that
 * @param isTrial whether to write no files
 */
public record GenerationRequest(
        String description,
        Path folder,
        boolean isForEngine,
        List<ColumnValue> values,
        List<ColumnValue> valuesBack,
        long largeTable,
        boolean isTrial) {

    /** The number of rows from which a table is large, if nothing else is said. */
    public static final long LARGE_TABLE = 100_000;

    public GenerationRequest {
        requireNonNull(description, "description");
        requireNonNull(folder, "folder");
        values = List.copyOf(values);
        valuesBack = List.copyOf(valuesBack);
    }

    /** Returns a request without values, with the usual idea of a large table. */
    public static GenerationRequest of(String description, Path folder) {
        return new GenerationRequest(
                description, folder, false, List.of(), List.of(), LARGE_TABLE, false);
    }

    /** Returns the request with values for rows that are there. */
    public GenerationRequest withValues(ColumnValue... given) {
        return new GenerationRequest(
                description, folder, isForEngine, List.of(given), valuesBack, largeTable, isTrial);
    }

    /** Returns the request as one that writes no files. */
    public GenerationRequest asTrial() {
        return new GenerationRequest(
                description, folder, isForEngine, values, valuesBack, largeTable, true);
    }
}
