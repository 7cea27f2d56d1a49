package dev.tenon.database.engine;

/** Something that not every engine can do. A module asks for it with {@link Requires}. */
public enum Capability {
    TRANSACTIONAL_DDL("tables are created and changed in a transaction, whole or not at all"),
    SAVEPOINTS("part of a transaction can be taken back"),
    RETURNING("INSERT, UPDATE and DELETE return the rows they touched"),
    UPSERT("INSERT that becomes an UPDATE where the key is there (ON CONFLICT, ON DUPLICATE KEY)"),
    IDENTITY("rows are numbered by the database"),
    SEQUENCES("numbers from a sequence of its own (CREATE SEQUENCE)"),
    CHECK("conditions that every row meets"),
    DEFERRED_FOREIGN_KEYS("foreign keys are checked at the commit"),
    SET_DEFAULT("foreign keys that fall back to a default (ON DELETE SET DEFAULT)"),
    PARTIAL_INDEXES("indexes over some of the rows (CREATE INDEX … WHERE)"),
    KEYS_ON_TEXT("keys and indexes over texts and bytes of any length"),
    JSON("functions that look into JSON documents"),
    FULL_TEXT("search in texts by words"),
    WINDOW_FUNCTIONS("window functions (OVER)"),
    RECURSIVE_QUERIES("recursive queries (WITH RECURSIVE)"),
    LENIENT_CASTS("a CAST of what cannot be cast gives a value instead of an error"),
    ROW_LOCKS("rows are locked one by one (SELECT … FOR UPDATE)"),
    CONCURRENT_WRITERS("several transactions write at the same time"),
    ADVISORY_LOCKS("locks that stand for nothing in the database");

    private final String meaning;

    Capability(String meaning) {
        this.meaning = meaning;
    }

    /** Returns what it means, in a few words. */
    public String meaning() {
        return meaning;
    }
}
