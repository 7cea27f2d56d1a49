package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.script.Beginning;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** Keeps scripts from statements that end their transaction, or lead to other databases. */
final class TransactionStatements {

    private static final Set<String> REFUSED =
            Set.of("BEGIN", "COMMIT", "END", "ABORT", "ATTACH", "DETACH");

    /** {@code SET @@SESSION . AUTOCOMMIT}. */
    private static final int LENGTH = 6;

    private TransactionStatements() {}

    /**
     * Throws if the statement is such a one.
     *
     * @param lexis how its engine reads it
     */
    static void refuse(String sql, Set<Lexis> lexis) {
        var beginning = Beginning.of(sql, lexis, LENGTH);
        if (!beginning.isEmpty() && isRefused(beginning.getFirst(), beginning)) {
            throw new ForbiddenStatement(sql);
        }
    }

    private static boolean isRefused(String first, List<String> beginning) {
        return switch (first) {
            case "ROLLBACK" -> !beginning.contains("TO");
            case "START", "PREPARE" -> beginning.indexOf("TRANSACTION") == 1;
            case "SET" -> beginning.stream().anyMatch(token -> token.endsWith("AUTOCOMMIT"));
            default -> REFUSED.contains(first);
        };
    }

    /** Tells that a statement is not run. */
    static final class ForbiddenStatement extends FlywayException {

        private static final long serialVersionUID = 1L;

        private final String statement;

        ForbiddenStatement(String statement) {
            super("The statement is not a migration's to run");
            this.statement = statement;
        }

        String statement() {
            return statement;
        }
    }
}
