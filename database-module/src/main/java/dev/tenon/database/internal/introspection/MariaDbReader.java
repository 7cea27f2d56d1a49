package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the database of the connection from the {@code information_schema} of MariaDB or MySQL, and
 * from {@code SHOW CREATE TABLE} what has a text: there both have it in the form in which they take
 * it. Used once.
 */
public final class MariaDbReader {

    private static final String ENGINE = "InnoDB";

    /** What {@code information_schema.tables} says. */
    private record Info(
            String name, String type, String engine, String collation, boolean isPartitioned) {}

    private final Connection connection;
    private final Dialect dialect;
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    public MariaDbReader(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Reads all of it.
     *
     * @throws SQLException if the database cannot be asked
     */
    public LiveSchema read() throws SQLException {
        var tables = new ArrayList<Table>();
        for (Info info : infos()) {
            switch (info.type()) {
                // Tell their definition below.
                case "VIEW" -> {}
                case "SEQUENCE" -> keep(Kind.SEQUENCE, info);
                case "BASE TABLE" -> {
                    if (info.isPartitioned()) {
                        keep(Kind.TABLE, info);
                    } else {
                        tables.add(table(info));
                    }
                }
                default -> keep(Kind.TABLE, info);
            }
        }
        unmodelled.addAll(MariaDbExtras.of(connection));
        return new LiveSchema(
                Schema.found(tables),
                unmodelled.stream()
                        .filter(u -> !OwnTables.include(u.table()) && !OwnTables.include(u.name()))
                        .toList());
    }

    private List<Info> infos() throws SQLException {
        return Rows.of(
                        connection,
                        """
                        SELECT table_name, table_type, engine, table_collation,
                            COALESCE(create_options, '') LIKE '%partitioned%'
                        FROM information_schema.tables WHERE table_schema = DATABASE()
                        ORDER BY BINARY table_name\
                        """,
                        row ->
                                new Info(
                                        row.getString(1),
                                        row.getString(2),
                                        Rows.text(row, "engine"),
                                        Rows.text(row, "table_collation"),
                                        row.getBoolean(5)))
                .stream()
                .filter(i -> !OwnTables.include(i.name()))
                .toList();
    }

    private Table table(Info info) throws SQLException {
        var found = new FoundTable(info.name());
        var text = TableText.of(statement(info.name()), dialect.lexis(), TableText.QUOTED_COLUMNS);
        new MariaDbColumns(connection, dialect, text, info.collation()).addTo(found);
        new MariaDbKeys(connection, text, dialect.lexis()).addTo(found);
        if (!info.engine().equals(ENGINE)) {
            found.keep(Kind.TABLE_OPTION, "ENGINE", "ENGINE = " + info.engine());
        }
        if (!info.collation().equals("utf8mb4_bin")) {
            found.keep(Kind.TABLE_OPTION, "COLLATE", "COLLATE " + info.collation());
        }
        unmodelled.addAll(found.unmodelled());
        return found.table();
    }

    private void keep(Kind kind, Info info) throws SQLException {
        unmodelled.add(new Unmodelled(kind, "", info.name(), statement(info.name())));
    }

    private String statement(String table) throws SQLException {
        return Rows.of(
                        connection,
                        "SHOW CREATE TABLE " + dialect.quote(table),
                        row -> row.getString(2))
                .getFirst();
    }
}
