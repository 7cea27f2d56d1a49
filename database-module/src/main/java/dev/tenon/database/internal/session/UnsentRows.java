package dev.tenon.database.internal.session;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The batches of one session with rows that were added and have not been sent. */
final class UnsentRows {

    // Most sessions have none, and are short.
    private @Nullable Set<BatchStatement> batches;
    private @Nullable Refused refused;

    void add(BatchStatement batch) {
        if (batches == null) {
            batches = new LinkedHashSet<>();
        }
        batches.add(batch);
    }

    void remove(BatchStatement batch) {
        if (batches != null) {
            batches.remove(batch);
        }
    }

    /**
     * Sends them all. Who catches the failure of a savepoint may take it for one of the work
     * within, so the session does not end well without the rows.
     */
    void send() {
        if (batches == null) {
            return;
        }
        for (var batch : List.copyOf(batches)) {
            int rows = batch.unsent();
            try {
                batch.execute();
            } catch (RuntimeException e) {
                refused = new Refused(batch, rows);
                throw e;
            }
        }
    }

    /** Forgets them: they were added in something that is undone. */
    void drop() {
        refused = null;
        if (batches != null) {
            batches.forEach(BatchStatement::drop);
            batches.clear();
        }
    }

    /** Refuses to end well without the rows. */
    void requireNone(Failures failures) {
        if (refused != null) {
            throw missing(
                    failures,
                    refused.batch(),
                    refused.rows(),
                    "They were sent before a savepoint, which failed.");
        }
        if (batches == null || batches.isEmpty()) {
            return;
        }
        var first = batches.iterator().next();
        throw missing(
                failures,
                first,
                first.unsent(),
                "They were added, and execute() was not called after them"
                        + (batches.size() == 1
                                ? "."
                                : "; so it is with " + (batches.size() - 1) + " more."));
    }

    private static DatabaseException missing(
            Failures failures, BatchStatement batch, int rows, String cause) {
        return failures.of(
                DatabaseError.ROWS_NOT_SENT,
                "The session on "
                        + failures.database()
                        + " ends without the rows of a batch, "
                        + rows
                        + " in number: "
                        + batch.sql()
                        + ".",
                cause);
    }

    private record Refused(BatchStatement batch, int rows) {}
}
