package dev.tenon.database.internal.script;

import java.util.Optional;

/** What a script asks of whoever runs it. */
public enum Directive {
    /**
     * SQLite: foreign keys are off. A script says so by the statement {@code PRAGMA foreign_keys =
     * OFF}, as its manual does. Whoever runs it does that before the transaction begins, because
     * the command is without effect within it, switches them on after the end, and looks before the
     * commit whether {@code PRAGMA foreign_key_check} finds nothing.
     */
    FOREIGN_KEYS_OFF,

    /**
     * It does not share a transaction with other scripts; each statement can be run by itself. A
     * script says so by the comment line {@code -- tenon: transaction=off} above its first
     * statement.
     */
    TRANSACTION_OFF;

    /** The line that says {@link #TRANSACTION_OFF}. */
    public static final String TRANSACTION_OFF_LINE = TenonComment.BEGINNING + " transaction=off";

    /** The statement that says {@link #FOREIGN_KEYS_OFF}. */
    public static final String FOREIGN_KEYS_OFF_STATEMENT = "PRAGMA foreign_keys = OFF";

    static Optional<Directive> of(String comment) {
        return comment.equals("transaction=off") ? Optional.of(TRANSACTION_OFF) : Optional.empty();
    }
}
