package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.failure.Failures;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections to one PostgreSQL, as the settings want them. */
public final class PostgresSource {

    /** What addresses of PostgreSQL begin with. */
    public static final String PREFIX = "jdbc:postgresql:";

    /** How much later than the server's own limit the driver gives a silent server up. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private PostgresSource() {}

    /** Returns a source without settings of the session. */
    public static PGSimpleDataSource plain(PooledSettings settings) {
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(settings.store().url());
        } catch (IllegalArgumentException _) {
            // Its message repeats the address, and with it a password that it may hold.
            throw unusable(settings.store());
        }
        settings.user().ifPresent(source::setUser);
        settings.password().ifPresent(source::setPassword);
        if (source.getApplicationName() == null) {
            source.setApplicationName("tenon " + settings.database());
        }
        if (source.getAssumeMinServerVersion() == null) {
            // Then the driver's settings are part of the start, and DISCARD ALL returns to them.
            source.setAssumeMinServerVersion("9.0");
        }
        source.setTcpKeepAlive(true);
        if (source.getSocketTimeout() == 0 && !settings.store().statementTimeout().isZero()) {
            source.setSocketTimeout(
                    (int) settings.store().statementTimeout().plus(SILENCE).toSeconds());
        }
        // Texts have no type of their own, so that they fit columns of jsonb, uuid or an enum.
        source.setStringType("unspecified");
        return source;
    }

    /** Returns a source whose connections begin with these settings of the session. */
    public static PGSimpleDataSource with(PooledSettings settings, Map<String, String> session) {
        var source = plain(settings);
        var options =
                session.entrySet().stream()
                        .map(e -> "-c " + e.getKey() + "=" + e.getValue().replace(" ", "\\ "))
                        .sorted()
                        .collect(Collectors.joining(" "));
        // Those of the address come last, and win.
        source.setOptions((options + " " + Objects.toString(source.getOptions(), "")).strip());
        return source;
    }

    /** Returns server, port and database, without what may be secret in an address. */
    public static String place(PGSimpleDataSource source) {
        var servers = source.getServerNames();
        var ports = source.getPortNumbers();
        var places = new StringBuilder();
        for (int i = 0; i < servers.length; i++) {
            places.append(i == 0 ? "" : ",").append(servers[i]);
            if (i < ports.length && ports[i] != 0) {
                places.append(':').append(ports[i]);
            }
        }
        return places + "/" + Objects.toString(source.getDatabaseName(), "");
    }

    private static RuntimeException unusable(StoreSettings store) {
        return new Failures(store.database())
                .of(
                        DatabaseError.BAD_SETTING,
                        "The setting url of the database " + store.database() + " cannot be used.",
                        "pgjdbc cannot read it; it takes " + PREFIX + "//host:port/database.",
                        null,
                        CommitOutcome.NOT_APPLIED);
    }
}
