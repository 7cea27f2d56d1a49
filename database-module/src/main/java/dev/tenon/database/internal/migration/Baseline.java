package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.creation.RecordedModel;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The version that a database stands for in which no migration has run.
 *
 * @param set what the setting says
 */
record Baseline(
        MigrationFailures failures, Dialect dialect, Migrations migrations, Optional<Version> set) {

    private static final int SHOWN = 5;

    /**
     * Returns it: that before the first migration if the database holds no tables.
     *
     * @param tables those that there are, without Tenon's own
     * @throws MigrationException {@code DB-MIG-016} if there are some, and nothing tells which
     *     migration makes these
     */
    Version of(Connection connection, List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return Version.ZERO;
        }
        var known = known(connection, tables);
        if (known.isEmpty()) {
            throw unknown(tables, RecordedModel.fingerprint(connection, dialect).isPresent());
        }
        return known.get();
    }

    /**
     * Returns it, if there are tables and something tells.
     *
     * @param tables as for {@link #of}
     */
    Optional<Version> known(Connection connection, List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        return set.isPresent()
                ? set
                : RecordedModel.fingerprint(connection, dialect).flatMap(migrations::madeFrom);
    }

    private MigrationException unknown(List<String> tables, boolean isOfModel) {
        var shown = String.join(", ", tables.stream().limit(SHOWN).toList());
        var more = tables.size() > SHOWN ? " and " + (tables.size() - SHOWN) + " more" : "";
        return failures.of(
                MigrationError.TABLES_THERE,
                "The migrations of " + failures.owner() + " cannot begin.",
                "It holds what they have not made: "
                        + shown
                        + more
                        + "."
                        + (isOfModel
                                ? " The module has made them from a model that none of its"
                                        + " migrations names: its last version without migrations"
                                        + " has to start first."
                                : ""));
    }
}
