package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Records whose database it is, where a module makes its tables itself. Safe for use by many
 * threads, each with its own connection.
 */
public final class DatabaseClaim {

    private final SchemaOwner owner;
    private final SchemaRecord record;
    private final CreationProblems problems;

    /**
     * Prepares the claim to one database.
     *
     * @param owner whose database it is
     * @param dialect that of its engine
     */
    public DatabaseClaim(SchemaOwner owner, Dialect dialect) {
        this.owner = owner;
        this.record = new SchemaRecord(dialect);
        this.problems = new CreationProblems(owner, dialect, SchemaModel.of(Schema.of()));
    }

    /**
     * Returns whether the database is recorded as that of the module.
     *
     * @param connection as for {@link SchemaCreation#isDone}
     */
    public boolean isDone(Connection connection) {
        try {
            return record.mark(connection).filter(mark -> owner.owns(mark.module())).isPresent();
        } catch (SQLException e) {
            // No table as a rule. Whatever else it is, run meets it again, and tells.
            return false;
        }
    }

    /**
     * Makes sure that what is there is the module's, because it is recorded so, or that nothing is
     * there.
     *
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is that of
     *     another module, {@code DB-SCH-018} if it holds tables of which nothing is recorded
     * @throws SQLException if the database cannot be asked
     */
    public void require(Connection connection) throws SQLException {
        var tables = ExistingTables.of(connection);
        if (tables.isEmpty()) {
            return;
        }
        if (!tables.contains(SchemaRecord.TABLE)) {
            throw problems.notEmpty(tables);
        }
        requireOwn(connection);
    }

    /**
     * Makes sure that the database is not recorded as that of another module.
     *
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is
     * @throws SQLException if the database cannot be asked
     */
    public void refuseAnother(Connection connection) throws SQLException {
        if (ExistingTables.of(connection).contains(SchemaRecord.TABLE)) {
            requireOwn(connection);
        }
    }

    private void requireOwn(Connection connection) throws SQLException {
        var row = record.read(connection);
        if (row.isPresent() && row.get().isOfAnother(owner)) {
            throw problems.ofAnother(row.get());
        }
    }

    /**
     * Records it, if nothing is recorded.
     *
     * @param connection as for {@link SchemaCreation#run}
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is that of
     *     another module, {@code DB-SCH-021} if that was cut off before
     * @throws SQLException if the database cannot be asked
     */
    public void run(Connection connection) throws SQLException {
        run(connection, ExistingTables.of(connection));
    }

    void run(Connection connection, List<String> tables) throws SQLException {
        if (!tables.contains(SchemaRecord.TABLE)) {
            record.beginUndeclared(connection, owner);
            return;
        }
        var row =
                record.read(connection)
                        .orElseThrow(() -> problems.unfinished(List.of(SchemaRecord.TABLE)));
        if (row.isOfAnother(owner)) {
            throw problems.ofAnother(row);
        }
        record.adopt(connection, row, owner);
    }
}
