package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.engine.mariadb.SnapshotTable.State;
import dev.tenon.database.internal.failure.BackupFailures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Copies made by {@code mariadb-dump}, which are statements of SQL. They are put in place by {@code
 * mariadb}; the server commits what they create one by one, so the newest snapshot is needed until
 * all of them have been run.
 */
final class MariaDbBackups implements Backups {

    @Override
    public String contentName() {
        return "database.sql";
    }

    @Override
    public boolean leavesHalf() {
        return true;
    }

    @Override
    public Copied copy(StoreSettings settings, Path target, Progress progress) {
        var tools = new MariaDbTools(settings);
        var dump = tools.dump();
        try (var session = MariaDbSession.open(settings)) {
            var ignored = new MariaDbContents(session).ofSnapshots();
            progress.report("copying", 0, Progress.UNKNOWN);
            var _ =
                    dump.run(
                            dumpArguments(tools, target, ignored),
                            Map.of(),
                            List.of(),
                            () ->
                                    progress.report(
                                            "copying", target.toFile().length(), Progress.UNKNOWN));
            progress.report("counting rows", 0, Progress.UNKNOWN);
            return new Copied(
                    session.connection().getMetaData().getDatabaseProductVersion(),
                    DumpRows.of(target),
                    0);
        } catch (SQLException e) {
            throw failed(settings, e);
        } catch (IOException e) {
            throw new BackupFailures(settings.database()).notWritten(target, e);
        }
    }

    private static List<String> dumpArguments(
            MariaDbTools tools, Path target, List<String> ignored) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                tools.options(target),
                                "--single-transaction",
                                // A table whose default is a sequence cannot be filled under a
                                // lock that the sequence is not part of.
                                "--skip-add-locks",
                                "--no-autocommit",
                                "--quick",
                                "--routines",
                                "--triggers",
                                "--events",
                                "--hex-blob",
                                "--no-tablespaces",
                                "--default-character-set=utf8mb4",
                                "--result-file=" + target));
        ignored.forEach(t -> arguments.add("--ignore-table=" + tools.database() + "." + t));
        arguments.add(tools.database());
        return arguments;
    }

    @Override
    public void check(StoreSettings settings, Path content, Copied expected, Progress progress) {
        var _ = new MariaDbTools(settings).client();
        try {
            var found = DumpRows.of(content);
            if (!found.equals(expected.rows())) {
                throw new BackupFailures(settings.database())
                        .of(
                                BackupError.DIFFERENT,
                                "The backup of the database "
                                        + settings.database()
                                        + " is not used.",
                                "Its rows are not those of its manifest.");
            }
        } catch (IOException e) {
            throw new BackupFailures(settings.database()).notWritten(content, e);
        }
    }

    @Override
    public Map<String, Long> replace(StoreSettings settings, Path content, Progress progress) {
        var tools = new MariaDbTools(settings);
        try (var session = MariaDbSession.open(settings)) {
            session.lock();
            var table = new SnapshotTable(session);
            var before = table.in(State.TAKEN).stream().findFirst();
            if (before.isPresent()) {
                table.set(before.get(), State.NEEDED);
            }
            var contents = new MariaDbContents(session);
            progress.report("dropping what is there", 0, Progress.UNKNOWN);
            contents.drop();
            progress.report("restoring", 0, Progress.UNKNOWN);
            var _ =
                    tools.client()
                            .run(
                                    List.of(
                                            tools.options(content),
                                            "--batch",
                                            // Else those in the bodies of triggers are lost.
                                            "--comments",
                                            "--database=" + tools.database()),
                                    Map.of(),
                                    List.of(content));
            progress.report("counting rows", 0, Progress.UNKNOWN);
            var rows = contents.rows();
            if (before.isPresent()) {
                table.set(before.get(), State.TAKEN);
            }
            return rows;
        } catch (SQLException e) {
            throw failed(settings, e);
        }
    }

    private static RuntimeException failed(StoreSettings settings, SQLException e) {
        return MariaDbSnapshots.failed(
                settings,
                BackupError.NOT_WRITTEN,
                "The database " + settings.database() + " cannot be copied or restored.",
                e);
    }
}
