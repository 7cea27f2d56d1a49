package dev.tenon.crud.internal.row;

import dev.tenon.crud.RowMatch;
import dev.tenon.crud.TableRow;
import dev.tenon.crud.error.RowChangedException;
import dev.tenon.crud.error.RowNotFoundException;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.StoredValue;
import dev.tenon.database.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and changes single rows of one table in a session. */
public final class RowChanges {

    private final Session session;
    private final KnownTable table;
    private final Powers powers;
    private final RowShape whole;
    private final RowStatements statements;

    /** Works in the session. */
    public RowChanges(Session session, RowStatements statements) {
        this.session = session;
        this.statements = statements;
        table = statements.table();
        powers = statements.powers();
        whole = statements.whole();
    }

    /** Returns the row with the key, or nothing. */
    public Optional<TableRow> read(List<Object> key) {
        return rows(statements.find(), key).stream().findFirst();
    }

    /** Returns the row with the key, which is not changed by others until the session ends. */
    private TableRow locked(List<Object> key) {
        return rows(statements.lock(), key).stream()
                .findFirst()
                .orElseThrow(() -> notFound(table, key));
    }

    private TableRow find(List<Object> key) {
        return read(key).orElseThrow(() -> notFound(table, key));
    }

    /** Inserts a row and returns it. */
    public TableRow insert(RowValues given) {
        var values = withVersion(given);
        return changed(statements.insert(values))
                .orElseGet(() -> keyAfter(values).map(this::find).orElseGet(() -> row(values)));
    }

    /**
     * Inserts a row, or changes the one with its key, and returns it.
     *
     * @throws RowChangedException if the row is there with another version than the given one
     */
    public TableRow upsert(RowValues given) {
        if (!given.columns().containsAll(table.key())) {
            return insert(given);
        }
        var values = withVersion(given);
        var version = version(given);
        if (powers.returns()) {
            return rows(statements.upsert(values, version)).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            version.isEmpty()
                                    ? notFound(table, key(values))
                                    : otherThan(locked(key(values)), key(values)));
        }
        version.ifPresent(expected -> requireVersion(key(values), expected));
        var _ = execute(statements.upsert(values, version));
        return find(key(values));
    }

    private void requireVersion(List<Object> key, Object expected) {
        for (var now : rows(statements.lock(), key)) {
            if (!version(now).equals(Optional.of(expected))) {
                throw otherThan(now, key);
            }
        }
    }

    private List<Object> key(RowValues values) {
        return table.key().stream().map(c -> Objects.requireNonNull(values.get(c))).toList();
    }

    /**
     * Changes a row and returns it.
     *
     * @throws RowNotFoundException if there is none with the key
     * @throws RowChangedException if it does not match
     */
    public TableRow update(List<Object> key, RowValues values, RowMatch match) {
        if (values.isEmpty()) {
            return matching(key, match).orElseGet(() -> find(key));
        }
        var before = matching(key, match).flatMap(this::version);
        return touched(statements.update(key, values, before), key).orElseGet(() -> find(key));
    }

    /**
     * Deletes a row and returns it as it was.
     *
     * @throws RowNotFoundException if there is none with the key
     * @throws RowChangedException if it does not match
     */
    public TableRow delete(List<Object> key, RowMatch match) {
        var before = matching(key, match).or(() -> lockedWhereNotReturned(key));
        var deleted = touched(statements.delete(key), key);
        return deleted.or(() -> before).orElseThrow();
    }

    /** Inserts rows of the same columns, in portions. */
    public void insertMany(List<RowValues> rows) {
        var complete = rows.stream().map(this::withVersion).toList();
        var batch = session.batch(statements.insertMany(complete.getFirst().columns()));
        complete.forEach(row -> batch.add(row.values()));
        var _ = batch.execute();
    }

    private Optional<TableRow> lockedWhereNotReturned(List<Object> key) {
        return powers.returns() ? Optional.empty() : Optional.of(locked(key));
    }

    /** Returns the row, locked, if it has to match something. */
    private Optional<TableRow> matching(List<Object> key, RowMatch match) {
        if (match instanceof RowMatch.Any) {
            return Optional.empty();
        }
        var now = locked(key);
        boolean matches =
                switch (match) {
                    case RowMatch.Any _ -> true;
                    case RowMatch.Hash(var wanted) -> now.hash().orElseThrow().equals(wanted);
                    case RowMatch.Version(var wanted) -> wanted.equals(version(now).orElse(null));
                };
        if (!matches) {
            throw otherThan(now, key);
        }
        return Optional.of(now);
    }

    private RowChangedException otherThan(TableRow now, List<Object> key) {
        var hash = now.hash().orElseThrow();
        return new RowChangedException(
                "The row %s of the table '%s' is not as it was read."
                        .formatted(shown(key), Refusals.shown(table.name())),
                "Its %s now."
                        .formatted(
                                version(now).map(v -> "version is " + v).orElse("hash is " + hash)),
                hash,
                table.refusals().context(Map.of("table", table.name())));
    }

    private Optional<Object> version(RowValues values) {
        return table.version().flatMap(v -> Optional.ofNullable(values.get(v)));
    }

    private Optional<Object> version(TableRow row) {
        return table.version().flatMap(v -> Optional.ofNullable(row.get(v.name())));
    }

    private RowValues withVersion(RowValues values) {
        var version = table.version().filter(v -> values.get(v) == null);
        return version.map(v -> values.with(v, Versions.first(v))).orElse(values);
    }

    /** Runs a change; returns the row where the engine does. */
    private Optional<TableRow> changed(Fragment<@Nullable Object> statement) {
        if (powers.returns()) {
            return Optional.of(rows(statement).getFirst());
        }
        var _ = execute(statement);
        return Optional.empty();
    }

    /** Runs a change of a row that has to be there. */
    private Optional<TableRow> touched(Fragment<@Nullable Object> statement, List<Object> key) {
        if (powers.returns()) {
            var rows = rows(statement);
            if (rows.isEmpty()) {
                throw notFound(table, key);
            }
            return Optional.of(rows.getFirst());
        }
        // MySQL counts a row that has the values already as not changed: look whether it is there.
        if (execute(statement) == 0) {
            var _ = find(key);
        }
        return Optional.empty();
    }

    /** Returns the key of a row that was just inserted, where it is known. */
    private Optional<List<Object>> keyAfter(RowValues values) {
        if (table.key().isEmpty()) {
            return Optional.empty();
        }
        var key = new ArrayList<Object>();
        for (KnownColumn column : table.key()) {
            var given = values.get(column);
            if (given != null) {
                key.add(given);
            } else if (column.column().isGenerated()) {
                key.add(session.query("select last_insert_id()").one(Long.class));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** Returns what is known of a row that cannot be found again. */
    private TableRow row(RowValues values) {
        var shape = RowShape.of(table, values.columns(), List.of());
        var known = new @Nullable Object[values.columns().size() + table.key().size()];
        for (KnownColumn column : values.columns()) {
            known[shape.placeOf(column)] = values.get(column);
        }
        return shape.row(known, Map.of());
    }

    private List<TableRow> rows(Fragment<@Nullable Object> statement) {
        return rows(statement.sql(), statement.values());
    }

    private List<TableRow> rows(String sql, List<? extends @Nullable Object> values) {
        return session.query(sql, values.toArray())
                .list(row -> whole.row(whole.read(row), Map.of()));
    }

    private long execute(Fragment<@Nullable Object> statement) {
        return session.execute(statement.sql(), statement.values().toArray());
    }

    /** Returns the exception for a key that no row has. */
    public static RowNotFoundException notFound(KnownTable table, List<Object> key) {
        return new RowNotFoundException(
                "%s has no row %s.".formatted(table, shown(key)),
                table.refusals().context(Map.of("table", table.name())));
    }

    private static String shown(List<Object> key) {
        return key.stream()
                .map(StoredValue::text)
                .map(Refusals::shown)
                .collect(Collectors.joining(", ", "'", "'"));
    }
}
