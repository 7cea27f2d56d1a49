package dev.tenon.database.internal.generation.postgres;

import dev.tenon.database.internal.dialect.IndexStatement;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.generation.writing.Parts;
import dev.tenon.database.internal.generation.writing.Steps.Later;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL does to large tables in scripts of their own, so that nobody waits while all rows
 * are read: indexes by CONCURRENTLY, constraints that hold for new rows at once and are validated
 * later (https://www.postgresql.org/docs/18/sql-altertable.html, the notes).
 */
final class LargeTables {

    private final PostgresDialect dialect;
    private final Connection connection;
    private final long limit;
    private final Parts parts;
    private final List<String> indexes = new ArrayList<>();
    private final List<String> indexesBack = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final List<String> checksBack = new ArrayList<>();

    /**
     * @param limit from how many rows on a table is large
     */
    LargeTables(PostgresDialect dialect, Connection connection, long limit) {
        this.dialect = dialect;
        this.connection = connection;
        this.limit = limit;
        this.parts = new Parts(dialect);
    }

    /** Returns whether it is one, by the statistics: a table that was never analysed is not. */
    boolean include(String table) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT reltuples >= ? FROM pg_class WHERE oid = ?::regclass")) {
            statement.setLong(1, limit);
            statement.setString(2, dialect.quote(table));
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    void index(String table, Index index) {
        indexes.add(new IndexStatement(dialect, table, index).create("CONCURRENTLY"));
        indexesBack.add("DROP INDEX IF EXISTS " + dialect.quote(index.name()));
    }

    /** The constraint takes the index over. */
    void uniqueKey(String table, UniqueKey key) {
        index(table, Index.on(key.columns().toArray(String[]::new)).named(key.name()).unique());
        var name = dialect.quote(key.name());
        checks.add(parts.alter(table) + "ADD CONSTRAINT " + name + " UNIQUE USING INDEX " + name);
        checksBack.add(parts.alter(table) + "DROP CONSTRAINT " + name);
    }

    /** A constraint that was added as NOT VALID; taken back, it may as well stay validated. */
    void validate(String table, String constraint) {
        checks.add(parts.alter(table) + "VALIDATE CONSTRAINT " + dialect.quote(constraint));
    }

    /**
     * Returns what holds for new rows at once; SET NOT NULL reads no rows where it is validated.
     */
    String notNull(String table, String column) {
        var name = "tenon_not_null_" + (checks.size() + 1);
        var condition = dialect.quote(column) + " IS NOT NULL";
        var add =
                parts.alter(table)
                        + "ADD CONSTRAINT "
                        + name
                        + " CHECK ("
                        + condition
                        + ") NOT VALID";
        var alter = parts.alter(table) + "ALTER COLUMN " + dialect.quote(column);
        validate(table, name);
        checks.add(alter + " SET NOT NULL");
        checks.add(parts.alter(table) + "DROP CONSTRAINT " + name);
        checksBack.add(alter + " DROP NOT NULL");
        checksBack.add(add);
        return add;
    }

    List<Later> later() {
        return List.of(
                        later("indexes", indexes, indexesBack),
                        later("validation", checks, checksBack))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A script is never empty. */
    private static Optional<Later> later(String what, List<String> up, List<String> down) {
        return up.isEmpty()
                ? Optional.empty()
                : Optional.of(new Later(what, up, down.isEmpty() ? List.of("SELECT 1") : down));
    }

    List<String> warnings() {
        return indexes.isEmpty() && checks.isEmpty()
                ? List.of()
                : List.of(
                        "The scripts that follow it belong to it, for large tables.",
                        "So that nobody waits for long where this waits for a lock, set one:"
                                + " SET lock_timeout = '5s'.");
    }
}
