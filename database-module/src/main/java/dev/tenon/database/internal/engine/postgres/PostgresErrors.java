package dev.tenon.database.internal.engine.postgres;

import static dev.tenon.database.error.ErrorClass.ABORTED_TRANSACTION;
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
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the SQLSTATEs of PostgreSQL mean
 * (https://www.postgresql.org/docs/18/errcodes-appendix.html).
 */
public final class PostgresErrors {

    /** SQLSTATEs; two characters stand for the others of their class. */
    public static final ErrorCodes CODES =
            ErrorCodes.NONE
                    .and(UNIQUE, "23505", "23P01")
                    .and(FOREIGN_KEY, "23503", "23001")
                    .and(NOT_NULL, "23502")
                    .and(CHECK, "23514", "44000", "23")
                    .and(TYPE, "42804", "22")
                    .and(SERIALIZATION, "40001")
                    .and(DEADLOCK, "40P01")
                    .and(BUSY, "55P03", "55006")
                    .and(TIMEOUT, "57014")
                    .and(SYNTAX, "42601")
                    .and(MISSING_TABLE, "42P01", "3F000")
                    .and(MISSING_COLUMN, "42703")
                    .and(DUPLICATE_TABLE, "42P07", "42P06")
                    .and(DUPLICATE_COLUMN, "42701")
                    .and(DISK_FULL, "53100", "53400")
                    .and(READ_ONLY, "25006")
                    .and(CORRUPT, "XX001", "XX002")
                    .and(PERMISSION, "42501", "28")
                    .and(ABORTED_TRANSACTION, "25P02", "25P01", "3B001")
                    .and(
                            CONNECTION,
                            "25P03",
                            "53300",
                            "57P01",
                            "57P02",
                            "57P03",
                            "57P04",
                            "57P05",
                            "08")
                    .and(MISSING_DATABASE, "3D000");

    /** Another session has changed the table since this one prepared its statement. */
    private static final String CHANGED_PLAN = "cached plan must not change result type";

    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\(");

    private PostgresErrors() {}

    /** Returns what the failure means. */
    public static Classification classify(SQLException failure) {
        var errorClass = ofState(failure);
        return switch (errorClass) {
            case UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK -> withNames(errorClass, failure);
            default -> Classification.of(errorClass);
        };
    }

    private static ErrorClass ofState(SQLException failure) {
        var state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.equals("0A000") && message(failure).contains(CHANGED_PLAN)) {
            return ErrorClass.SERIALIZATION;
        }
        return CODES.ofState(state);
    }

    private static String message(SQLException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }

    private static Classification withNames(ErrorClass errorClass, SQLException failure) {
        var said = failure instanceof PSQLException p ? p.getServerErrorMessage() : null;
        if (said == null) {
            return Classification.of(errorClass);
        }
        return new Classification(errorClass, Optional.ofNullable(said.getTable()), columns(said));
    }

    /** Reads {@code Key (title, author)=(a, b) already exists.}, which is in English or another. */
    private static List<String> columns(ServerErrorMessage said) {
        if (said.getColumn() != null) {
            return List.of(said.getColumn());
        }
        var key = KEY.matcher(Objects.requireNonNullElse(said.getDetail(), ""));
        return key.find() ? List.of(key.group(1).split(", ", -1)) : List.of();
    }
}
