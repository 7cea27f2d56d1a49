package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.internal.engine.provision.Provision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The administering user at work on a place, one host after the other.
 *
 * @param connection a connection of this user, with auto-commit on
 * @param place what is made or removed
 */
record Administrator(Connection connection, Place place) {

    /** Marks a role as one that was made here. */
    static final String MARK = "Made by Tenon for one module";

    /** Stands for Tenon on the server; any number that others do not use. */
    private static final long LOCK = 0x54454e4f4eL;

    /** What is done while no other host works on the server. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    void inTurn(Work work) throws SQLException {
        run("SELECT pg_advisory_lock(" + LOCK + ")");
        try {
            work.run();
        } finally {
            run("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
    }

    boolean hasRole() throws SQLException {
        return comment().isPresent();
    }

    /** Returns whether the role is there, and was made by Tenon. */
    boolean hasMadeRole() throws SQLException {
        return comment().equals(Optional.of(MARK));
    }

    private Optional<String> comment() throws SQLException {
        return text(
                "select coalesce(shobj_description(oid, 'pg_authid'), '')"
                        + " from pg_roles where rolname = ?");
    }

    /** Returns whose the database or the schema of the account's name is, if it is there. */
    Optional<String> owner() throws SQLException {
        return text(
                place.kind() == Provision.DATABASE
                        ? "select pg_get_userbyid(datdba) from pg_database where datname = ?"
                        : "select pg_get_userbyid(nspowner) from pg_namespace where nspname = ?");
    }

    /** Others than superusers may do with what a role has only if they are in it. */
    void joinRole() throws SQLException {
        var bound = "select rolname from pg_roles where rolname = current_user and not rolsuper";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(bound)) {
            if (!rows.next()) {
                return;
            }
        }
        run("GRANT " + place.quoted() + " TO CURRENT_USER");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    private Optional<String> text(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, place.account().name());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
