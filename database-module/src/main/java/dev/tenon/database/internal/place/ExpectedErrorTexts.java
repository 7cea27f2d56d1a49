package dev.tenon.database.internal.place;

/** What the settings for errors that are expected of migrations say: those of all, and of one. */
final class ExpectedErrorTexts {

    /** What follows where the values are told. */
    static final String TREATMENTS =
            ": fail, warn (it is passed over) or skip (so it is, without a warning).";

    private static final String STATEMENT = "What is done if a statement of a migration ";

    static final String TABLE_EXISTS =
            STATEMENT + "makes a table, view or sequence whose name is taken";
    static final String COLUMN_EXISTS = STATEMENT + "adds a column that is there";
    static final String INDEX_EXISTS = STATEMENT + "makes an index that is there";
    static final String MISSING_TABLE = STATEMENT + "changes or drops a table that is not there";
    static final String MISSING_COLUMN = STATEMENT + "changes or drops a column that is not there";
    static final String INCOMPATIBLE_TYPE = STATEMENT + "gives a column a type that does not suit";

    private ExpectedErrorTexts() {}
}
