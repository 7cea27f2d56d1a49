package dev.tenon.database.internal.creation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables and views that a database holds. */
public final class ExistingTables {

    private ExistingTables() {}

    /** Returns their names, sorted, without those of the engine and of snapshots. */
    public static List<String> of(Connection connection) throws SQLException {
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
        return names.stream()
                .filter(name -> !name.startsWith("sqlite_"))
                .filter(name -> !isOfSnapshots(name))
                .sorted()
                .toList();
    }

    /** What MariaDB keeps within the database of the states from before its migrations. */
    private static boolean isOfSnapshots(String name) {
        return name.equals("tenon_snapshot") || name.startsWith("tenon_before_");
    }
}
