package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.creation.ExistingTables;
import dev.tenon.database.internal.migration.source.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;

/** The version to which migrations have brought a database, whatever its module has by now. */
public final class ReachedVersion {

    private ReachedVersion() {}

    /** Returns it; nothing if no migration with a version has run. */
    public static Optional<Version> of(Connection connection) throws SQLException {
        if (!ExistingTables.of(connection).contains(FlywayRuns.TABLE)) {
            return Optional.empty();
        }
        var held = new HashSet<Version>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT version, type, success FROM "
                                        + FlywayRuns.TABLE
                                        + " WHERE version IS NOT NULL ORDER BY installed_rank")) {
            while (row.next()) {
                var version = Version.parse(row.getString(1)).orElse(Version.ZERO);
                if (row.getString(2).equals("DELETE")) {
                    // A repair has noted that the module does not have it.
                    held.remove(version);
                } else if (row.getBoolean(3)) {
                    held.add(version);
                }
            }
        }
        return held.stream().filter(v -> !v.equals(Version.ZERO)).max(Comparator.naturalOrder());
    }
}
