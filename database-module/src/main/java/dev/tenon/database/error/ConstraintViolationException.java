package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import java.util.List;
import java.util.Optional;

/** A change breaks a rule of its table. */
public final class ConstraintViolationException extends ValueException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> table;
    private final transient List<String> columns;

    /**
     * Makes an exception.
     *
     * @param table the table, where the engine names it
     * @param columns the columns, as far as the engine names them
     */
    public ConstraintViolationException(
            Problem problem,
            ErrorContext context,
            CommitOutcome outcome,
            Optional<String> table,
            List<String> columns) {
        super(problem, context, outcome);
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /** Returns the table, where the engine names it. */
    public Optional<String> table() {
        return table;
    }

    /** Returns the columns, as far as the engine names them. */
    public List<String> columns() {
        return columns;
    }
}
