package dev.tenon.database.internal.session;

import dev.tenon.database.Query;
import dev.tenon.database.RowMapper;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query on the statements of a session. */
final class QueryStatement implements Query {

    private final Statements statements;
    private final Rows rows;
    private final SqlText text;
    private final Parameters parameters;
    private int fetchSize = 256;

    QueryStatement(Statements statements, Rows rows, SqlText text, Parameters parameters) {
        this.statements = statements;
        this.rows = rows;
        this.text = text;
        this.parameters = parameters;
    }

    @Override
    public Query bind(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    @Override
    public Query bindAll(Record values) {
        parameters.putAll(values);
        return this;
    }

    @Override
    public Query fetchSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("At least 1 row is fetched at once, not " + size);
        }
        fetchSize = size;
        return this;
    }

    @Override
    public <T> List<T> list(Class<T> type) {
        return collect(byType(type), Integer.MAX_VALUE);
    }

    @Override
    public <T> List<T> list(RowMapper<T> mapper) {
        return collect(byMapper(mapper), Integer.MAX_VALUE);
    }

    @Override
    public <T> T one(Class<T> type) {
        return statements.run(
                text,
                parameters,
                prepared -> {
                    try (var result = prepared.query()) {
                        return only(result, this.<T>byType(type).of(result));
                    }
                });
    }

    private <T> T only(ResultSet result, RowReader<T> reader) throws SQLException {
        if (!result.next()) {
            throw rows.failures()
                    .of(DatabaseError.NO_ROW, "There is no row for: " + text.sql() + ".", "");
        }
        var value = read(result, reader);
        if (result.next()) {
            throw several();
        }
        if (value == null) {
            throw rows.unreadable(
                    text,
                    new IllegalArgumentException(
                            "The value is NULL; optional() takes it for none"));
        }
        return value;
    }

    private <T> T read(ResultSet result, RowReader<T> reader) throws SQLException {
        try {
            return reader.read(result);
        } catch (IllegalArgumentException e) {
            throw rows.unreadable(text, e);
        }
    }

    private DatabaseException several() {
        return rows.failures()
                .of(
                        DatabaseError.SEVERAL_ROWS,
                        "There is more than one row for: " + text.sql() + ".",
                        "");
    }

    @Override
    public <T> Optional<T> optional(Class<T> type) {
        return only(collect(byType(type), 2));
    }

    @Override
    public <T> Optional<T> optional(RowMapper<T> mapper) {
        return only(collect(byMapper(mapper), 2));
    }

    @Override
    public <T> Stream<T> stream(Class<T> type) {
        return opened(byType(type));
    }

    @Override
    public <T> Stream<T> stream(RowMapper<T> mapper) {
        return opened(byMapper(mapper));
    }

    @Override
    public List<Map<String, @Nullable Object>> maps() {
        return collect(result -> QueryStatement::map, Integer.MAX_VALUE);
    }

    private static Map<String, @Nullable Object> map(ResultSet row) throws SQLException {
        var meta = row.getMetaData();
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            map.put(meta.getColumnLabel(i), row.getObject(i));
        }
        return map;
    }

    /** Makes the reader of a result's rows. */
    private interface Mapping<T> {
        RowReader<T> of(ResultSet result) throws SQLException;
    }

    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // A plan makes what its type says; NULL is refused or kept.
    private <T> Mapping<T> byType(Class<T> type) {
        return result ->
                (RowReader<T>)
                        rows.plan(text, type, result, statements.schemaVersion(text)).reader();
    }

    private <T> Mapping<T> byMapper(RowMapper<T> mapper) {
        return result -> {
            var row = new ResultRow(result, rows, text);
            return at -> mapper.map(row);
        };
    }

    private <T> List<T> collect(Mapping<T> mapping, int limit) {
        return statements.run(
                text,
                parameters,
                prepared -> {
                    try (var result = prepared.query()) {
                        return read(result, mapping.of(result), limit);
                    }
                });
    }

    private <T> List<T> read(ResultSet result, RowReader<T> reader, int limit) throws SQLException {
        var found = new ArrayList<T>();
        while (found.size() < limit && result.next()) {
            found.add(read(result, reader));
        }
        return found;
    }

    private <T> Optional<T> only(List<T> found) {
        if (found.size() > 1) {
            throw several();
        }
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.getFirst());
    }

    private <T> Stream<T> opened(Mapping<T> mapping) {
        var prepared = statements.open(text);
        return statements.step(
                text.sql(),
                prepared,
                () -> {
                    PreparedStatement statement = prepared.statement();
                    parameters.bind(statement);
                    statement.setFetchSize(fetchSize);
                    var result = prepared.query();
                    // Given back to a cache, the statement would keep them open beyond the session.
                    statements.keep(result);
                    return RowStream.of(
                            statements, rows, text, prepared, result, mapping.of(result));
                });
    }
}
