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
 * @param tables how many tables the scripts keep, whose rows were compared before and after
 * @param rows how many rows those held
 * @param baseline where databases stand that have their tables without migrations; nothing if the
 *     module has had migrations before, or no database
 * @param isWritten whether the files were written
 */
public record GenerationReport(
        String database,
        String module,
        String engine,
        List<GeneratedPair> pairs,
        int tables,
        long rows,
        Optional<Baseline> baseline,
        boolean isWritten) {

    /**
     * Where databases stand that have their tables without migrations.
     *
     * @param version the version of the migration that makes these tables in new databases
     * @param isKnown whether the script tells hosts, because the module has made the tables from
     *     its model; otherwise the setting {@code baseline} of each such database has to
     */
    public record Baseline(String version, boolean isKnown) {

        public Baseline {
            requireNonNull(version, "version");
        }
    }

    public GenerationReport {
        requireNonNull(database, "database");
        requireNonNull(module, "module");
        requireNonNull(engine, "engine");
        requireNonNull(baseline, "baseline");
        pairs = List.copyOf(pairs);
    }
}
