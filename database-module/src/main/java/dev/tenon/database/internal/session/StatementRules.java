package dev.tenon.database.internal.session;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which statements are not a session's to run.
 *
 * @param ofEngine those that this engine forbids besides, by their first word
 */
record StatementRules(Failures failures, Set<String> ofEngine) {

    /** They end the transaction that others may share, or reach other files. */
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "BEGIN",
                    "START",
                    "COMMIT",
                    "END",
                    "ROLLBACK",
                    "ABORT",
                    "SAVEPOINT",
                    "RELEASE",
                    "ATTACH",
                    "DETACH",
                    "VACUUM");

    /** Pragmas that tell something, and the one that ends with the transaction. */
    private static final Set<String> PRAGMAS =
            Set.of(
                    "table_info",
                    "table_xinfo",
                    "table_list",
                    "index_list",
                    "index_info",
                    "index_xinfo",
                    "foreign_key_list",
                    "foreign_key_check",
                    "integrity_check",
                    "quick_check",
                    "database_list",
                    "collation_list",
                    "function_list",
                    "compile_options",
                    "page_count",
                    "page_size",
                    "freelist_count",
                    "data_version",
                    "defer_foreign_keys");

    private static final Pattern PRAGMA = Pattern.compile("\\s+(?:\\w+\\s*\\.\\s*)?(\\w+)\\b");

    void check(SqlText text) {
        if (text.hidden()) {
            throw forbidden(text, "The server runs a part of it that is written as a comment.");
        }
        if (text.keyword().isEmpty()) {
            throw failures.of(
                    DatabaseError.SYNTAX,
                    "There is no statement in '" + text.sql() + "'.",
                    "It has no word but in comments.");
        }
        if (text.several()) {
            throw failures.of(
                    DatabaseError.SEVERAL_STATEMENTS,
                    "There is more than one statement in: " + text.sql() + ".",
                    "The driver would run the first and keep silent about the others.");
        }
        if (FORBIDDEN.contains(text.keyword())) {
            throw forbidden(text, "It would end the transaction, or reach beyond this database.");
        }
        if (ofEngine.contains(text.keyword())) {
            throw forbidden(
                    text, "It would change the connection for others, or end the transaction.");
        }
        if (text.keyword().equals("PRAGMA")) {
            var pragma = PRAGMA.matcher(text.rest());
            if (!pragma.lookingAt()
                    || !PRAGMAS.contains(pragma.group(1).toLowerCase(Locale.ROOT))) {
                throw forbidden(text, "It would change a setting of the connection.");
            }
        }
    }

    private RuntimeException forbidden(SqlText text, String cause) {
        return failures.of(
                DatabaseError.FORBIDDEN_STATEMENT,
                "A session of the database "
                        + failures.database()
                        + " does not run: "
                        + text.sql()
                        + ".",
                cause);
    }
}
