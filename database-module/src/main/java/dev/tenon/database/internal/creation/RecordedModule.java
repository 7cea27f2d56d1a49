package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The module for which a database was created, as the database itself says. */
public final class RecordedModule {

    private RecordedModule() {}

    /** Returns its name, if the database says one. */
    public static Optional<String> of(Connection connection, Dialect dialect) throws SQLException {
        return ExistingTables.of(connection).contains(SchemaRecord.TABLE)
                ? new SchemaRecord(dialect).read(connection).flatMap(SchemaRecord.Row::module)
                : Optional.empty();
    }
}
