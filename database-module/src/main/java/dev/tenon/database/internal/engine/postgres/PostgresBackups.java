package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Copies made by {@code pg_dump} in its custom format, not compressed, because a backup is. A copy
 * is put in place by {@code psql} in one transaction, which first drops what is there.
 */
final class PostgresBackups implements Backups {

    /** What both transactions begin with; the limits of the role would end them. */
    private static final String UNLIMITED =
            "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0";

    @Override
    public String contentName() {
        return "database.dump";
    }

    @Override
    public Copied copy(StoreSettings settings, Path target, Progress progress) {
        var tools = new PostgresTools(settings);
        var dump = tools.find("pg_dump");
        try (var connection = tools.source().getConnection()) {
            tools.requireNew(dump, connection.getMetaData().getDatabaseMajorVersion());
            run(connection, UNLIMITED);
            // The transaction keeps the state that is counted and copied.
            connection.setAutoCommit(false);
            run(connection, "set transaction isolation level repeatable read, read only");
            var snapshot = text(connection, "select pg_export_snapshot()");
            var scope = PostgresScope.of(connection);
            progress.report("counting rows", 0, Progress.UNKNOWN);
            var rows = scope.rows(connection);
            progress.report("copying", 0, Progress.UNKNOWN);
            var _ =
                    dump.run(
                            dumpArguments(target, snapshot, scope),
                            tools.environment(),
                            List.of(),
                            () ->
                                    progress.report(
                                            "copying", target.toFile().length(), Progress.UNKNOWN));
            connection.rollback();
            return new Copied(connection.getMetaData().getDatabaseProductVersion(), rows, 0);
        } catch (SQLException e) {
            throw unreachable(settings, e);
        }
    }

    private static List<String> dumpArguments(Path target, String snapshot, PostgresScope scope) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--format=custom",
                                "--compress=0",
                                "--no-password",
                                "--lock-wait-timeout=60s",
                                "--snapshot=" + snapshot,
                                "--file=" + target));
        if (!scope.whole()) {
            // In a pattern, quotation marks keep other characters from having a meaning.
            arguments.add("--schema=" + PostgresScope.quoted(scope.schema()));
        }
        return arguments;
    }

    @Override
    public void check(StoreSettings settings, Path content, Copied expected, Progress progress) {
        var tools = new PostgresTools(settings);
        var _ = tools.find("psql");
        progress.report("checking the copy", 0, Progress.UNKNOWN);
        var _ = contents(tools, content);
    }

    private static PostgresContents contents(PostgresTools tools, Path content) {
        var list = content.resolveSibling("contents.list");
        // To a file: the end alone of what it says is kept.
        var _ =
                tools.find("pg_restore")
                        .run(
                                List.of("--list", "--file=" + list, content.toString()),
                                Map.of(),
                                List.of());
        try {
            return new PostgresContents(Files.readAllLines(list));
        } catch (IOException e) {
            throw new BackupFailures(tools.settings().database()).notWritten(list, e);
        }
    }

    @Override
    public Map<String, Long> replace(StoreSettings settings, Path content, Progress progress) {
        var tools = new PostgresTools(settings);
        try (var connection = tools.source().getConnection()) {
            var scope = PostgresScope.of(connection);
            var scripts = scripts(tools, content, scope);
            progress.report("restoring", 0, Progress.UNKNOWN);
            run(tools, scripts);
            run(connection, UNLIMITED);
            progress.report("counting rows", 0, Progress.UNKNOWN);
            return PostgresScope.of(connection).rows(connection);
        } catch (SQLException e) {
            throw unreachable(settings, e);
        } catch (IOException e) {
            throw new BackupFailures(settings.database()).notWritten(content, e);
        }
    }

    /**
     * Returns the files that are run one after the other, in one transaction. The last of them
     * commits: psql by itself would do that with what it has come to when its input ends too early.
     */
    private static List<Path> scripts(PostgresTools tools, Path content, PostgresScope scope)
            throws IOException {
        var contents = contents(tools, content);
        var emptying =
                Files.writeString(
                        content.resolveSibling("empty.sql"),
                        "BEGIN;\n" + PostgresEmptying.script(scope, contents.schemas()));
        var list =
                Files.writeString(
                        content.resolveSibling("restored.list"), contents.restored(scope));
        var restoring = content.resolveSibling("restore.sql");
        var _ =
                tools.find("pg_restore")
                        .run(
                                List.of(
                                        "--no-owner",
                                        "--use-list=" + list,
                                        "--file=" + restoring,
                                        content.toString()),
                                Map.of(),
                                List.of());
        var committing = Files.writeString(content.resolveSibling("commit.sql"), "COMMIT;\n");
        return List.of(emptying, restoring, committing);
    }

    private static void run(PostgresTools tools, List<Path> scripts) {
        var arguments =
                List.of(
                        "--no-psqlrc",
                        "--quiet",
                        "--no-password",
                        "--set=ON_ERROR_STOP=1",
                        "--file=-");
        try {
            var _ = tools.find("psql").run(arguments, tools.environment(), scripts);
        } catch (BackupException e) {
            throw e.problem().cause().contains("due to lock timeout")
                    ? new BackupFailures(tools.settings().database())
                            .of(
                                    BackupError.IN_USE,
                                    "The database "
                                            + tools.settings().database()
                                            + " is not restored: somebody uses it.",
                                    e)
                    : e;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static RuntimeException unreachable(StoreSettings settings, SQLException e) {
        return new Failures(settings.database())
                .of(
                        PostgresErrors.classify(e),
                        "The database " + settings.database() + " cannot be copied or restored.",
                        e,
                        CommitOutcome.NOT_APPLIED);
    }
}
