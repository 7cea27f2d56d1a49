package dev.tenon.database.internal.engine.mariadb;

import static dev.tenon.database.error.ErrorClass.BUSY;
import static dev.tenon.database.error.ErrorClass.CHECK;
import static dev.tenon.database.error.ErrorClass.CONNECTION;
import static dev.tenon.database.error.ErrorClass.CORRUPT;
import static dev.tenon.database.error.ErrorClass.DEADLOCK;
import static dev.tenon.database.error.ErrorClass.DISK_FULL;
import static dev.tenon.database.error.ErrorClass.DUPLICATE_COLUMN;
import static dev.tenon.database.error.ErrorClass.DUPLICATE_TABLE;
import static dev.tenon.database.error.ErrorClass.FOREIGN_KEY;
import static dev.tenon.database.error.ErrorClass.MISSING_COLUMN;
import static dev.tenon.database.error.ErrorClass.MISSING_DATABASE;
import static dev.tenon.database.error.ErrorClass.MISSING_TABLE;
import static dev.tenon.database.error.ErrorClass.NOT_NULL;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the error codes of MariaDB and MySQL mean
 * (https://mariadb.com/kb/en/mariadb-error-code-reference/).
 */
public final class MariaDbErrors {

    /** Error codes; those of two characters, and 70100, are SQLSTATEs, where there is no code. */
    public static final ErrorCodes CODES =
            ErrorCodes.NONE
                    .and(
                            CONNECTION,
                            "1040",
                            "1053",
                            "1129",
                            "1152",
                            "1159",
                            "1160",
                            "1161",
                            "1184",
                            "1203",
                            "1226",
                            "1927",
                            "4031",
                            "08")
                    .and(MISSING_DATABASE, "1049")
                    .and(UNIQUE, "1022", "1062", "1169", "1586")
                    .and(FOREIGN_KEY, "1216", "1217", "1451", "1452")
                    .and(NOT_NULL, "1048", "1263", "1364")
                    .and(CHECK, "3819", "4025")
                    .and(
                            TYPE, "1264", "1265", "1292", "1366", "1367", "1406", "1411", "1441",
                            "1690", "3140", "4079", "22")
                    .and(BUSY, "1205", "3572")
                    .and(SERIALIZATION, "1020")
                    .and(DEADLOCK, "1213")
                    .and(TIMEOUT, "1317", "1969", "3024", "70100")
                    .and(SYNTAX, "1064", "1149")
                    .and(MISSING_TABLE, "1051", "1109", "1146")
                    .and(MISSING_COLUMN, "1054", "1072", "1091")
                    .and(DUPLICATE_TABLE, "1050", "1061")
                    .and(DUPLICATE_COLUMN, "1060")
                    .and(DISK_FULL, "1021", "1114")
                    .and(READ_ONLY, "1290", "1792", "1836")
                    .and(CORRUPT, "1034", "1194", "1195")
                    .and(PERMISSION, "1044", "1045", "1142", "1143", "1227", "1698", "28");

    /**
     * {@code Column 'title' cannot be null}, {@code Field 'title' doesn't have a default value}.
     */
    private static final Pattern COLUMN = Pattern.compile("(?:Column|Field) '([^']+)'");

    /** {@code (`db`.`note`, CONSTRAINT `c` FOREIGN KEY (`author`) REFERENCES …)}. */
    private static final Pattern BROKEN_KEY =
            Pattern.compile("\\(`[^`]*`\\.`([^`]+)`, CONSTRAINT .*? FOREIGN KEY \\(([^)]*)\\)");

    private MariaDbErrors() {}

    static Classification classify(SQLException failure) {
        var errorClass = ofCode(failure);
        var text = Objects.requireNonNullElse(failure.getMessage(), "");
        return switch (errorClass) {
            case NOT_NULL -> column(text);
            case FOREIGN_KEY -> foreignKey(text);
            default -> Classification.of(errorClass);
        };
    }

    /** The driver gives what it finds out itself, such as a lost connection, a state only. */
    private static ErrorClass ofCode(SQLException failure) {
        var state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return CODES.find("" + failure.getErrorCode()).orElseGet(() -> CODES.ofState(state));
    }

    private static Classification column(String text) {
        var named = COLUMN.matcher(text);
        return new Classification(
                ErrorClass.NOT_NULL,
                Optional.empty(),
                named.find() ? List.of(named.group(1)) : List.of());
    }

    private static Classification foreignKey(String text) {
        var named = BROKEN_KEY.matcher(text);
        return named.find()
                ? new Classification(
                        ErrorClass.FOREIGN_KEY,
                        Optional.of(named.group(1)),
                        List.of(named.group(2).replace("`", "").split(", ", -1)))
                : Classification.of(ErrorClass.FOREIGN_KEY);
    }
}
