package dev.tenon.database.internal.engine.sqlite;

import static dev.tenon.database.error.ErrorClass.ABORTED_TRANSACTION;
import static dev.tenon.database.error.ErrorClass.BUSY;
import static dev.tenon.database.error.ErrorClass.CHECK;
import static dev.tenon.database.error.ErrorClass.CONNECTION;
import static dev.tenon.database.error.ErrorClass.CORRUPT;
import static dev.tenon.database.error.ErrorClass.DISK_FULL;
import static dev.tenon.database.error.ErrorClass.DUPLICATE_COLUMN;
import static dev.tenon.database.error.ErrorClass.DUPLICATE_TABLE;
import static dev.tenon.database.error.ErrorClass.FOREIGN_KEY;
import static dev.tenon.database.error.ErrorClass.MISSING_COLUMN;
import static dev.tenon.database.error.ErrorClass.MISSING_TABLE;
import static dev.tenon.database.error.ErrorClass.NOT_NULL;
import static dev.tenon.database.error.ErrorClass.OTHER;
import static dev.tenon.database.error.ErrorClass.PERMISSION;
import static dev.tenon.database.error.ErrorClass.READ_ONLY;
import static dev.tenon.database.error.ErrorClass.SERIALIZATION;
import static dev.tenon.database.error.ErrorClass.SYNTAX;
import static dev.tenon.database.error.ErrorClass.TIMEOUT;
import static dev.tenon.database.error.ErrorClass.TYPE;
import static dev.tenon.database.error.ErrorClass.UNIQUE;

import dev.tenon.database.engine.Classification;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.engine.code.ErrorCodes;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What the result codes of SQLite mean (https://www.sqlite.org/rescode.html). The driver gives no
 * SQLSTATE, and an error code without the extension; the general code 1 is told apart by its text.
 */
public final class SqliteErrors {

    /** Result codes, with their extension where it matters; the primary code counts otherwise. */
    public static final ErrorCodes CODES =
            ErrorCodes.NONE
                    .and(UNIQUE, "2067", "1555", "2579")
                    .and(FOREIGN_KEY, "787")
                    .and(NOT_NULL, "1299")
                    .and(CHECK, "275", "1811", "19")
                    .and(TYPE, "3091", "18", "20")
                    .and(SERIALIZATION, "517")
                    .and(PERMISSION, "3", "23")
                    .and(BUSY, "5")
                    .and(READ_ONLY, "8")
                    .and(TIMEOUT, "9")
                    .and(CORRUPT, "11", "26")
                    .and(DISK_FULL, "13")
                    .and(CONNECTION, "14");

    /** What the text of the code 1 has in it. */
    public static final ErrorCodes TEXTS =
            ErrorCodes.NONE
                    .and(MISSING_TABLE, "no such table:")
                    .and(MISSING_COLUMN, "no such column:", "has no column named")
                    .and(DUPLICATE_TABLE, "already exists")
                    .and(DUPLICATE_COLUMN, "duplicate column name:")
                    .and(SYNTAX, "syntax error", "incomplete input", "unrecognized token")
                    .and(ABORTED_TRANSACTION, "no transaction is active", "no such savepoint")
                    .and(
                            CONNECTION,
                            "connection closed",
                            "connection is closed",
                            "stmt pointer is closed",
                            "statement is not executing");

    private static final Pattern COLUMNS =
            Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: ([^)]+)");

    private SqliteErrors() {}

    static Classification classify(SQLException failure) {
        var text = Objects.toString(failure.getMessage(), "");
        var errorClass =
                failure instanceof SQLiteException s
                        ? ofCode(s.getResultCode().code, text)
                        : ofText(text);
        return switch (errorClass) {
            case UNIQUE, NOT_NULL -> withColumns(errorClass, text);
            default -> Classification.of(errorClass);
        };
    }

    /** Returns whether a program that was killed has left a journal, which no reader applies. */
    static boolean needsRollback(SQLException failure) {
        return failure instanceof SQLiteException s
                && s.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK;
    }

    private static ErrorClass ofCode(int code, String text) {
        int primary = code & 0xff;
        return primary == 1
                ? ofText(text)
                : CODES.find("" + code).or(() -> CODES.find("" + primary)).orElse(OTHER);
    }

    private static ErrorClass ofText(String text) {
        return TEXTS.byCode().entrySet().stream()
                .filter(e -> text.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** Reads {@code UNIQUE constraint failed: note.title, note.author}. */
    private static Classification withColumns(ErrorClass errorClass, String text) {
        Matcher named = COLUMNS.matcher(text);
        if (!named.find()) {
            return Classification.of(errorClass);
        }
        var names =
                Arrays.stream(named.group(1).split(", ", -1)).filter(n -> n.contains(".")).toList();
        List<String> columns =
                names.stream().map(n -> n.substring(n.lastIndexOf('.') + 1)).toList();
        Optional<String> table =
                names.stream().map(n -> n.substring(0, n.lastIndexOf('.'))).findFirst();
        return new Classification(errorClass, table, columns);
    }
}
