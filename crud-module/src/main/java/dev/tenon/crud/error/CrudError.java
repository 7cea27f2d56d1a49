package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorCode;

/** Every kind of failure that the CRUD module itself reports of tables by name. */
public enum CrudError implements ErrorCode {
    TABLE_NOT_FOUND(
            "DB-CRUD-001",
            "table not found",
            "Name one of the tables that the message lists.",
            "There is nothing of this name."),
    COLUMN_NOT_FOUND(
            "DB-CRUD-002",
            "column not found",
            "Name one of the columns that the message lists.",
            "There is no field of this name."),
    DATABASE_NOT_FOUND(
            "DB-CRUD-003",
            "database not found",
            "Name one of the databases that the message lists; the module of a database has to run,"
                    + " and to require dev.tenon.crud.",
            "There is nothing of this name."),
    ROW_NOT_FOUND(
            "DB-CRUD-004",
            "row not found",
            "Give the key of a row that is there.",
            "This entry does not exist."),
    ROW_CHANGED(
            "DB-CRUD-005",
            "row was changed by others",
            "Read the row again, and decide whether the change still holds.",
            "Others have changed this entry; look at it again."),
    INVALID_VALUES(
            "DB-CRUD-006",
            "values are not valid",
            "Correct the values that the message names.",
            "Some values are not allowed."),
    READ_ONLY(
            "DB-CRUD-007",
            "table is read-only",
            "Write through the module that owns the table, or lift its mark: TableAccess in the"
                    + " module, or the setting tenon.crud.NAME.read-only.",
            "This cannot be changed."),
    NO_KEY(
            "DB-CRUD-008",
            "table has no primary key",
            "Read its rows by filters and page numbers, or give it a primary key.",
            "This cannot be done here."),
    INVALID_KEY(
            "DB-CRUD-009",
            "key does not fit the table",
            "Give one value of the right type for each column of the primary key.",
            "There is no entry of this kind."),
    INVALID_FILTER(
            "DB-CRUD-010",
            "filter does not fit the table",
            "Correct the filter as the message says.",
            "This cannot be searched for."),
    INVALID_SORT(
            "DB-CRUD-011",
            "rows cannot be sorted so",
            "Sort by columns of texts, numbers, times, truth values or UUIDs, each of them once.",
            "The entries cannot be sorted so."),
    INVALID_EXPANSION(
            "DB-CRUD-012",
            "path leads to no table",
            "Name columns with foreign keys, or tables that refer to this one.",
            "There is nothing of this name."),
    INVALID_PAGE(
            "DB-CRUD-013",
            "no such page",
            "Ask for pages from 1, of at least 1 row and at most tenon.crud.max-page-size.",
            "There is no such page."),
    INVALID_CURSOR(
            "DB-CRUD-014",
            "cursor cannot be used",
            "Begin with the first page, without a cursor.",
            "This place in the list is not valid any more; begin with the first page."),
    UNKNOWN_MARK(
            "DB-CRUD-015",
            "table to be hidden or read-only does not exist",
            "Name a table of the module's database, or remove the name.",
            "This part of the application cannot be set up."),
    LIMIT_EXCEEDED(
            "DB-CRUD-016",
            "too much at once",
            "Ask for less, or raise the setting that the message names.",
            "This is too much at once."),
    BULK_FAILED(
            "DB-CRUD-017",
            "change of a bulk failed, and all were undone",
            "Correct the change that the message names, or make each by itself.",
            "None of the changes was made."),
    ENTITY_NOT_FOUND(
            "DB-CRUD-018",
            "class is no entity of a database",
            "Name the class in the entities of @Database, in a module that runs.",
            "Something is wrong with this function."),
    CURSOR_KEY(
            "DB-CRUD-019",
            "key of cursors cannot be kept",
            "Let this process write its data folder, or give the setting tenon.crud.cursor-key a"
                    + " value.",
            "Lists cannot be shown page by page.");

    private final String code;
    private final String title;
    private final String remedy;
    private final String userSentence;

    CrudError(String code, String title, String remedy, String userSentence) {
        this.code = code;
        this.title = title;
        this.remedy = remedy;
        this.userSentence = userSentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** Returns what end users are told. */
    String userSentence() {
        return userSentence;
    }
}
