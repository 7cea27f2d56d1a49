package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a database says of itself that migrations have made: whose it is, and by which migrations it
 * has come to which model. Safe for use by many threads, each with its own connection.
 */
public final class MigratedSchema {

    private final SchemaOwner owner;
    private final Dialect dialect;
    private final String fingerprint;
    private final SchemaModel model;
    private final SchemaRecord record;

    /**
     * Prepares the look at one database.
     *
     * @param owner whose database it is
     * @param dialect that of its engine
     * @param migrations what tells its migrations from others, a line for each
     * @param model what the module declares; nothing if it declares no tables
     */
    public MigratedSchema(
            SchemaOwner owner, Dialect dialect, List<String> migrations, Optional<Schema> model) {
        this.owner = owner;
        this.dialect = dialect;
        this.model = SchemaModel.of(model.orElseGet(Schema::of));
        this.record = new SchemaRecord(dialect);
        this.fingerprint =
                SchemaModel.MIGRATED
                        + new SchemaModel(
                                        Stream.concat(
                                                        migrations.stream(),
                                                        this.model.lines().stream())
                                                .toList())
                                .fingerprint();
    }

    /**
     * Returns whether these migrations have made the database what it is, for the module.
     *
     * @param connection as for {@link SchemaCreation#isDone}
     */
    public boolean isDone(Connection connection) {
        try {
            return record.mark(connection)
                    .filter(mark -> mark.fingerprint().equals(fingerprint))
                    .filter(mark -> owner.owns(mark.module()))
                    .isPresent();
        } catch (SQLException e) {
            // No table as a rule. Whatever else it is, the migrations meet it again, and tell.
            return false;
        }
    }

    /** Returns the tables and views of the database, sorted, those of Tenon among them. */
    public List<String> tables(Connection connection) throws SQLException {
        return ExistingTables.of(connection);
    }

    /**
     * Records whose database it is, if nothing is recorded.
     *
     * @param connection in a transaction, as for {@link SchemaCreation#run}
     * @param tables those that there are
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is that of
     *     another module
     */
    public void claim(Connection connection, List<String> tables) throws SQLException {
        new DatabaseClaim(owner, dialect).run(connection, tables);
    }

    /**
     * Makes sure that the database is not recorded as that of another module.
     *
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is
     */
    public void refuseAnother(Connection connection) throws SQLException {
        new DatabaseClaim(owner, dialect).refuseAnother(connection);
    }

    /** Records that the migrations have run. */
    public void complete(Connection connection) throws SQLException {
        record.migrated(connection, fingerprint, model, owner);
    }

    /** Records that some have not run, or were taken back: the next start looks which. */
    public void incomplete(Connection connection) throws SQLException {
        record.migrated(connection, SchemaModel.MIGRATED + "incomplete", model, owner);
    }
}
