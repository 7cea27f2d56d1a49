package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import java.util.Set;

/** Looks at statements that are neither about tables nor about rows. */
final class CommandRules {

    private static final Set<String> TRANSACTIONS =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT");

    /** https://www.postgresql.org/docs/18/explicit-locking.html */
    private static final Set<String> LOCKS = Set.of("LOCK", "CLUSTER", "REINDEX");

    private final Dialect dialect;
    private final Report report;

    CommandRules(Dialect dialect, Report report) {
        this.dialect = dialect;
        this.report = report;
    }

    void check(Words words) {
        var first = words.first();
        if (TRANSACTIONS.contains(first) && !words.has("TO")) {
            report.add(Danger.TRANSACTION, first);
        } else if (words.take("SET") && words.has("AUTOCOMMIT")) {
            report.add(Danger.TRANSACTION, "SET AUTOCOMMIT");
        } else if (dialect instanceof PostgresDialect) {
            if (LOCKS.contains(first) && !words.has("CONCURRENTLY")) {
                report.add(Danger.LONG_LOCK, first);
            } else if (first.equals("VACUUM") && words.has("FULL")) {
                report.add(Danger.LONG_LOCK, "VACUUM FULL");
            }
        }
    }
}
