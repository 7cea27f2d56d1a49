package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.creation.SchemaCreation;
import dev.tenon.database.internal.creation.SchemaOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a database what the model of its module says, where the module has no migrations: creates
 * the tables, or adds to those that an earlier form of the model has made. Used by one thread.
 *
 * @param owner whose database it is
 * @param creation from the model
 */
public record ModuleModel(
        SchemaOwner owner,
        Store store,
        SchemaCreation creation,
        ModuleMigrations.Settings settings) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    /** Renames come first, then what is left; more would be a circle. */
    private static final int ROUNDS = 3;

    /**
     * Does it, while no other host does.
     *
     * @return what was done, in words; nothing if another host has done it
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-…} if the database
     *     holds something else, or it cannot be done; it is as it was then, where that can be
     */
    public Optional<String> run(Progress progress) {
        try {
            return MigrationTurn.take(
                    owner, store, settings.patience(), turn -> run(turn, progress));
        } catch (SQLException e) {
            throw new MigrationFailures(owner)
                    .of(
                            MigrationError.NOT_RUN,
                            "The tables of " + owner + " cannot be made.",
                            Problem.describe(e),
                            Optional.of(e));
        }
    }

    private Optional<String> run(MigrationTurn turn, Progress progress) throws SQLException {
        return switch (turn.transact(creation::run)) {
            case CREATED -> Optional.of("created from the model");
            case FOUND -> Optional.empty();
            case OUTDATED -> {
                settings.safeguard().begin(owner.version(), false, progress);
                update(turn, progress);
                settings.safeguard().end();
                yield Optional.of("got what the model has more");
            }
        };
    }

    /** Tables of SQLite may have to be made anew, so foreign keys are looked at in the end. */
    private void update(MigrationTurn turn, Progress progress) throws SQLException {
        boolean isSqlite = ForeignKeySwitch.isSqlite(turn.connection());
        try (var _ = ForeignKeySwitch.offIf(isSqlite, turn.connection())) {
            turn.change(connection -> addAll(connection, isSqlite, progress));
        }
    }

    private void addAll(Connection connection, boolean isSqlite, Progress progress)
            throws SQLException {
        var additions = creation.additions(connection);
        for (int round = 0; round < ROUNDS && !additions.isEmpty(); round++) {
            add(connection, additions, progress);
            additions = creation.additions(connection);
        }
        var flaw = isSqlite ? ForeignKeySwitch.flaw(connection) : Optional.<String>empty();
        if (!additions.isEmpty() || flaw.isPresent()) {
            throw failed(
                    additions.stream().findFirst().orElse("PRAGMA foreign_key_check"),
                    new SQLException(flaw.orElse("It leads to no end")),
                    progress);
        }
        creation.updated(connection);
    }

    private void add(Connection connection, List<String> statements, Progress progress)
            throws SQLException {
        int done = 0;
        try (var statement = connection.createStatement()) {
            // Names may hold braces, which a driver would take for its own.
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                LOG.info("The database {} gets what its model has more: {}", owner.database(), sql);
                progress.report("Adding what the model has more", done++, statements.size());
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw failed(sql, e, progress);
                }
            }
        }
    }

    private RuntimeException failed(String sql, SQLException e, Progress progress) {
        boolean isTakenBack =
                store.dialect().capabilities().contains(Capability.TRANSACTIONAL_DDL)
                        || settings.safeguard().takeBack(progress);
        return creation.notUpdated(sql, isTakenBack, e);
    }
}
