package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.fixtures.MariaDbServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The hard shape in a database of a module's own user. */
record HardMariaDb(StoreSettings settings) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Makes one, on the server, as Tenon makes the databases of modules. */
    static HardMariaDb create(Path secrets) throws SQLException {
        var database = empty(secrets);
        try (var connection = database.connect()) {
            HardShape.create(RealEngine.MARIADB, connection);
        }
        return database;
    }

    static HardMariaDb empty(Path secrets) {
        var server =
                StoreSettings.of(
                                "hard" + NUMBER.incrementAndGet(),
                                MariaDbServer.url("").replaceFirst("\\?.*", ""))
                        .with("user", "tenon");
        var own =
                Engines.provided().of(server).provisioning().orElseThrow().provide(server, secrets);
        return new HardMariaDb(own);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.url(),
                settings.option("user").orElseThrow(),
                settings.option("password").orElseThrow());
    }

    void run(String... statements) throws SQLException {
        try (var connection = connect()) {
            for (String sql : statements) {
                run(connection, sql);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    /** Returns every text of SHOW CREATE, and every row, but not what snapshots keep. */
    SortedMap<String, String> state() throws SQLException {
        var state = new TreeMap<String, String>();
        try (var connection = connect()) {
            for (var object :
                    list(
                            connection,
                            """
                            select table_type, table_name from information_schema.tables
                            where table_schema = database() and table_name not like 'tenon\\_%'
                            union all select routine_type, routine_name from
                            information_schema.routines where routine_schema = database()
                            union all select 'TRIGGER', trigger_name from
                            information_schema.triggers where trigger_schema = database()
                            union all select 'EVENT', event_name from information_schema.events
                            where event_schema = database()\
                            """)) {
                var kind = object.get(0).replace("BASE ", "");
                var name = "`" + object.get(1).replace("`", "``") + "`";
                state.put(
                        kind + " " + name,
                        show(connection, "show create " + kind + " " + name).toString());
                if (kind.equals("TABLE")) {
                    state.put("rows of " + name, rows(connection, name).toString());
                }
            }
            state.put(
                    "order of triggers",
                    list(
                                    connection,
                                    "select trigger_name, concat(action_order) from"
                                            + " information_schema.triggers where trigger_schema ="
                                            + " database() order by 1")
                            .toString());
        }
        return state;
    }

    private static List<String> show(Connection connection, String sql) throws SQLException {
        var shown = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                // It is the moment of a trigger's creation.
                if (!row.getMetaData().getColumnLabel(i).equals("Created")) {
                    shown.add(row.getString(i));
                }
            }
        }
        return shown;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var columns =
                list(connection, "show columns from " + table).stream()
                        .map(c -> "`" + c.get(0).replace("`", "``") + "`")
                        .toList();
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select " + String.join(", ", columns) + " from " + table)) {
            while (row.next()) {
                rows.add(bytes(row, columns.size()));
            }
        }
        return rows.stream().sorted().toList();
    }

    private static String bytes(ResultSet row, int columns) throws SQLException {
        var text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            var value = row.getString(i);
            text.append(
                            value == null
                                    ? "null"
                                    : HexFormat.of()
                                            .formatHex(
                                                    value.getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8)))
                    .append(' ');
        }
        return text.toString();
    }

    private static List<List<String>> list(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(List.of(row.getString(1), row.getString(2)));
            }
        }
        return rows;
    }
}
