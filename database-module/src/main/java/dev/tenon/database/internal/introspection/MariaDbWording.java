package dev.tenon.database.internal.introspection;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Wording;
import dev.tenon.database.internal.introspection.Token.Kind;
import dev.tenon.database.schema.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has MariaDB put expressions in its words: on a temporary table, which ends no transaction and is
 * seen by nobody else.
 */
public final class MariaDbWording implements Wording {

    private static final String TABLE = "tenon_wording";

    /** What MariaDB says of a statement that it does not take: syntax, names, types, values. */
    private static final List<String> REFUSALS = List.of("42", "22");

    /** Says nothing of the statement, but of the user: for the database, for the table. */
    private static final Set<Integer> NOT_PERMITTED = Set.of(1044, 1142);

    /**
     * A function that stands in no condition, which has no state of its own; that of MySQL, too.
     */
    private static final Set<Integer> FUNCTION_REFUSED = Set.of(1901, 3814, 3815);

    private final Connection connection;
    private final Dialect dialect;

    public MariaDbWording(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Optional<String> condition(
            List<Column> columns, Map<String, String> renamed, String condition)
            throws SQLException {
        var parts =
                Stream.concat(
                                columns.stream()
                                        .map(c ->
                                                dialect.quote(
                                                                renamed.getOrDefault(
                                                                        c.name(), c.name()))
                                                        + " "
                                                        + dialect.type(c.type())),
                                Stream.of("CHECK (" + withNames(condition, renamed) + ")"))
                        .toList();
        return onTable(parts)
                .flatMap(text -> text.all(Clause.Kind.CHECK).findFirst().map(Clause::inner));
    }

    @Override
    public Optional<String> defaultValue(Column column) throws SQLException {
        if (column.defaultValue().isEmpty()) {
            return Optional.empty();
        }
        var sql =
                "%s %s DEFAULT %s"
                        .formatted(
                                dialect.quote(column.name()),
                                dialect.type(column.type()),
                                dialect.expression(column.defaultValue().get(), column.type()));
        return onTable(List.of(sql))
                .flatMap(text ->
                        text.of(column.name()).stream()
                                .filter(c -> c.kind() == Clause.Kind.DEFAULT)
                                .findFirst()
                                .map(Clause::inner));
    }

    /** In its own words every name of a column stands in quotation marks. */
    private String withNames(String condition, Map<String, String> renamed) {
        var result = new StringBuilder();
        int done = 0;
        for (Token token : Tokens.of(condition, dialect.lexis())) {
            var name = Optional.ofNullable(renamed.get(token.text()));
            if (token.kind() == Kind.NAME && name.isPresent()) {
                result.append(condition, done, token.start()).append(dialect.quote(name.get()));
                done = token.end();
            }
        }
        return result.append(condition.substring(done)).toString();
    }

    private Optional<TableText> onTable(List<String> parts) throws SQLException {
        try {
            run(
                    "CREATE TEMPORARY TABLE "
                            + TABLE
                            + parts.stream().collect(joining(", ", " (", ")")));
        } catch (SQLException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            return Optional.empty();
        }
        try {
            return Rows.of(connection, "SHOW CREATE TABLE " + TABLE, row -> row.getString(2))
                    .stream()
                    .findFirst()
                    .map(sql -> TableText.of(sql, dialect.lexis(), TableText.QUOTED_COLUMNS));
        } finally {
            run("DROP TEMPORARY TABLE " + TABLE);
        }
    }

    private static boolean isRefusal(SQLException e) {
        var state = Optional.ofNullable(e.getSQLState()).orElse("");
        return FUNCTION_REFUSED.contains(e.getErrorCode())
                || (!NOT_PERMITTED.contains(e.getErrorCode())
                        && REFUSALS.stream().anyMatch(state::startsWith));
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Names may hold braces, which the driver would take for its own.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
