package dev.tenon.database.engine;

import dev.tenon.database.error.CommitOutcome;
import java.sql.SQLException;

/** A commit has failed. */
public final class CommitFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final CommitOutcome outcome;
    private final SQLException failure;

    /** Makes one. */
    public CommitFailure(CommitOutcome outcome, SQLException failure) {
        super(failure);
        this.outcome = outcome;
        this.failure = failure;
    }

    /** Returns what has become of the changes. */
    public CommitOutcome outcome() {
        return outcome;
    }

    /** Returns what the engine said. */
    public SQLException failure() {
        return failure;
    }
}
