package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.ForeignKey;
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
 * Reads a database of SQLite: from its pragmas, and from the statements that it keeps what no
 * pragma tells. Used once.
 */
public final class SqliteReader {

    /** What {@code sqlite_schema} keeps of a thing. */
    private record Kept(String type, String name, String table, String sql) {}

    private final Connection connection;
    private final Dialect dialect;
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    public SqliteReader(Connection connection, Dialect dialect) {
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
        for (Kept kept : kept()) {
            switch (kept.type()) {
                case "view" -> keep(Kind.VIEW, kept);
                case "trigger" -> keep(Kind.TRIGGER, kept);
                default -> table(kept, tables);
            }
        }
        return new LiveSchema(
                Schema.found(tables.stream().map(t -> completed(t, tables)).toList()), unmodelled);
    }

    private List<Kept> kept() throws SQLException {
        return Rows.of(
                        connection,
                        """
                        SELECT type, name, tbl_name, sql FROM sqlite_schema
                        WHERE type IN ('table', 'view', 'trigger') ORDER BY name\
                        """,
                        row ->
                                new Kept(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        Rows.text(row, "sql")))
                .stream()
                // Names with this prefix are those of SQLite alone.
                .filter(k -> !k.name().startsWith("sqlite_") && !OwnTables.include(k.table()))
                .toList();
    }

    private void table(Kept kept, List<Table> tables) throws SQLException {
        var kind = kind(kept.name());
        switch (kind.type()) {
            case "virtual" ->
                    unmodelled.add(new Unmodelled(Kind.TABLE, "", kept.name(), kept.sql()));
            case "shadow" -> {
                // Part of a virtual table.
            }
            default -> {
                var found = new SqliteTable(connection, dialect, kind, kept.sql()).read();
                tables.add(found.table());
                unmodelled.addAll(found.unmodelled());
            }
        }
    }

    private SqliteTable.Kind kind(String name) throws SQLException {
        return Rows.of(
                        connection,
                        """
                        SELECT name, type, strict, wr FROM pragma_table_list
                        WHERE schema = 'main' AND name = ?\
                        """,
                        row ->
                                new SqliteTable.Kind(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getBoolean(3),
                                        row.getBoolean(4)),
                        name)
                .getFirst();
    }

    private void keep(Kind kind, Kept kept) {
        var table = kind == Kind.VIEW ? "" : kept.table();
        unmodelled.add(new Unmodelled(kind, table, kept.name(), kept.sql()));
    }

    /** A foreign key may name its target in other letters, and leave out the columns of its key. */
    private static Table completed(Table table, List<Table> tables) {
        var keys = table.foreignKeys().stream().map(k -> completed(k, tables)).toList();
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                keys,
                table.checks(),
                table.indexes(),
                List.of());
    }

    private static ForeignKey completed(ForeignKey key, List<Table> tables) {
        return tables.stream()
                .filter(t -> t.name().equalsIgnoreCase(key.target()))
                .findFirst()
                .map(t ->
                        new ForeignKey(
                                key.name(),
                                key.columns(),
                                t.name(),
                                key.targetColumns().isEmpty()
                                        ? t.primaryKey()
                                        : key.targetColumns().stream()
                                                .map(c -> ColumnNames.in(t.columns(), c))
                                                .toList(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.isDeferred()))
                .orElse(key);
    }
}
