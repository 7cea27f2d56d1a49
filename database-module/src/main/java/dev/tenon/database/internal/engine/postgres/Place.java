package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.engine.provision.Account;
import dev.tenon.database.internal.engine.provision.Provision;
import java.util.regex.Pattern;

/**
 * What is made for a module, and where.
 *
 * @param kind what it is
 * @param server the settings of the server, with its administering user
 * @param account the name and the password
 */
record Place(Provision kind, StoreSettings server, Account account) {

    /** Tells whether the role, its parameter, owns the database or a schema of its name. */
    static final String OWN_SCHEMA =
            """
            select exists (select from pg_database
                           where datname = current_database()
                             and pg_get_userbyid(datdba) = current_user)
                or exists (select from pg_namespace
                           where nspname = ? and pg_get_userbyid(nspowner) = current_user)\
            """;

    private static final Pattern URL =
            Pattern.compile("(jdbc:postgresql://[^/?]*)/?([^?]*)(\\?.*)?");
    private static final PostgresDialect DIALECT = new PostgresDialect();

    /** Returns the database that an address names, empty if it names none. */
    static String database(String url) {
        var parts = URL.matcher(url);
        return parts.matches() ? parts.group(2) : "-";
    }

    /** Returns the settings with which the module's role opens its own. */
    StoreSettings own() {
        return server.at(kind == Provision.DATABASE ? to(account.name()) : server.url())
                .with("user", account.name())
                .with("password", account.password());
    }

    /** Returns the settings of the administering user, for the database that every server has. */
    StoreSettings asAdministrator() {
        return database(server.url()).isEmpty() ? server.at(to("postgres")) : server;
    }

    private String to(String database) {
        var parts = URL.matcher(server.url());
        return parts.matches()
                ? parts.group(1) + "/" + database + (parts.group(3) == null ? "" : parts.group(3))
                : server.url();
    }

    String quoted() {
        return DIALECT.quote(account.name());
    }

    /** Returns the statement that removes it with all that it holds. */
    String drop() {
        return kind == Provision.DATABASE
                ? "DROP DATABASE " + quoted()
                : "DROP SCHEMA " + quoted() + " CASCADE";
    }

    String dropRole() {
        return "DROP ROLE " + quoted();
    }

    /** Returns what an administrator would run in psql to make all of it. */
    String script() {
        var role =
                "CREATE ROLE "
                        + quoted()
                        + " LOGIN; \\password "
                        + quoted()
                        + " (the one in "
                        + account.file()
                        + ") ";
        return role
                + (kind == Provision.DATABASE
                        ? "CREATE DATABASE "
                                + quoted()
                                + " OWNER "
                                + quoted()
                                + "; REVOKE ALL ON DATABASE "
                                + quoted()
                                + " FROM PUBLIC;"
                        : "CREATE SCHEMA "
                                + quoted()
                                + " AUTHORIZATION "
                                + quoted()
                                + "; ALTER ROLE "
                                + quoted()
                                + " SET search_path = "
                                + quoted()
                                + ";");
    }
}
