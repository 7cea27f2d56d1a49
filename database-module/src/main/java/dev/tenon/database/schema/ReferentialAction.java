package dev.tenon.database.schema;

/** What becomes of rows whose foreign key refers to a row that is deleted or gets another key. */
public enum ReferentialAction {
    /** They stand in the way, unless they are gone by the end of the statement. */
    NO_ACTION("NO ACTION"),
    /** They stand in the way, at once. */
    RESTRICT("RESTRICT"),
    /** They are deleted, or get the other key. */
    CASCADE("CASCADE"),
    /** They refer to nothing. */
    SET_NULL("SET NULL"),
    /** They refer to what the defaults of their columns say. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** Returns the action as SQL has it. */
    public String sql() {
        return sql;
    }
}
