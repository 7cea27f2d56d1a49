package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.tool.Tool;
import dev.tenon.database.internal.failure.BackupFailures;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The programs of PostgreSQL, for one database. They are told in their environment where it is, and
 * the password: that of a process is its user's alone to read.
 */
record PostgresTools(StoreSettings settings) {

    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    Tool find(String name) {
        return Tool.find(settings, List.of(name));
    }

    /** Returns a source of connections without limits of time. */
    PGSimpleDataSource source() {
        return PostgresSource.plain(
                PooledSettings.of(settings.withStatementTimeout(Duration.ZERO)));
    }

    /** Refuses a program that does not know the server: none reads those that are newer. */
    void requireNew(Tool tool, int server) {
        var said = tool.version();
        var major = MAJOR.matcher(said);
        if (major.find() && Integer.parseInt(major.group(1)) < server) {
            throw new BackupFailures(settings.database())
                    .of(
                            BackupError.TOOL_TOO_OLD,
                            "The program "
                                    + tool.program()
                                    + " cannot copy the database "
                                    + settings.database()
                                    + ".",
                            "It says " + said + ", and the server is PostgreSQL " + server + ".");
        }
    }

    Map<String, String> environment() {
        var source = source();
        var variables = new HashMap<String, String>();
        variables.put("PGHOST", String.join(",", source.getServerNames()));
        variables.put(
                "PGPORT",
                Arrays.stream(source.getPortNumbers())
                        .mapToObj(port -> "" + (port == 0 ? 5432 : port))
                        .collect(Collectors.joining(",")));
        var user = Objects.toString(source.getUser(), System.getProperty("user.name"));
        variables.put("PGUSER", user);
        variables.put("PGDATABASE", Objects.toString(source.getDatabaseName(), user));
        variables.put("PGAPPNAME", "tenon " + settings.database());
        put(variables, "PGPASSWORD", source.getPassword());
        put(variables, "PGSSLMODE", source.getSslMode());
        put(variables, "PGSSLROOTCERT", source.getSslRootCert());
        put(variables, "PGSSLCERT", source.getSslCert());
        return variables;
    }

    private static void put(Map<String, String> variables, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            variables.put(name, value);
        }
    }
}
