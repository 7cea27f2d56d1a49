package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What can stand in a database of MariaDB beside tables. */
final class MariaDbExtras {

    private static final String QUERY =
            """
            SELECT 'VIEW' AS kind, '' AS belongs_to, table_name AS name,
                view_definition AS sql_text
            FROM information_schema.views WHERE table_schema = DATABASE()
            UNION ALL
            SELECT 'TRIGGER', event_object_table, trigger_name,
                CONCAT('CREATE TRIGGER `', REPLACE(trigger_name, '`', '``'), '` ', action_timing,
                    ' ', event_manipulation, ' ON `', REPLACE(event_object_table, '`', '``'),
                    '` FOR EACH ROW ', action_statement)
            FROM information_schema.triggers WHERE trigger_schema = DATABASE()
            UNION ALL
            SELECT 'ROUTINE', '', routine_name, routine_definition
            FROM information_schema.routines WHERE routine_schema = DATABASE()
            UNION ALL
            SELECT 'EVENT', '', event_name, event_definition
            FROM information_schema.events WHERE event_schema = DATABASE()
            ORDER BY 1, 2, 3\
            """;

    private MariaDbExtras() {}

    static List<Unmodelled> of(Connection connection) throws SQLException {
        return Rows.of(
                connection,
                QUERY,
                row ->
                        new Unmodelled(
                                Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                Rows.text(row, "sql_text")));
    }
}
