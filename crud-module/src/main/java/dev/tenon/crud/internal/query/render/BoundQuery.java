package dev.tenon.crud.internal.query.render;

import org.jspecify.annotations.Nullable;

/** A statement and what is bound in it, for one call. */
public final class BoundQuery {

    private final String sql;
    private final @Nullable Object[] values;

    BoundQuery(String sql, @Nullable Object[] values) {
        this.sql = sql;
        this.values = values;
    }

    /** Returns the statement, with a question mark for each value. */
    public String sql() {
        return sql;
    }

    /** Returns the values, as sessions take them; the array itself. */
    public @Nullable Object[] values() {
        return values;
    }
}
