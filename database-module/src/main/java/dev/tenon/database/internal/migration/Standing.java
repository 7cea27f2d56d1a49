package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.creation.MigratedSchema;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/**
 * Looks how the migrations of a module stand in a database.
 *
 * @param schema what the database says of itself
 * @param baseline the version that a database stands for in which none has run
 */
record Standing(
        MigrationFailures failures,
        Migrations migrations,
        MigratedSchema schema,
        Baseline baseline) {

    /**
     * What a database is before its migrations run.
     *
     * @param isNew whether none has ever run
     * @param baseline the version that it stands for then
     */
    record Start(boolean isNew, Version baseline) {}

    /**
     * Returns what the database is.
     *
     * @param connection in a transaction: another host may be about to make the tables
     */
    Start start(Connection connection) throws SQLException {
        schema.refuseAnother(connection);
        return start(connection, schema.tables(connection));
    }

    /** Returns what the database is, and records whose it is. */
    Start claim(Connection connection) throws SQLException {
        var tables = schema.tables(connection);
        var start = start(connection, tables);
        schema.claim(connection, tables);
        return start;
    }

    private Start start(Connection connection, List<String> tables) throws SQLException {
        return tables.contains(FlywayRuns.TABLE)
                ? new Start(false, Version.ZERO)
                : new Start(true, baseline.of(connection, ofModule(tables)));
    }

    /**
     * Returns the version that the database stands for, if none has run in it, it holds tables, and
     * something tells.
     */
    Optional<Version> known(Connection connection) throws SQLException {
        var tables = schema.tables(connection);
        return tables.contains(FlywayRuns.TABLE)
                ? Optional.empty()
                : baseline.known(connection, ofModule(tables));
    }

    private static List<String> ofModule(List<String> tables) {
        return tables.stream().filter(name -> !name.startsWith("tenon_")).toList();
    }

    /**
     * Returns what there is to do.
     *
     * @param flyway to look; it is not asked where none has ever run
     */
    Outlook outlook(Start start, Supplier<Flyway> flyway) {
        return start.isNew()
                ? new Outlook(start.baseline().toString(), above(start.baseline()))
                : new FlywayHistory(failures, migrations).outlook(flyway.get());
    }

    private List<Migration> above(Version version) {
        return migrations
                .all()
                .filter(m -> m.version().map(v -> v.compareTo(version) > 0).orElse(true))
                .toList();
    }
}
