package dev.tenon.host.internal.outcome;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.MigrationRun;
import java.util.List;
import java.util.Optional;

/**
 * What has been done with one database.
 *
 * @param database its name
 * @param module its module
 * @param runs what has been done
 * @param problem what went wrong
 */
public record MigrationOutcome(
        String database, String module, List<MigrationRun> runs, Optional<Problem> problem) {}
