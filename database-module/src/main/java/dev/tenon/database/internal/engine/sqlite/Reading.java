package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.error.ErrorClass;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** How SQLite reads a file without leaving one beside it (https://www.sqlite.org/uri.html). */
enum Reading {
    /** For a rollback journal, with which SQLite makes nothing to read. */
    UNDER_LOCKS("mode=ro"),

    /** For writes in the file {@code -wal}, whose index is read as it stands. */
    WITH_INDEX("mode=ro&readonly_shm=1"),

    /** For a file in WAL mode that nobody has open: SQLite would make both files to read it. */
    AS_UNCHANGING("mode=ro&immutable=1");

    private final String parameters;

    Reading(String parameters) {
        this.parameters = parameters;
    }

    Connection open(Path path) throws SQLException {
        return open(path, parameters);
    }

    /**
     * Returns whether the header of the file says WAL; the setting may say something else until a
     * host has opened it. SQLite itself is asked: it keeps the locks that this process has on the
     * file. Without locks of its own it cannot open a file in WAL mode, and makes nothing.
     */
    static boolean inWalMode(Path path) {
        try (var connection = open(path, "mode=ro&nolock=1");
                var statement = connection.createStatement();
                var _ = statement.executeQuery("PRAGMA journal_mode")) {
            return false;
        } catch (SQLException e) {
            // Any other failure is told when the file is read.
            return SqliteErrors.classify(e).errorClass() == ErrorClass.CONNECTION;
        }
    }

    private static Connection open(Path path, String parameters) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        var url = "jdbc:sqlite:" + path.toUri().toString().replace("file:///", "file:/");
        return config.createConnection(url + "?" + parameters);
    }
}
