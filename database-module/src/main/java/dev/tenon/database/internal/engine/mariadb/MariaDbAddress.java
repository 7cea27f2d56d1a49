package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.failure.Failures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * An address of a server of MariaDB or MySQL.
 *
 * @param scheme {@code jdbc:mariadb:} or {@code jdbc:mysql:}
 * @param servers what stands between it and the database
 * @param database the database, empty if the address names none
 * @param parameters those of the driver, without the question mark
 */
record MariaDbAddress(String scheme, String servers, String database, String parameters) {

    static final String MARIADB = "jdbc:mariadb:";
    static final String MYSQL = "jdbc:mysql:";

    private static final Pattern FORM =
            Pattern.compile("(jdbc:(?:mariadb|mysql):)(//[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    /** How much later than the server's own limit the driver gives a silent server up. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    static MariaDbAddress of(PooledSettings settings) {
        Matcher parts = FORM.matcher(settings.store().url());
        if (!parts.matches()) {
            throw unusable(settings);
        }
        return new MariaDbAddress(
                parts.group(1), parts.group(2), orEmpty(parts.group(3)), orEmpty(parts.group(4)));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static RuntimeException unusable(PooledSettings settings) {
        return new Failures(settings.database())
                .of(
                        DatabaseError.BAD_SETTING,
                        "The setting url of the database "
                                + settings.database()
                                + " cannot be used.",
                        "It is not of the form jdbc:mariadb://host:port/database or"
                                + " jdbc:mysql://host:port/database.",
                        null,
                        CommitOutcome.NOT_APPLIED);
    }

    /** Returns server and database, without what may be secret. */
    String place() {
        return servers.substring(2) + "/" + database;
    }

    MariaDbAddress to(String otherDatabase) {
        return new MariaDbAddress(scheme, servers, otherDatabase, parameters);
    }

    /** Returns the address as JDBC has it. */
    String url() {
        return scheme + servers + "/" + database + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** Returns a source of connections to it. */
    DataSource source(PooledSettings settings) {
        try {
            return new MariaDbDataSource(urlFor(settings));
        } catch (SQLException _) {
            // Its message repeats the address, and with it the password.
            throw unusable(settings);
        }
    }

    /** Returns what the driver makes of address and settings. */
    Configuration configuration(PooledSettings settings) {
        try {
            return Configuration.parse(urlFor(settings));
        } catch (SQLException _) {
            throw unusable(settings);
        }
    }

    private String urlFor(PooledSettings settings) {
        var url = new StringBuilder(MARIADB).append(servers).append('/').append(database);
        // The later ones win with this driver: those of the address come last.
        url.append("?useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250");
        settings.user().ifPresent(user -> url.append("&user=").append(encoded(user)));
        settings.password()
                .ifPresent(password -> url.append("&password=").append(encoded(password)));
        if (!settings.store().statementTimeout().isZero()) {
            url.append("&socketTimeout=")
                    .append(settings.store().statementTimeout().plus(SILENCE).toMillis());
        }
        if (!parameters.isEmpty()) {
            url.append('&').append(parameters);
        }
        // Sessions leave it to the server where the body of a routine ends.
        url.append("&allowMultiQueries=false");
        return url.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
