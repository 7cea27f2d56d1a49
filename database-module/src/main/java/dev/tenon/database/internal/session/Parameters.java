package dev.tenon.database.internal.session;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one statement's parameters. */
final class Parameters {

    /** From how many bytes or characters on a value is not kept beyond its statement. */
    private static final int LARGE = 16_384;

    private final SqlText text;
    private final Rows rows;
    private final @Nullable Object[] byPosition;
    private @Nullable Map<String, @Nullable Object> byName;
    private boolean large;

    Parameters(SqlText text, Rows rows, @Nullable Object... byPosition) {
        this.text = text;
        this.rows = rows;
        this.byPosition = byPosition;
    }

    /**
     * Returns the values by position.
     *
     * @param values null where a caller passes a plain null to a method of variable arity
     */
    static Parameters of(SqlText text, Rows rows, @Nullable Object @Nullable [] values) {
        if (values == null) {
            throw wrong(
                    text,
                    rows,
                    "The array of values is null; one value that is null is written (Object) null.");
        }
        return new Parameters(text, rows, values);
    }

    /** Returns those by position as they are now, in an array of its own. */
    Parameters copy() {
        return new Parameters(text, rows, byPosition.clone());
    }

    void put(String name, @Nullable Object value) {
        if (!text.names().contains(name)) {
            throw wrong("It has no parameter :" + name + ", but " + text.names() + ".");
        }
        if (byName == null) {
            byName = new HashMap<>();
        }
        byName.put(name, value);
    }

    /** Takes those components of the record that the statement names. */
    void putAll(Record values) {
        var shape = rows.shape(values.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            if (text.names().contains(shape.name(i))) {
                put(shape.name(i), shape.value(i, values));
            }
        }
    }

    void bind(PreparedStatement statement) throws SQLException {
        if (!text.foreign().isEmpty()) {
            throw wrong(
                    "It has the parameter "
                            + text.foreign()
                            + ", which a session does not bind; it binds ? and :name.");
        }
        if (text.isNamed()) {
            bindNamed(statement);
            return;
        }
        if (byPosition.length != text.marks()) {
            throw wrong(
                    "It has "
                            + text.marks()
                            + " parameters and got "
                            + byPosition.length
                            + " values.");
        }
        for (int i = 0; i < byPosition.length; i++) {
            bind(statement, i + 1, byPosition[i]);
        }
    }

    private void bindNamed(PreparedStatement statement) throws SQLException {
        var given = byName == null ? Map.<String, @Nullable Object>of() : byName;
        if (text.marks() > 0) {
            throw wrong("It mixes parameters by name and by position.");
        }
        if (byPosition.length > 0) {
            throw wrong("Its parameters are named, and got values by position.");
        }
        int index = 1;
        for (var name : text.names()) {
            if (!given.containsKey(name)) {
                throw wrong("Its parameter :" + name + " got no value.");
            }
            bind(statement, index++, given.get(name));
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        large |= isLarge(value);
        try {
            rows.values().bind(statement, index, value);
        } catch (IllegalArgumentException e) {
            throw failures()
                    .of(
                            DatabaseError.UNBINDABLE,
                            "Parameter " + index + " cannot be bound in: " + text.sql() + ".",
                            Problem.describe(e),
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    private static boolean isLarge(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> bytes.length >= LARGE;
            case String text -> text.length() >= LARGE;
            case null, default -> false;
        };
    }

    /** Returns whether one of those that were bound takes much memory. */
    boolean areLarge() {
        return large;
    }

    private DatabaseException wrong(String cause) {
        return wrong(text, rows, cause);
    }

    private static DatabaseException wrong(SqlText text, Rows rows, String cause) {
        return rows.failures()
                .of(
                        DatabaseError.PARAMETERS,
                        "The parameters do not match the statement: " + text.sql() + ".",
                        cause);
    }

    private Failures failures() {
        return rows.failures();
    }
}
