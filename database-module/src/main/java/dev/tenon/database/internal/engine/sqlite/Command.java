package dev.tenon.database.internal.engine.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * A prepared statement without parameters and rows, such as COMMIT. Stepped through the driver's
 * core: by way of JDBC a BEGIN and a COMMIT cost half as much as the query between them.
 */
final class Command {

    private static final int OK = 0;
    private static final int ROW = 100;
    private static final int DONE = 101;

    private final DB db;
    private final SafeStmtPtr statement;

    Command(SQLiteConnection connection, String sql) throws SQLException {
        db = connection.getDatabase();
        statement = ((CoreStatement) connection.prepareStatement(sql)).pointer;
    }

    /** Runs it to its end. */
    void run() throws SQLException {
        synchronized (db) {
            int result = statement.safeRunInt(DB::step);
            try {
                check(result);
            } finally {
                reset();
            }
        }
    }

    /** Runs it to its end and returns the result code, 0 if it succeeded. */
    int result() throws SQLException {
        synchronized (db) {
            int result = statement.safeRunInt(DB::step);
            reset();
            return isGood(result) ? OK : result;
        }
    }

    /** Begins it and leaves it unfinished, until {@link #reset}. */
    void start() throws SQLException {
        synchronized (db) {
            int result = statement.safeRunInt(DB::step);
            if (!isGood(result)) {
                try {
                    check(result);
                } finally {
                    reset();
                }
            }
        }
    }

    /** Returns the number that {@link #start} has come to. */
    int number() throws SQLException {
        return statement.safeRunInt((core, pointer) -> core.column_int(pointer, 0));
    }

    /** Ends what {@link #start} began. Its result repeats a failure that is known already. */
    void reset() throws SQLException {
        var _ = statement.safeRunInt(DB::reset);
    }

    private void check(int result) throws SQLException {
        if (!isGood(result)) {
            db.throwex(result);
        }
    }

    private static boolean isGood(int result) {
        return result == OK || result == ROW || result == DONE;
    }
}
