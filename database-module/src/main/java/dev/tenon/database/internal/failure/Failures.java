package dev.tenon.database.internal.failure;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.ErrorClass;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of one database. */
public record Failures(String database) {

    /** Returns an exception for changes that do not hold. */
    public DatabaseException of(DatabaseError error, String fact, String cause) {
        return of(error, fact, cause, null, CommitOutcome.NOT_APPLIED);
    }

    /** Returns an exception for changes that do not hold, with a remedy of its own. */
    public DatabaseException of(DatabaseError error, String fact, String cause, String remedy) {
        return DatabaseException.of(
                error,
                Problem.error(error, fact, cause, remedy),
                context(),
                CommitOutcome.NOT_APPLIED);
    }

    /** Returns an exception. */
    public DatabaseException of(
            DatabaseError error,
            String fact,
            String cause,
            @Nullable Throwable thrown,
            CommitOutcome outcome) {
        return DatabaseException.of(error, problem(error, fact, cause, thrown), context(), outcome);
    }

    /** Returns the exception for a failure that the engine has classified. */
    public DatabaseException of(
            Classification what, String fact, Throwable thrown, CommitOutcome outcome) {
        var error = errorOf(what.errorClass());
        var cause = Problem.describe(thrown);
        return switch (what.errorClass()) {
            case UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK ->
                    new ConstraintViolationException(
                            problem(error, fact, cause, thrown),
                            context(),
                            outcome,
                            what.table(),
                            what.columns());
            default -> of(error, fact, cause, thrown, outcome);
        };
    }

    private static Problem problem(
            DatabaseError error, String fact, String cause, @Nullable Throwable thrown) {
        var problem = Problem.error(error, fact, cause, error.remedy());
        return thrown == null ? problem : problem.from(thrown);
    }

    private ErrorContext context() {
        var now = ErrorContext.now();
        return new ErrorContext(
                now.time(), now.id(), Optional.empty(), Optional.of(database), Map.of());
    }

    /** Returns the error of what an engine has classified. */
    public static DatabaseError errorOf(ErrorClass errorClass) {
        return switch (errorClass) {
            case CONNECTION -> DatabaseError.UNREACHABLE;
            case MISSING_DATABASE -> DatabaseError.MISSING_DATABASE;
            case UNIQUE -> DatabaseError.UNIQUE;
            case FOREIGN_KEY -> DatabaseError.FOREIGN_KEY;
            case NOT_NULL -> DatabaseError.NOT_NULL;
            case CHECK -> DatabaseError.CHECK;
            case TYPE -> DatabaseError.TYPE;
            case BUSY -> DatabaseError.BUSY;
            case SERIALIZATION -> DatabaseError.SERIALIZATION;
            case DEADLOCK -> DatabaseError.DEADLOCK;
            case TIMEOUT -> DatabaseError.TIMEOUT;
            case SYNTAX -> DatabaseError.SYNTAX;
            case MISSING_TABLE -> DatabaseError.MISSING_TABLE;
            case MISSING_COLUMN -> DatabaseError.MISSING_COLUMN;
            case DUPLICATE_TABLE -> DatabaseError.DUPLICATE_TABLE;
            case DUPLICATE_COLUMN -> DatabaseError.DUPLICATE_COLUMN;
            case DISK_FULL -> DatabaseError.DISK_FULL;
            case READ_ONLY -> DatabaseError.READ_ONLY;
            case CORRUPT -> DatabaseError.CORRUPT;
            case PERMISSION -> DatabaseError.NOT_PERMITTED;
            case ABORTED_TRANSACTION -> DatabaseError.ABORTED;
            case OTHER -> DatabaseError.STATEMENT_FAILED;
        };
    }
}
