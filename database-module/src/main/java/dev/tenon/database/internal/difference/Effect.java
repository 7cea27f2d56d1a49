package dev.tenon.database.internal.difference;

/** What a change does to what is in the database already. */
public enum Effect {
    /** Nothing is lost, and no row can stand in its way. */
    ADDITIVE,
    /** Nothing is lost, but it cannot be made where the rows are not as it demands. */
    DEMANDING,
    /** Something is lost, which {@link Change#loss} names. */
    DESTRUCTIVE
}
