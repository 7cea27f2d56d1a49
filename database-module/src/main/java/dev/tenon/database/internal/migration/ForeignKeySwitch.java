package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migration.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scripts of SQLite that switch foreign keys off, as one does that makes a table anew in the place
 * of an old one: with foreign keys on, the rows that refer to the old table would go with it.
 * SQLite takes the switch outside of a transaction only, so it is the host that switches, and that
 * looks at the end whether every reference is right: https://sqlite.org/lang_altertable.html,
 * "Making Other Kinds Of Table Schema Changes".
 */
final class ForeignKeySwitch {

    private static final Pattern SWITCH =
            Pattern.compile("(?im)^[ \\t]*PRAGMA\\s+foreign_keys\\s*=\\s*(\\w+)[ \\t]*;[ \\t]*$");
    private static final Pattern OFF =
            Pattern.compile(
                    "(?im)^[ \\t]*PRAGMA\\s+foreign_keys\\s*=\\s*(?:off|0|false|no)[ \\t]*;[ \\t]*$");

    private ForeignKeySwitch() {}

    /** Returns whether the migration wants them off. */
    static boolean isOff(Migration migration) {
        return migration instanceof Script script && OFF.matcher(script.text()).find();
    }

    /** Returns the script without the switch, with the same lines. */
    static Script without(Script script) {
        return isOff(script)
                ? new Script(
                        script.name(),
                        script.place(),
                        SWITCH.matcher(script.text()).replaceAll("-- foreign keys: $1"))
                : script;
    }

    /** Returns whether the connection is one of SQLite. */
    static boolean isSqlite(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("SQLite");
    }

    /** Switches them off outside of a transaction, if that is wanted. */
    static Undo offIf(boolean wanted, Connection connection) throws SQLException {
        if (!wanted) {
            return () -> {};
        }
        set(connection, false);
        return () -> set(connection, true);
    }

    private static void set(Connection connection, boolean on) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + (on ? "ON" : "OFF"));
        }
    }

    /** Returns which reference is wrong, if one is. */
    static Optional<String> flaw(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            return rows.next()
                    ? Optional.of(
                            "After it, a row of the table '"
                                    + rows.getString("table")
                                    + "' refers to one of '"
                                    + rows.getString("parent")
                                    + "' that is not there.")
                    : Optional.empty();
        }
    }
}
