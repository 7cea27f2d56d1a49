package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.dialect.Dialects;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.script.Directive;
import dev.tenon.database.internal.script.ForeignKeyCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scripts of SQLite that switch foreign keys off, as one does that makes a table anew in the place
 * of an old one: with foreign keys on, the rows that refer to the old table would go with it.
 * SQLite takes the switch outside of a transaction only, so it is the host that switches, and that
 * looks at the end whether every reference is right: https://sqlite.org/lang_altertable.html,
 * "Making Other Kinds Of Table Schema Changes".
 */
final class ForeignKeySwitch {

    private static final Set<Lexis> LEXIS = Dialects.standard().lexis();

    /** The name without which there is no switch. */
    private static final Pattern NAME = Pattern.compile("(?i)foreign_keys");

    private ForeignKeySwitch() {}

    /** Returns whether the migration wants them off. */
    static boolean isOff(Migration migration) {
        return read(migration).filter(s -> s.has(Directive.FOREIGN_KEYS_OFF)).isPresent();
    }

    /** Returns whether the migration wants them off, and does nothing then. */
    static boolean isOffForNothing(Migration migration) {
        return read(migration)
                .filter(s -> s.has(Directive.FOREIGN_KEYS_OFF))
                .filter(s -> s.statements().isEmpty())
                .isPresent();
    }

    private static Optional<dev.tenon.database.internal.script.Script> read(Migration migration) {
        return migration instanceof Script script && NAME.matcher(script.text()).find()
                ? Optional.of(dev.tenon.database.internal.script.Script.read(script.text(), LEXIS))
                : Optional.empty();
    }

    /** Returns the script without the switches, with the same lines. */
    static Script without(Script script) {
        return isOff(script)
                ? new Script(
                        script.name(),
                        script.place(),
                        ForeignKeyCommand.removed(script.text(), LEXIS))
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
