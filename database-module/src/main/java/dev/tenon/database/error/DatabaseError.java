package dev.tenon.database.error;

import static dev.tenon.database.error.ErrorClass.Kind.EXPECTED;
import static dev.tenon.database.error.ErrorClass.Kind.TRANSIENT;
import static dev.tenon.database.error.ErrorClass.Kind.UNEXPECTED;

import dev.tenon.core.error.ErrorCode;
import dev.tenon.database.error.ErrorClass.Kind;

/**
 * Every kind of failure that the database module reports. The groups: {@code CONN} a database
 * cannot be reached, {@code VAL} a value does not fit, {@code QRY} a statement is wrong, {@code
 * TXN} a transaction cannot go on, {@code SCH} a schema, {@code POOL} connections are used up,
 * {@code SEC} something that must not be.
 */
public enum DatabaseError implements ErrorCode {
    UNREACHABLE(
            "DB-CONN-001",
            TRANSIENT,
            "database cannot be reached",
            "Start the server, or correct the setting url of the database; let this process open the"
                    + " file if it is one.",
            "The data cannot be reached at the moment."),
    CLOSED(
            "DB-CONN-002",
            UNEXPECTED,
            "database is closed",
            "Use the sessions of a module only until it is stopped.",
            "This part of the application has been stopped."),
    NETWORK_FILE_SYSTEM(
            "DB-CONN-003",
            UNEXPECTED,
            "SQLite file on a network file system",
            "Put the data on a local disk, or move the database to PostgreSQL.",
            "The data cannot be reached."),
    NOT_PERMITTED(
            "DB-CONN-004",
            UNEXPECTED,
            "no permission",
            "Give the user of this process, or the one in the settings of the database, the right to"
                    + " read and write it.",
            "The data cannot be reached."),
    DISK_FULL(
            "DB-CONN-005",
            UNEXPECTED,
            "no space left for the database",
            "Make room on the disk with the data, which may be the server's, or raise the limit of the"
                    + " database.",
            "There is no room to store this."),
    CORRUPT(
            "DB-CONN-006",
            UNEXPECTED,
            "database is damaged",
            "Stop the module and restore a backup.",
            "The data is damaged."),
    FILE_GONE(
            "DB-CONN-007",
            UNEXPECTED,
            "file of the database is gone",
            "Put the file back, or restart the module to begin with an empty database.",
            "The data cannot be reached."),
    BAD_SETTING(
            "DB-CONN-008",
            UNEXPECTED,
            "database is set up wrongly",
            "Correct the setting.",
            "The data cannot be reached."),
    NO_ENGINE(
            "DB-CONN-009",
            UNEXPECTED,
            "no engine for the database",
            "Correct the setting url or engine of the database.",
            "The data cannot be reached."),
    NOT_PROVIDED(
            "DB-CONN-010",
            UNEXPECTED,
            "database could not be made on the server",
            "Do on the server what the cause says, or give the database a url, a user and a password"
                    + " of its own.",
            "The data cannot be reached."),
    MISSING_DATABASE(
            "DB-CONN-011",
            UNEXPECTED,
            "no such database",
            "Start its module once, which makes it. One that the setting url names has to be there:"
                    + " create it, or correct the setting.",
            "The data cannot be reached."),
    FOLDER_TAKEN(
            "DB-CONN-012",
            UNEXPECTED,
            "another host uses the files",
            "Stop the other host, or give this one another tenon.database.path.",
            "The data cannot be reached."),
    OPEN_TWICE(
            "DB-CONN-013",
            UNEXPECTED,
            "database is open already",
            "Upgrade a module that has a database without overlap.",
            "The data cannot be reached."),
    NO_SUCH_DATABASE(
            "DB-CONN-014",
            UNEXPECTED,
            "module has no database",
            "Name a module that declares one, or its database: tenon db list shows them.",
            "The data cannot be reached."),
    NOT_REMOVABLE(
            "DB-CONN-015",
            UNEXPECTED,
            "database is not removed with its module",
            "Uninstall the module and keep its data. If nobody needs them, back them up with tenon"
                    + " db backup, and drop the database by hand.",
            "The data cannot be removed."),
    NOT_REMOVED(
            "DB-CONN-016",
            UNEXPECTED,
            "database could not be removed",
            "Mend what the cause says, and remove what remains by hand; or install the module and"
                    + " uninstall it again.",
            "The data cannot be removed."),
    UNIQUE(
            "DB-VAL-001",
            EXPECTED,
            "value is there already",
            "Choose another value, or update the row that has it.",
            "There is already an entry with this value."),
    FOREIGN_KEY(
            "DB-VAL-002",
            EXPECTED,
            "reference to a row that is not there",
            "Insert the row that is referred to first; delete those that refer to a row before it.",
            "This entry refers to another one that does not exist, or is referred to."),
    NOT_NULL(
            "DB-VAL-003",
            EXPECTED,
            "value is missing",
            "Give the column a value.",
            "A required value is missing."),
    CHECK(
            "DB-VAL-004",
            EXPECTED,
            "value breaks a rule of the table",
            "Give a value that the rule allows.",
            "A value is not allowed here."),
    TYPE(
            "DB-VAL-005",
            EXPECTED,
            "value does not fit the column",
            "Give a value of the column's type and range.",
            "A value is of the wrong kind."),
    UNBINDABLE(
            "DB-VAL-006",
            UNEXPECTED,
            "value cannot be stored unchanged",
            "Convert the value to one of the types that Session lists.",
            "A value cannot be stored."),
    UNREADABLE(
            "DB-VAL-007",
            UNEXPECTED,
            "column cannot be read as the type",
            "Read the column as the type that it holds, or map the row by hand.",
            "Stored data cannot be read."),
    SYNTAX(
            "DB-QRY-001",
            UNEXPECTED,
            "statement is not valid SQL",
            "Correct the statement.",
            "Something is wrong with this function."),
    MISSING_TABLE(
            "DB-QRY-002",
            UNEXPECTED,
            "table does not exist",
            "Declare the table, or correct its name.",
            "Something is wrong with this function."),
    MISSING_COLUMN(
            "DB-QRY-003",
            UNEXPECTED,
            "column does not exist",
            "Declare the column, or correct its name.",
            "Something is wrong with this function."),
    DUPLICATE_TABLE(
            "DB-QRY-004",
            EXPECTED,
            "table exists already",
            "Choose another name, or say 'if not exists'.",
            "Something is wrong with this function."),
    DUPLICATE_COLUMN(
            "DB-QRY-005",
            EXPECTED,
            "column exists already",
            "Choose another name.",
            "Something is wrong with this function."),
    PARAMETERS(
            "DB-QRY-006",
            UNEXPECTED,
            "parameters do not match the statement",
            "Give each parameter of the statement one value.",
            "Something is wrong with this function."),
    NO_ROW(
            "DB-QRY-007",
            EXPECTED,
            "no row",
            "Ask with optional() where a row may be missing.",
            "This entry does not exist."),
    SEVERAL_ROWS(
            "DB-QRY-008",
            UNEXPECTED,
            "more than one row",
            "Restrict the query by a key, or ask with list().",
            "Something is wrong with this function."),
    UNMAPPABLE(
            "DB-QRY-009",
            UNEXPECTED,
            "rows cannot become this type",
            "Give every component a column, and open the package of the type to dev.tenon.database.",
            "Something is wrong with this function."),
    STATEMENT_FAILED(
            "DB-QRY-010",
            UNEXPECTED,
            "statement failed",
            "Correct it as the cause says.",
            "Something is wrong with this function."),
    SEVERAL_STATEMENTS(
            "DB-QRY-011",
            UNEXPECTED,
            "more than one statement",
            "Run each statement by a call of its own, and in a session that is not for a single"
                    + " one.",
            "Something is wrong with this function."),
    ROWS_NOT_SENT(
            "DB-QRY-012",
            UNEXPECTED,
            "rows of a batch were not sent",
            "Call execute() after the last row; drop rows by adding them in a savepoint() that"
                    + " fails.",
            "Something is wrong with this function."),
    BUSY(
            "DB-TXN-001",
            TRANSIENT,
            "database is locked",
            "Try again; make the transactions shorter that hold the lock, or end the process that"
                    + " holds the file of the database.",
            "The data is in use at the moment; try again."),
    SERIALIZATION(
            "DB-TXN-002",
            TRANSIENT,
            "others changed the same data",
            "Try again; make the transactions shorter if it happens often.",
            "Others have changed the same data; try again."),
    NESTED_WRITE(
            "DB-TXN-003",
            UNEXPECTED,
            "write within a write",
            "Use the session that is there, or its savepoint().",
            "Something is wrong with this function."),
    DEADLOCK(
            "DB-TXN-004",
            TRANSIENT,
            "deadlock",
            "Try again; change rows in the same order everywhere if it happens often.",
            "The data is in use at the moment; try again."),
    TIMEOUT(
            "DB-TXN-005",
            UNEXPECTED,
            "time is up",
            "Make the work shorter, or allow it more time by its options or statement-timeout.",
            "This takes too long at the moment."),
    READ_ONLY(
            "DB-TXN-006",
            UNEXPECTED,
            "write without the right to",
            "Write within write(). If you do, let this process write the file of the database and its"
                    + " folder, or connect to a server that is no replica and not set to read only.",
            "This cannot be changed."),
    ABORTED(
            "DB-TXN-007",
            UNEXPECTED,
            "transaction is lost",
            "Let the work end after the failure, or put the part that may fail into a savepoint().",
            "This could not be done."),
    CANCELLED(
            "DB-TXN-008",
            EXPECTED,
            "work was cancelled",
            "Nothing: somebody asked for it.",
            "This was cancelled."),
    OUTCOME_UNKNOWN(
            "DB-TXN-009",
            UNEXPECTED,
            "nobody knows whether the commit holds",
            "Look at the data before the work is done again.",
            "It is not known whether this was stored; look before you try again."),
    SESSION_OVER(
            "DB-TXN-010",
            UNEXPECTED,
            "session used after its end, or by another thread",
            "Use a session only within its work and on its thread.",
            "Something is wrong with this function."),
    WORK_FAILED(
            "DB-TXN-011",
            UNEXPECTED,
            "work threw a checked exception",
            "Correct it as the cause says.",
            "This could not be done."),
    TRANSACTION_MISSING(
            "DB-TXN-012",
            UNEXPECTED,
            "no transaction where one has to be",
            "Call the method from one that is @Transactional.",
            "Something is wrong with this function."),
    TRANSACTION_THERE(
            "DB-TXN-013",
            UNEXPECTED,
            "transaction where none may be",
            "Call the method from outside of a transaction.",
            "Something is wrong with this function."),
    ROLLED_BACK(
            "DB-TXN-014",
            UNEXPECTED,
            "transaction was rolled back",
            "Let the failure pass, or do not work on the database where it may fail.",
            "This could not be done."),
    NO_DATABASE(
            "DB-TXN-015",
            UNEXPECTED,
            "module without a database",
            "Declare one: @Database on the plugin class.",
            "Something is wrong with this function."),
    READERS_USED_UP(
            "DB-POOL-001",
            UNEXPECTED,
            "no connection free to read",
            "Make reads shorter, or raise max-connections.",
            "There is too much to do at the moment; try again."),
    WRITER_TAKEN(
            "DB-POOL-002",
            UNEXPECTED,
            "waited too long to write",
            "Make the work of the writer that is named shorter.",
            "There is too much to do at the moment; try again."),
    CONNECTIONS_USED_UP(
            "DB-POOL-003",
            UNEXPECTED,
            "no connection free",
            "Make the works that are named shorter, or raise max-connections.",
            "There is too much to do at the moment; try again."),
    FORBIDDEN_STATEMENT(
            "DB-SEC-001",
            UNEXPECTED,
            "statement is not a session's to run",
            "Leave transactions, settings and other files of the database to the framework.",
            "This is not allowed."),
    OPEN_TO_OTHERS(
            "DB-SEC-002",
            UNEXPECTED,
            "data that others can read",
            "Take the rights of others away: chmod 700 the folder, chmod 600 the file.",
            "This is not allowed.");

    private final String code;
    private final Kind kind;
    private final String title;
    private final String remedy;
    private final String userSentence;

    DatabaseError(String code, Kind kind, String title, String remedy, String userSentence) {
        this.code = code;
        this.kind = kind;
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

    /** Returns how a failure of this kind is met. */
    public Kind kind() {
        return kind;
    }

    /** Returns what the users of an application are told. */
    public String userSentence() {
        return userSentence;
    }
}
