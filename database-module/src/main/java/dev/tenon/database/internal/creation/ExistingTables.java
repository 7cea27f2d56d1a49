package dev.tenon.database.internal.creation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables and views that a database holds. */
final class ExistingTables {

    private ExistingTables() {}

    /** Returns their names, sorted, without those of the engine. */
    static List<String> of(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows =
                connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(),
                                connection.getSchema(),
                                "%",
                                new String[] {"TABLE", "PARTITIONED TABLE", "VIEW"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        // SQLite keeps some among those of the user, and reserves their prefix.
        return names.stream().filter(name -> !name.startsWith("sqlite_")).sorted().toList();
    }
}
