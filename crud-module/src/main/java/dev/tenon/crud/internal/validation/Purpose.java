package dev.tenon.crud.internal.validation;

/** What values are given for. */
public enum Purpose {
    /** A row is inserted: what is left out gets its default. */
    CREATE,
    /** A row is replaced: what is left out becomes NULL. */
    UPDATE,
    /** Some columns of a row are changed. */
    PATCH
}
