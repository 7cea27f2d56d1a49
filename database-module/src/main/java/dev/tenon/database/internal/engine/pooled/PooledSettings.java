package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.Isolation;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the settings of a store mean for a database on a server.
 *
 * @param store all of them
 * @param user who connects; nothing: whom the address names
 * @param password the user's password; nothing: that of the address, or none
 * @param minConnections how many connections each pool keeps open at rest; default 0
 * @param lockTimeout how long a statement waits for a lock; default 10 s
 * @param idleInTransaction how long a transaction may do nothing; default 5 min
 * @param connectLimit how long the first connection is tried for; default 30 s
 * @param isolation of writes; nothing: the server's default
 */
public record PooledSettings(
        StoreSettings store,
        Optional<String> user,
        Optional<String> password,
        int minConnections,
        Duration lockTimeout,
        Duration idleInTransaction,
        Duration connectLimit,
        Optional<Isolation> isolation) {

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    /** Reads the options. */
    public static PooledSettings of(StoreSettings store) {
        return new PooledSettings(
                store,
                store.option("user"),
                store.option("password"),
                store.option("min-connections").map(v -> count(store, v)).orElse(0),
                duration(store, "lock-timeout", Duration.ofSeconds(10)),
                duration(store, "idle-in-transaction-timeout", Duration.ofMinutes(5)),
                duration(store, "connect-limit", Duration.ofSeconds(30)),
                store.option("isolation").map(v -> isolation(store, v)));
    }

    /**
     * Returns these settings for a connection on which statements and transactions may take as long
     * as they need; the wait for a lock stays limited.
     */
    PooledSettings withoutLimits() {
        return new PooledSettings(
                store.withStatementTimeout(Duration.ZERO),
                user,
                password,
                minConnections,
                lockTimeout,
                Duration.ZERO,
                connectLimit,
                isolation);
    }

    /** Returns the name of the database. */
    public String database() {
        return store.database();
    }

    /** Tells the database alone: the others may be secret. */
    @Override
    public String toString() {
        return "PooledSettings[" + database() + "]";
    }

    private static int count(StoreSettings store, String value) {
        try {
            int count = Integer.parseInt(value.strip());
            if (count >= 0 && count <= store.maxConnections()) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw invalid(
                store, "min-connections", value, "a number from 0 to " + store.maxConnections());
    }

    private static Duration duration(StoreSettings store, String option, Duration preset) {
        var value = store.option(option);
        return value.isEmpty() ? preset : duration(store, option, value.get());
    }

    private static Duration duration(StoreSettings store, String option, String value) {
        var simple = SIMPLE.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
        try {
            var duration = Duration.parse(value.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // Said below.
        }
        throw invalid(store, option, value, "a duration such as 500ms, 10s, 5m or PT10S");
    }

    private static Isolation isolation(StoreSettings store, String value) {
        var name = value.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(Isolation.values())
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        invalid(
                                store,
                                "isolation",
                                value,
                                "read-committed, repeatable-read or serializable"));
    }

    private static RuntimeException invalid(
            StoreSettings store, String option, String value, String expected) {
        return new Failures(store.database())
                .of(
                        DatabaseError.BAD_SETTING,
                        "The setting "
                                + option
                                + " of the database "
                                + store.database()
                                + " cannot be used.",
                        "It is '" + value + "', not " + expected + ".",
                        null,
                        CommitOutcome.NOT_APPLIED);
    }
}
