package dev.tenon.database.internal.migration;

import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/** Keeps scripts from statements that end their transaction, or lead to other databases. */
final class TransactionStatements {

    private static final Pattern COMMENTS =
            Pattern.compile("(?s)^(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)+");

    private static final Pattern REFUSED =
            Pattern.compile(
                    "(?i)(?:BEGIN|COMMIT|END|ABORT|ROLLBACK|START\\s+TRANSACTION|PREPARE\\s+TRANSACTION"
                            + "|SET\\s+autocommit|ATTACH|DETACH)\\b.*",
                    Pattern.DOTALL);

    private static final Pattern TO_SAVEPOINT =
            Pattern.compile("(?i)ROLLBACK\\s+(?:WORK\\s+|TRANSACTION\\s+)?TO\\b.*", Pattern.DOTALL);

    private TransactionStatements() {}

    /** Throws if the statement is such a one. */
    static void refuse(String sql) {
        var text = COMMENTS.matcher(sql).replaceFirst("");
        if (REFUSED.matcher(text).matches() && !TO_SAVEPOINT.matcher(text).matches()) {
            throw new ForbiddenStatement(sql);
        }
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
