package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code tenon_schema} with its one row: which module the database was created for, and
 * from which model. Databases that were created before modules were recorded lack the column.
 */
final class SchemaRecord {

    static final String TABLE = "tenon_schema";

    private static final String MODULE = "module";

    private static final Schema SCHEMA =
            Schema.of(
                    Table.named(TABLE)
                            .columns(
                                    Column.of("id", Plain.SMALLINT),
                                    Column.of("fingerprint", ColumnType.varchar(100)),
                                    Column.of("version", Plain.TEXT),
                                    Column.of("created_at", Plain.TIMESTAMP).withDefaultNow(),
                                    Column.of("is_complete", Plain.BOOLEAN),
                                    Column.of("model", Plain.TEXT),
                                    Column.of(MODULE, Plain.TEXT).nullable())
                            .primaryKey("id")
                            .check("id = 1"));

    /**
     * What is known of a complete creation.
     *
     * @param fingerprint that of the model
     * @param module the name of the module
     */
    record Mark(String fingerprint, String module) {}

    /**
     * What the row says.
     *
     * @param fingerprint that of the model
     * @param version the version of the module that created the tables
     * @param isComplete whether all of them were created
     * @param model the model
     * @param module the name of the module, if it was recorded
     */
    record Row(
            String fingerprint,
            String version,
            boolean isComplete,
            SchemaModel model,
            Optional<String> module) {

        /** Returns whether migrations have made the tables. */
        boolean isMigrated() {
            return fingerprint.startsWith(SchemaModel.MIGRATED);
        }

        /** Returns whether the module has declared its tables, rather than making them itself. */
        boolean isDeclared() {
            return !fingerprint.equals(SchemaModel.UNDECLARED);
        }

        boolean isOfAnother(SchemaOwner owner) {
            return module.filter(name -> !owner.owns(name)).isPresent();
        }
    }

    private final Dialect dialect;

    SchemaRecord(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns what is known of a complete creation, by the one query of a start. */
    Optional<Mark> mark(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT fingerprint, module FROM tenon_schema"
                                        + " WHERE is_complete AND module IS NOT NULL")) {
            return row.next()
                    ? Optional.of(new Mark(row.getString(1), row.getString(2)))
                    : Optional.empty();
        }
    }

    Optional<Row> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM tenon_schema")) {
            var hasModule = hasModule(row);
            return row.next()
                    ? Optional.of(
                            new Row(
                                    row.getString("fingerprint"),
                                    row.getString("version"),
                                    row.getBoolean("is_complete"),
                                    SchemaModel.parse(row.getString("model")),
                                    hasModule
                                            ? Optional.ofNullable(row.getString(MODULE))
                                            : Optional.empty()))
                    : Optional.empty();
        }
    }

    private static boolean hasModule(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnName(i).equals(MODULE)) {
                return true;
            }
        }
        return false;
    }

    /** Creates the table with its row, which is not complete yet. */
    void begin(Connection connection, SchemaModel model, SchemaOwner owner) throws SQLException {
        insert(connection, model.fingerprint(), model, owner, false);
    }

    /** Creates the table with a row that says whose database it is, and nothing of its tables. */
    void beginUndeclared(Connection connection, SchemaOwner owner) throws SQLException {
        insert(connection, SchemaModel.UNDECLARED, new SchemaModel(List.of()), owner, true);
    }

    private void insert(
            Connection connection,
            String fingerprint,
            SchemaModel model,
            SchemaOwner owner,
            boolean isComplete)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : dialect.create(SCHEMA)) {
                statement.execute(sql);
            }
        }
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO tenon_schema (id, fingerprint, version, is_complete, model,"
                                + " module) VALUES (1, ?, ?, ?, ?, ?)")) {
            statement.setString(1, fingerprint);
            statement.setString(2, owner.version());
            statement.setBoolean(3, isComplete);
            statement.setString(4, model.text());
            statement.setString(5, owner.module());
            statement.executeUpdate();
        }
    }

    /** Notes that the module declares tables now, which are not complete yet. */
    void declare(Connection connection, SchemaModel model, SchemaOwner owner) throws SQLException {
        update(connection, model.fingerprint(), model, owner, false);
    }

    private static void update(
            Connection connection,
            String fingerprint,
            SchemaModel model,
            SchemaOwner owner,
            boolean isComplete)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "UPDATE tenon_schema SET fingerprint = ?, version = ?, is_complete = ?,"
                                + " model = ?")) {
            statement.setString(1, fingerprint);
            statement.setString(2, owner.version());
            statement.setBoolean(3, isComplete);
            statement.setString(4, model.text());
            statement.executeUpdate();
        }
    }

    /** Notes that the database is what the model says now. */
    void updated(Connection connection, SchemaModel model, SchemaOwner owner) throws SQLException {
        update(connection, model.fingerprint(), model, owner, true);
    }

    /** Notes what migrations have made of the database. */
    void migrated(Connection connection, String fingerprint, SchemaModel model, SchemaOwner owner)
            throws SQLException {
        update(connection, fingerprint, model, owner, true);
    }

    void complete(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE tenon_schema SET is_complete = ?")) {
            statement.setBoolean(1, true);
            statement.executeUpdate();
        }
    }

    /** Records the module of a database that was created before modules were recorded. */
    void adopt(Connection connection, Row row, SchemaOwner owner) throws SQLException {
        if (row.module().isPresent()) {
            return;
        }
        if (!hasModule(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "ALTER TABLE tenon_schema ADD COLUMN module " + dialect.type(Plain.TEXT));
            }
        }
        try (var statement = connection.prepareStatement("UPDATE tenon_schema SET module = ?")) {
            statement.setString(1, owner.module());
            statement.executeUpdate();
        }
    }

    private static boolean hasModule(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM tenon_schema")) {
            return hasModule(row);
        }
    }
}
