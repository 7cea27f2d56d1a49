package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.FrameworkException;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.ErrorClass.Kind;

/**
 * Thrown by the database module: the root of a sealed tree with one class for each group of {@link
 * DatabaseError}, and one each for {@link SchemaError}, {@link MigrationError}, {@link
 * GenerationError} and {@link BackupError}.
 */
public abstract sealed class DatabaseException extends FrameworkException
        permits AccessException,
                BackupException,
                ConnectionException,
                GenerationException,
                InvalidSchemaException,
                MigrationException,
                PoolException,
                QueryException,
                TransactionException,
                ValueException {

    private static final long serialVersionUID = 1L;

    private final CommitOutcome outcome;

    DatabaseException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context);
        this.outcome = outcome;
    }

    /** Returns an exception of the class that belongs to the group of the error. */
    public static DatabaseException of(
            DatabaseError error, Problem problem, ErrorContext context, CommitOutcome outcome) {
        return switch (group(error)) {
            case "CONN" -> new ConnectionException(problem, context, outcome);
            case "VAL" -> new ValueException(problem, context, outcome);
            case "TXN" -> new TransactionException(problem, context, outcome);
            case "POOL" -> new PoolException(problem, context, outcome);
            case "SEC" -> new AccessException(problem, context, outcome);
            default -> new QueryException(problem, context, outcome);
        };
    }

    private static String group(DatabaseError error) {
        return error.code().split("-", -1)[1];
    }

    /** Returns how the failure is met, and on which level it is logged. */
    public Kind kind() {
        return code() instanceof DatabaseError error ? error.kind() : Kind.UNEXPECTED;
    }

    /** Returns what has become of the changes of the session. */
    public CommitOutcome outcome() {
        return outcome;
    }

    @Override
    public String userMessage() {
        var sentence =
                switch (code()) {
                    case DatabaseError error -> error.userSentence();
                    case BackupError _ -> "The data could not be copied or put back.";
                    default -> "The data of this part of the application cannot be set up.";
                };
        return sentence + " (" + code().code() + ", reference " + context().id() + ")";
    }
}
