package dev.tenon.database.internal.generation.mariadb;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.generation.proof.StatementRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The functions and procedures of a database of MariaDB, which views and triggers call. */
final class MariaDbRoutines {

    /** To make one in the name of another user takes a right that few have. */
    private static final Pattern DEFINER =
            Pattern.compile("(?s)^CREATE DEFINER=.*?(?=(?:AGGREGATE )?(?:FUNCTION|PROCEDURE) )");

    /**
     * One of them.
     *
     * @param sqlMode how the server reads it
     * @param sql the statement that makes it
     */
    record Routine(String sqlMode, String sql) {

        /** Makes it in the database of the connection. */
        void create(Connection connection) throws SQLException {
            StatementRun.command(
                    connection, "SET @tenon_mode = @@sql_mode, sql_mode = '" + sqlMode + "'");
            try {
                StatementRun.command(connection, sql);
            } finally {
                StatementRun.command(connection, "SET sql_mode = @tenon_mode");
            }
        }
    }

    private MariaDbRoutines() {}

    /** Returns those whose text the user may read. */
    static List<Routine> read(Connection connection, Dialect dialect) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                SELECT routine_type, routine_name FROM information_schema.routines
                                WHERE routine_schema = DATABASE()
                                    AND routine_type IN ('FUNCTION', 'PROCEDURE')
                                ORDER BY 1, 2\
                                """)) {
            while (row.next()) {
                names.add(row.getString(1) + " " + dialect.quote(row.getString(2)));
            }
        }
        var routines = new ArrayList<Routine>();
        for (String name : names) {
            routine(connection, name).ifPresent(routines::add);
        }
        return routines;
    }

    private static Optional<Routine> routine(Connection connection, String name)
            throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW CREATE " + name)) {
            row.next();
            var mode = Objects.requireNonNullElse(row.getString(2), "");
            return Optional.ofNullable(row.getString(3))
                    .map(sql -> new Routine(mode, DEFINER.matcher(sql).replaceFirst("CREATE ")));
        }
    }
}
