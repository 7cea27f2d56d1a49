package dev.tenon.crud.internal.failure;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of a database that are treated as if they were not there. Engines name them all the
 * same, as what refers to a row that is deleted. Immutable.
 *
 * @param database the name of the database
 */
public record HiddenNames(String database, Set<String> tables) {

    private static final Logger LOG = LoggerFactory.getLogger(HiddenNames.class);

    public HiddenNames {
        tables = Set.copyOf(tables);
    }

    /**
     * Returns the failure as callers are told of it: one that mentions a hidden table loses its
     * text and its cause, which the log has, and keeps its code and its reference.
     */
    public DatabaseException told(DatabaseException failure) {
        boolean isMentioned = tables.stream().anyMatch(t -> isMentioned(t, failure.problem()));
        if (!isMentioned || !(failure.code() instanceof DatabaseError error)) {
            return failure;
        }
        LOG.info("{} [{}]", failure.getMessage(), failure.context().id());
        var problem =
                Problem.error(
                        error,
                        "A statement on " + database + " failed.",
                        "What the engine says is in the log, with the reference "
                                + failure.context().id()
                                + ".",
                        error.remedy());
        return failure instanceof ConstraintViolationException violation
                ? new ConstraintViolationException(
                        problem,
                        failure.context(),
                        failure.outcome(),
                        violation.table().filter(t -> !isHidden(t)),
                        violation.table().filter(this::isHidden).isPresent()
                                ? List.of()
                                : violation.columns())
                : DatabaseException.of(error, problem, failure.context(), failure.outcome());
    }

    /** A statement may have columns that are named after a table; it has tables in quotes alone. */
    private boolean isMentioned(String table, Problem problem) {
        return contains(problem.cause(), table)
                || contains(problem.fact(), '"' + table + '"')
                || contains(problem.fact(), '`' + table + '`');
    }

    private boolean isHidden(String table) {
        return tables.stream().anyMatch(table::equalsIgnoreCase);
    }

    /** The name of a constraint may hold that of a table, between underscores. */
    private static boolean contains(String text, String part) {
        var border = "[\\p{L}\\p{N}]";
        return Pattern.compile(
                        "(?<!" + border + ")" + Pattern.quote(part) + "(?!" + border + ")",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
