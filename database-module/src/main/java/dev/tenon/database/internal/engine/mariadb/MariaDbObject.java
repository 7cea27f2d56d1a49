package dev.tenon.database.internal.engine.mariadb;

import static dev.tenon.database.internal.engine.mariadb.MariaDbSession.quoted;

import java.util.Locale;

/**
 * Something that a database holds.
 *
 * @param kind what it is
 * @param name its name
 */
record MariaDbObject(Kind kind, String name) {

    /** What a database holds, in the order in which it is made: each needs those before it. */
    enum Kind {
        SEQUENCE("Create Table"),
        TABLE("Create Table"),
        FUNCTION("Create Function"),
        PROCEDURE("Create Procedure"),
        PACKAGE("Create Package"),
        PACKAGE_BODY("Create Package Body"),
        VIEW("Create View"),
        TRIGGER("SQL Original Statement"),
        EVENT("Create Event");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        /** Returns the column of SHOW CREATE that has the statement. */
        String column() {
            return column;
        }

        String sql() {
            return name().replace('_', ' ');
        }
    }

    /** Returns whether it is a part of a snapshot instead of the module's own. */
    boolean isOfSnapshots() {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(SnapshotTable.NAME) || lower.startsWith(SnapshotTable.COPIES);
    }

    String showCreate() {
        return "SHOW CREATE " + kind.sql() + " " + quoted(name);
    }

    String drop() {
        return "DROP " + kind.sql() + " IF EXISTS " + quoted(name);
    }
}
