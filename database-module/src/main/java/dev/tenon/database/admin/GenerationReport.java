package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was generated for a database.
 *
 * @param database its name
 * @param module its module
 * @param engine the engine that the scripts are for, for example {@code sqlite}
 * @param pairs the migrations, in the order in which they are to be run; empty if nothing differs
 * @param tables how many tables with rows the scripts were proved on
 * @param rows how many rows those held
 * @param baseline the version that databases stand for whose tables the module has made without
 *     migrations, to be set there; nothing if the module has had migrations before, or no database
 * @param isWritten whether the files were written
 */
public record GenerationReport(
        String database,
        String module,
        String engine,
        List<GeneratedPair> pairs,
        int tables,
        long rows,
        Optional<String> baseline,
        boolean isWritten) {

    public GenerationReport {
        requireNonNull(database, "database");
        requireNonNull(module, "module");
        requireNonNull(engine, "engine");
        requireNonNull(baseline, "baseline");
        pairs = List.copyOf(pairs);
    }
}
