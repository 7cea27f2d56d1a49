package dev.tenon.database;

/** The isolation levels of the SQL standard (ISO/IEC 9075-2, 4.40.4), from weakest to strongest. */
public enum Isolation {
    READ_COMMITTED,
    REPEATABLE_READ,
    SERIALIZABLE
}
