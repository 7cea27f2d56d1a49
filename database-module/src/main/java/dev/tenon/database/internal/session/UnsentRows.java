package dev.tenon.database.internal.session;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The batches of one session with rows that were added and have not been sent. */
final class UnsentRows {

    // Most sessions have none, and are short.
    private @Nullable Set<BatchStatement> batches;

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

    /** Returns those that there are now. */
    Set<BatchStatement> now() {
        return batches == null ? Set.of() : Set.copyOf(batches);
    }

    /** Forgets the others: their rows were added in something that is undone. */
    void keep(Set<BatchStatement> earlier) {
        if (batches != null) {
            batches.retainAll(earlier);
        }
    }

    /** Refuses to end well without the rows. */
    void requireNone(Failures failures) {
        if (batches == null || batches.isEmpty()) {
            return;
        }
        var first = batches.iterator().next();
        throw failures.of(
                DatabaseError.ROWS_NOT_SENT,
                "The session on "
                        + failures.database()
                        + " ends without the rows of a batch, "
                        + first.unsent()
                        + " in number: "
                        + first.sql(),
                "They were added, and execute() was not called after them"
                        + (batches.size() == 1
                                ? "."
                                : "; so it is with " + (batches.size() - 1) + " more."));
    }
}
