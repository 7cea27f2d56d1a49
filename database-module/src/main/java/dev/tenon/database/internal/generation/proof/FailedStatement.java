package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.error.GenerationError;
import java.sql.SQLException;

/** Thrown for a statement that an engine refuses on a copy. */
public final class FailedStatement extends Exception {

    private static final long serialVersionUID = 1L;

    private final GenerationError error;
    private final String sql;

    public FailedStatement(String sql, SQLException cause) {
        this(GenerationError.NOT_PROVED, sql, cause);
    }

    public FailedStatement(GenerationError error, String sql, SQLException cause) {
        super(cause.getMessage(), cause);
        this.error = error;
        this.sql = sql;
    }

    public FailedStatement(String sql, String message) {
        super(message);
        this.error = GenerationError.NOT_PROVED;
        this.sql = sql;
    }

    public GenerationError error() {
        return error;
    }

    public String sql() {
        return sql;
    }
}
