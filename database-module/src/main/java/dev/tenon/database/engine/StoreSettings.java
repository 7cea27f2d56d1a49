package dev.tenon.database.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a database is opened.
 *
 * @param database its name
 * @param url its JDBC address
 * @param maxConnections how many connections there are at most for reading
 * @param connectionTimeout how long a session waits for a connection or for its turn to write
 * @param statementTimeout how long a statement may run
 * @param longWait after which wait for the writer the log says who holds it
 * @param options what the engine knows besides, by name, such as {@code synchronous}
 */
public record StoreSettings(
        String database,
        String url,
        int maxConnections,
        Duration connectionTimeout,
        Duration statementTimeout,
        Duration longWait,
        Map<String, String> options) {

    public StoreSettings {
        options = Map.copyOf(options);
    }

    /** Returns an option, if it is set. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns these settings for another address. */
    public StoreSettings at(String other) {
        return new StoreSettings(
                database,
                other,
                maxConnections,
                connectionTimeout,
                statementTimeout,
                longWait,
                options);
    }

    /** Returns these settings with an option more, or changed. */
    public StoreSettings with(String option, String value) {
        var more = new HashMap<>(options);
        more.put(option, value);
        return new StoreSettings(
                database, url, maxConnections, connectionTimeout, statementTimeout, longWait, more);
    }

    /** Returns these settings with another limit for statements; {@link Duration#ZERO}: none. */
    public StoreSettings withStatementTimeout(Duration timeout) {
        return new StoreSettings(
                database, url, maxConnections, connectionTimeout, timeout, longWait, options);
    }

    /** Tells the database and the names of the options: an address or an option may be secret. */
    @Override
    public String toString() {
        return "StoreSettings[" + database + ", options " + new TreeSet<>(options.keySet()) + "]";
    }

    /** Returns settings with the defaults: 8 readers, 30 s to wait and 30 s for a statement. */
    public static StoreSettings of(String database, String url) {
        return new StoreSettings(
                database,
                url,
                8,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Map.of());
    }
}
