package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Store;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.util.Set;

/**
 * Refuses what would commit the changes of one session before its end: half of a transaction would
 * hold, whatever becomes of the other half.
 */
final class ImplicitCommits {

    private static final Set<String> CHANGES =
            Set.of(
                    "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "CALL", "LOAD", "DO",
                    "ANALYZE");

    private final Store store;
    private final Failures failures;
    private boolean changed;

    ImplicitCommits(Store store, Failures failures) {
        this.store = store;
        this.failures = failures;
    }

    void refuseAfterChange(SqlText text) {
        if (!text.commits()) {
            changed |= CHANGES.contains(text.keyword());
        } else if (changed) {
            throw failures.of(
                    DatabaseError.FORBIDDEN_STATEMENT,
                    "The database "
                            + failures.database()
                            + " would commit what the session has changed so far by: "
                            + text.sql()
                            + ".",
                    store.dialect().name()
                            + " changes tables outside of transactions. Do it in a session of its"
                            + " own, or before any other change.");
        }
    }
}
