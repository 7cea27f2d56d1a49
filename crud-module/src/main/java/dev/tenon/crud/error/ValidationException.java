package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorContext;
import java.util.List;
import java.util.stream.Collectors;

/** Values were given that the table does not take; knows everything that is wrong with them. */
public final class ValidationException extends CrudException {

    private static final long serialVersionUID = 1L;

    /** How many violations the message tells. */
    private static final int TOLD = 10;

    private final transient List<Violation> violations;

    /**
     * Makes an exception.
     *
     * @param violations what is wrong, at least one
     */
    public ValidationException(String fact, List<Violation> violations, ErrorContext context) {
        super(CrudError.INVALID_VALUES, fact, told(violations), context);
        this.violations = List.copyOf(violations);
    }

    private static String told(List<Violation> violations) {
        var told =
                violations.stream()
                        .limit(TOLD)
                        .map(Violation::toString)
                        .collect(Collectors.joining(" "));
        int more = violations.size() - TOLD;
        return more > 0 ? told + " And " + more + " more." : told;
    }

    /** Returns everything that is wrong; empty after the exception was serialized. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
