package dev.tenon.database.internal.lint;

import dev.tenon.core.error.Problem.Severity;

/** A way in which a statement of a migration can do harm, with the way round it. */
public enum Danger {
    DROP_TABLE(
            "drop-table",
            Severity.WARNING,
            "loses the rows of the table",
            "Stop using the table first, and drop it with a later version; copy what is to be kept"
                    + " into another table in the same migration."),
    DROP_COLUMN(
            "drop-column",
            Severity.WARNING,
            "loses the values of the column",
            "Stop using the column first, and drop it with a later version; copy what is to be kept"
                    + " into another column in the same migration."),
    NARROWING(
            "narrowing",
            Severity.WARNING,
            "may fail for values that do not fit, or cut them",
            "Add a column of the new type, fill it with an expression that says what becomes of each"
                    + " value, and drop the old one with a later version."),
    NOT_NULL(
            "not-null",
            Severity.WARNING,
            "fails where a row has no value",
            "Add the column without NOT NULL or with a DEFAULT, give the rows that are there a value,"
                    + " then set NOT NULL; on a large table of PostgreSQL by a CHECK (… IS NOT NULL)"
                    + " NOT VALID that is validated before."),
    UNIQUE(
            "unique",
            Severity.WARNING,
            "fails where two rows have the same values",
            "Look for rows with the same values first, and merge or change them in the same"
                    + " migration."),
    BLOCKING_INDEX(
            "blocking-index",
            Severity.WARNING,
            "makes everybody who writes wait until the index is built",
            "Write CREATE INDEX CONCURRENTLY in a migration of its own that begins with the line '--"
                    + " tenon: transaction=off'."),
    LONG_LOCK(
            "long-lock",
            Severity.WARNING,
            "keeps others away from the table while all of its rows are read or written",
            "On PostgreSQL add a constraint as NOT VALID and validate it in a later migration; for"
                    + " another type or a computed default, add a column, fill it in parts, and"
                    + " exchange the two. Or do it while nobody works."),
    RENAME(
            "rename",
            Severity.WARNING,
            "looks like one thing dropped and another added, because the model does not tell the old"
                    + " name",
            "Declare the old name: @RenamedFrom, or renamedFrom() of a schema in code."),
    NO_WHERE(
            "no-where",
            Severity.WARNING,
            "touches every row of the table",
            "Write the WHERE that was forgotten; where all rows are meant, say so with an allow"
                    + " comment."),
    TRANSACTION(
            "transaction",
            Severity.ERROR,
            "would end the transaction of the migration",
            "Remove it: Tenon begins and ends the transaction. A script that needs one of its own says"
                    + " so in its first line: '-- tenon: transaction=off'.");

    private final String id;
    private final Severity severity;
    private final String effect;
    private final String recipe;

    Danger(String id, Severity severity, String effect, String recipe) {
        this.id = id;
        this.severity = severity;
        this.effect = effect;
        this.recipe = recipe;
    }

    /** Returns the name by which a script allows it. */
    public String id() {
        return id;
    }

    /** Returns whether the script fails with it in any case. */
    public Severity severity() {
        return severity;
    }

    /** Returns whether the harm is that others have to wait. */
    public boolean isSlowForOthers() {
        return this == BLOCKING_INDEX || this == LONG_LOCK;
    }

    /** Returns what it does, to go on a sentence that names the statement. */
    public String effect() {
        return effect;
    }

    /** Returns how to do it safely, as sentences. */
    public String recipe() {
        return recipe;
    }
}
