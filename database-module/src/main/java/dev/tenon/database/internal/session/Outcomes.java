package dev.tenon.database.internal.session;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.CommitFailure;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.ErrorClass.Kind;
import dev.tenon.database.internal.failure.Failures;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the failures of sessions: whether they may pass, how they leave and how they are logged.
 *
 * @param isLogged whether the log is told what is thrown
 */
record Outcomes(Store store, Failures failures, boolean isLogged) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    /** The last failure that a thread has logged: it passes through the sessions around, too. */
    private static final ThreadLocal<@Nullable String> LOGGED = new ThreadLocal<>();

    /** Returns whether the work can be run again in the hope of better luck. */
    boolean mayPass(Throwable thrown) {
        if (thrown instanceof CommitFailure f && f.outcome() != CommitOutcome.NOT_APPLIED) {
            return false;
        }
        // Libraries on the session's connection wrap what the driver throws.
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
            if (t instanceof DatabaseException e) {
                return e.outcome() == CommitOutcome.NOT_APPLIED && e.kind() == Kind.TRANSIENT;
            }
            if (t instanceof SQLException e) {
                return store.classify(e).errorClass().kind() == Kind.TRANSIENT;
            }
        }
        return false;
    }

    /**
     * Returns what leaves a session, after logging what is of the database.
     *
     * @param known what has become of the changes, whatever was thrown
     */
    RuntimeException reported(Throwable thrown, CommitOutcome known) {
        var leaving = leaving(thrown);
        return logged(leaving instanceof DatabaseException e ? saying(known, e) : leaving);
    }

    private DatabaseException saying(CommitOutcome known, DatabaseException e) {
        boolean isOther = known != CommitOutcome.NOT_APPLIED && known != e.outcome();
        return isOther && isOwn(e) && e.code() instanceof DatabaseError error
                ? DatabaseException.of(error, e.problem().from(e), e.context(), known)
                : e;
    }

    private RuntimeException logged(RuntimeException leaving) {
        if (isLogged
                && leaving instanceof DatabaseException e
                && isOwn(e)
                && !e.context().id().equals(LOGGED.get())) {
            LOGGED.set(e.context().id());
            log(e);
        }
        return leaving;
    }

    private boolean isOwn(DatabaseException e) {
        return e.context().database().equals(Optional.of(failures.database()));
    }

    private RuntimeException leaving(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case CommitFailure f when f.outcome() == CommitOutcome.UNKNOWN ->
                    failures.of(
                            DatabaseError.OUTCOME_UNKNOWN,
                            "The commit on " + failures.database() + " failed.",
                            Problem.describe(f.failure()),
                            f.failure(),
                            f.outcome());
            case CommitFailure f ->
                    failures.of(
                            store.classify(f.failure()),
                            "The commit on " + failures.database() + " failed.",
                            f.failure(),
                            f.outcome());
            case SQLException e ->
                    failures.of(
                            store.classify(e),
                            "A statement on " + failures.database() + " failed.",
                            e,
                            CommitOutcome.NOT_APPLIED);
            case InterruptedException e -> {
                Thread.currentThread().interrupt();
                yield failures.of(
                        DatabaseError.CANCELLED,
                        "The work on " + failures.database() + " was interrupted.",
                        "",
                        e,
                        CommitOutcome.NOT_APPLIED);
            }
            default ->
                    failures.of(
                            DatabaseError.WORK_FAILED,
                            "The work on " + failures.database() + " threw.",
                            Problem.describe(thrown),
                            thrown,
                            CommitOutcome.NOT_APPLIED);
        };
    }

    private static void log(DatabaseException e) {
        switch (e.kind()) {
            case EXPECTED -> LOG.debug("{} [{}]", e.getMessage(), e.context().id(), e);
            case TRANSIENT -> LOG.warn("{} [{}]", e.getMessage(), e.context().id());
            case UNEXPECTED -> LOG.error("{} [{}]", e.getMessage(), e.context().id(), e);
        }
    }

    /** Runs what was kept until after the commit; its failures cannot undo it. */
    void runAll(List<Runnable> actions) {
        for (var action : actions) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                // Thrown on, it would look as if the write had failed.
                LOG.error(
                        "An action after a commit on {} failed; the commit holds",
                        failures.database(),
                        e);
            }
        }
    }
}
