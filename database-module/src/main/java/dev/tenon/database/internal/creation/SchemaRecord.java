package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table {@code tenon_schema} with its one row: which model the tables of the database were
 * created from.
 */
final class SchemaRecord {

    static final String TABLE = "tenon_schema";

    private static final Schema SCHEMA =
            Schema.of(
                    Table.named(TABLE)
                            .columns(
                                    Column.of("id", Plain.SMALLINT),
                                    Column.of("fingerprint", ColumnType.varchar(100)),
                                    Column.of("version", Plain.TEXT),
                                    Column.of("created_at", Plain.TIMESTAMP).withDefaultNow(),
                                    Column.of("is_complete", Plain.BOOLEAN),
                                    Column.of("model", Plain.TEXT))
                            .primaryKey("id")
                            .check("id = 1"));

    /**
     * What the row says.
     *
     * @param fingerprint that of the model
     * @param version the version of the module that created the tables
     * @param isComplete whether all of them were created
     * @param model the model
     */
    record Row(String fingerprint, String version, boolean isComplete, SchemaModel model) {}

    private final Dialect dialect;

    SchemaRecord(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the fingerprint of a complete creation, by the one query of a start. */
    Optional<String> fingerprint(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT fingerprint FROM tenon_schema WHERE is_complete")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    Optional<Row> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT fingerprint, version, is_complete, model FROM"
                                        + " tenon_schema")) {
            return row.next()
                    ? Optional.of(
                            new Row(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getBoolean(3),
                                    SchemaModel.parse(row.getString(4))))
                    : Optional.empty();
        }
    }

    /** Creates the table with its row, which is not complete yet. */
    void begin(Connection connection, SchemaModel model, String version) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : dialect.create(SCHEMA)) {
                statement.execute(sql);
            }
        }
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO tenon_schema (id, fingerprint, version, is_complete, model)"
                                + " VALUES (1, ?, ?, ?, ?)")) {
            statement.setString(1, model.fingerprint());
            statement.setString(2, version);
            statement.setBoolean(3, false);
            statement.setString(4, model.text());
            statement.executeUpdate();
        }
    }

    void complete(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE tenon_schema SET is_complete = ?")) {
            statement.setBoolean(1, true);
            statement.executeUpdate();
        }
    }
}
