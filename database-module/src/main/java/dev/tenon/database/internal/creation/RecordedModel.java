package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The model from which the tables of a database were made, as the database itself says. */
public final class RecordedModel {

    private RecordedModel() {}

    /**
     * Returns what tells it from other models, on whatever engine; nothing if the tables were made
     * by migrations, or not by Tenon.
     */
    public static Optional<String> fingerprint(Connection connection, Dialect dialect)
            throws SQLException {
        return ExistingTables.of(connection).contains(SchemaRecord.TABLE)
                ? new SchemaRecord(dialect)
                        .read(connection)
                        .filter(r -> r.isComplete() && r.isDeclared() && !r.isMigrated())
                        .map(SchemaRecord.Row::fingerprint)
                : Optional.empty();
    }
}
