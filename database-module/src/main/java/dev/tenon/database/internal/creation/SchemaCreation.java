package dev.tenon.database.internal.creation;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.internal.difference.LiveComparison;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.generation.Additions;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Creates the tables of one database from the declared schema, and knows a database again that was
 * created from it for the same module. Safe for use by many threads, each with its own connection.
 *
 * <p>A start asks {@link #isDone} first, which costs one query, and {@link #run} if it is not. What
 * a later form of the schema has more can be added; where it asks for anything else, the database
 * is refused.
 */
public final class SchemaCreation {

    /** What {@link #run} has found. */
    public enum Outcome {
        /** The database was empty; now it has the tables. */
        CREATED,
        /** The database had them, perhaps created by another host a moment ago. */
        FOUND,
        /** The database lacks what can be added to it, see {@link #additions}. */
        OUTDATED
    }

    private final SchemaOwner owner;
    private final Dialect dialect;
    private final Schema schema;
    private final SchemaModel model;
    private final SchemaRecord record;
    private final CreationProblems problems;

    /**
     * Prepares the creation of one database.
     *
     * @param owner whose database it is
     * @param dialect that of its engine
     * @param schema what it is to hold
     * @throws InvalidSchemaException {@code DB-SCH-010} if the engine cannot do what the schema
     *     asks for
     */
    public SchemaCreation(SchemaOwner owner, Dialect dialect, Schema schema) {
        var errors = dialect.check(schema).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidSchemaException(errors);
        }
        this.owner = owner;
        this.dialect = dialect;
        this.schema = schema;
        this.model = SchemaModel.of(schema);
        this.record = new SchemaRecord(dialect);
        this.problems = new CreationProblems(owner, dialect, model);
    }

    /**
     * Returns whether the database was created from the schema, for the module.
     *
     * @param connection one on which a statement may fail: a transaction that it is in may be lost
     *     with it, as on PostgreSQL, and has to be rolled back if the answer is no
     */
    public boolean isDone(Connection connection) {
        try {
            return record.mark(connection)
                    .filter(mark -> mark.fingerprint().equals(model.fingerprint()))
                    .filter(mark -> owner.owns(mark.module()))
                    .isPresent();
        } catch (SQLException e) {
            // No table as a rule. Whatever else it is, run meets it again, and tells.
            return false;
        }
    }

    /**
     * Creates the tables if the database has none.
     *
     * @param connection in a transaction that has not done anything yet and may write, one begun
     *     with {@code IMMEDIATE} on SQLite; the caller has the lock of the engine for migrations,
     *     and commits, or rolls back if this fails
     * @throws InvalidSchemaException {@code DB-SCH-018} to {@code DB-SCH-022} if the database holds
     *     something else, is that of another module, or the tables cannot be created
     * @throws SQLException if the database cannot be asked
     */
    public Outcome run(Connection connection) throws SQLException {
        return switch (find(connection)) {
            case Missing(var row) -> {
                create(
                        connection,
                        row.isPresent()
                                ? () -> record.declare(connection, model, owner)
                                : () -> record.begin(connection, model, owner));
                yield Outcome.CREATED;
            }
            case Same(var row, var isRecorded) -> {
                record.adopt(connection, row, owner);
                if (!isRecorded) {
                    updated(connection);
                }
                yield Outcome.FOUND;
            }
            case Behind(var row) -> {
                record.adopt(connection, row, owner);
                yield Outcome.OUTDATED;
            }
        };
    }

    /**
     * Makes sure that {@link #run} would do well, as far as that can be seen; changes nothing.
     *
     * @throws InvalidSchemaException as {@link #run}
     * @throws SQLException if the database cannot be asked
     */
    public void check(Connection connection) throws SQLException {
        var _ = find(connection);
    }

    /** What a database is before the tables are made. */
    private sealed interface Found {}

    /** It holds no tables. */
    private record Missing(Optional<SchemaRecord.Row> row) implements Found {}

    /** It holds the tables; the record may not say so. */
    private record Same(SchemaRecord.Row row, boolean isRecorded) implements Found {}

    /** It lacks what can be added. */
    private record Behind(SchemaRecord.Row row) implements Found {}

    private Found find(Connection connection) throws SQLException {
        var tables = ExistingTables.of(connection);
        if (!tables.contains(SchemaRecord.TABLE)) {
            if (!tables.isEmpty()) {
                throw problems.notEmpty(tables);
            }
            return new Missing(Optional.empty());
        }
        var row = record.read(connection).orElseThrow(() -> problems.unfinished(tables));
        if (row.isOfAnother(owner)) {
            throw problems.ofAnother(row);
        }
        if (row.isDeclared()) {
            return compare(connection, row, tables);
        }
        var others = tables.stream().filter(name -> !name.equals(SchemaRecord.TABLE)).toList();
        if (!others.isEmpty()) {
            throw problems.notEmpty(others);
        }
        return new Missing(Optional.of(row));
    }

    private Found compare(Connection connection, SchemaRecord.Row row, List<String> tables) {
        if (!row.isComplete()) {
            throw problems.unfinished(tables);
        }
        if (row.fingerprint().equals(model.fingerprint())) {
            return new Same(row, true);
        }
        var difference = difference(connection);
        if (row.isMigrated() || difference.filter(SchemaDifference::isAdditive).isEmpty()) {
            throw problems.differs(row, difference.orElse(new SchemaDifference(List.of())));
        }
        return difference.get().isEmpty() ? new Same(row, false) : new Behind(row);
    }

    /** Returns what would have to change; nothing if the engine may not be asked for it. */
    private Optional<SchemaDifference> difference(Connection connection) {
        try {
            return Optional.of(
                    new LiveComparison(dialect, connection)
                            .compare(dialect.read(connection).schema(), schema));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the next statements that add to the database what the schema has more; none if it
     * lacks nothing.
     *
     * @param connection in a transaction; on SQLite, without foreign keys
     * @throws InvalidSchemaException {@code DB-SCH-019} if more than that would have to change
     * @throws SQLException if the database cannot be asked
     */
    public List<String> additions(Connection connection) throws SQLException {
        var live = dialect.read(connection);
        var difference = new LiveComparison(dialect, connection).compare(live.schema(), schema);
        if (difference.isEmpty()) {
            return List.of();
        }
        var additions =
                difference.isAdditive()
                        ? Additions.statements(dialect, connection, live, difference, schema)
                        : Optional.<List<String>>empty();
        if (additions.isEmpty()) {
            throw problems.differs(record.read(connection).orElseThrow(), difference);
        }
        return additions.get();
    }

    /**
     * Records that the database is what the schema says, in the transaction that has made it so.
     */
    public void updated(Connection connection) throws SQLException {
        record.updated(connection, model, owner);
    }

    /**
     * Returns the exception for a statement of {@link #additions} that has failed.
     *
     * @param isTakenBack whether the database is what it was
     */
    public InvalidSchemaException notUpdated(
            String statement, boolean isTakenBack, SQLException e) {
        return problems.notUpdated(statement, isTakenBack, e);
    }

    /** Writes the first entry of the record. */
    @FunctionalInterface
    private interface Beginning {
        void write() throws SQLException;
    }

    private void create(Connection connection, Beginning beginning) throws SQLException {
        var running = "";
        try (var statement = connection.createStatement()) {
            beginning.write();
            // Names may hold braces, which a driver would take for its own.
            statement.setEscapeProcessing(false);
            for (String sql : dialect.create(schema)) {
                running = sql;
                statement.execute(sql);
            }
            record.complete(connection);
        } catch (SQLException e) {
            throw problems.failed(running, remaining(connection), e);
        }
    }

    private List<String> remaining(Connection connection) throws SQLException {
        return dialect.capabilities().contains(Capability.TRANSACTIONAL_DDL)
                ? List.of()
                : ExistingTables.of(connection);
    }
}
