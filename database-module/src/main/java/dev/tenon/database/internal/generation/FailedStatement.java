package dev.tenon.database.internal.generation;

import dev.tenon.database.error.GenerationError;
import java.sql.SQLException;

/** Thrown for a statement that an engine refuses on a copy. */
final class FailedStatement extends Exception {

    private static final long serialVersionUID = 1L;

    private final GenerationError error;
    private final String sql;

    FailedStatement(String sql, SQLException cause) {
        this(GenerationError.NOT_PROVED, sql, cause);
    }

    FailedStatement(GenerationError error, String sql, SQLException cause) {
        super(cause.getMessage(), cause);
        this.error = error;
        this.sql = sql;
    }

    FailedStatement(String sql, String message) {
        super(message);
        this.error = GenerationError.NOT_PROVED;
        this.sql = sql;
    }

    GenerationError error() {
        return error;
    }

    String sql() {
        return sql;
    }
}
