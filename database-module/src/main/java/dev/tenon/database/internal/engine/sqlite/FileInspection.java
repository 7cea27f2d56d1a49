package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.core.Inspection;
import dev.tenon.core.Inspection.Flawed;
import dev.tenon.core.Inspection.Sound;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.creation.RecordedModule;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.file.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Looks at the file of a database without a trace, while a host may use it. */
record FileInspection(SqliteSettings settings, Failures failures) {

    /** What was asked of a database. */
    private record Answer(String check, String module) {}

    List<Inspection> look() {
        var path = settings.file();
        var findings = new ArrayList<Inspection>();
        try {
            if (!Files.exists(path)) {
                return List.of(new Sound("There is no file %s yet.".formatted(path)));
            }
            var file = new DatabaseFile(path, failures);
            file.refuseRemote(Files.getFileStore(path).type());
            DatabaseFile.requireRights(path);
            Permissions.openToOthers(path).map(Flawed::new).ifPresent(findings::add);
            findings.add(finding());
        } catch (IOException e) {
            findings.add(new Flawed(new DatabaseFile(path, failures).unusable(e).problem()));
        } catch (DatabaseException e) {
            findings.add(new Flawed(e.problem()));
        }
        return findings;
    }

    private Inspection finding() throws IOException {
        var path = settings.file();
        if (Files.size(path) == 0) {
            return new Sound("%s is empty yet.".formatted(path));
        }
        var wal = path.resolveSibling(path.getFileName() + "-wal");
        var size = Files.size(path) + (Files.exists(wal) ? Files.size(wal) : 0);
        var url = "jdbc:sqlite:" + path.toUri().toString().replace("file:///", "file:/");
        try (var connection = open(url + "?" + mode(wal))) {
            var answer = ask(connection);
            return answer.check.equals("ok")
                    ? new Sound(
                            "%s, %d kB, %s, is whole (quick_check)."
                                    .formatted(path, (size + 1023) / 1024, answer.module))
                    : new Flawed(damaged(answer.check));
        } catch (SQLException e) {
            throw failures.of(
                    SqliteErrors.classify(e),
                    "The file " + path + " cannot be read.",
                    e,
                    CommitOutcome.NOT_APPLIED);
        }
    }

    /**
     * Where writes are kept in a file beside it, somebody has it open, or was killed: the index of
     * these writes is read as it stands, or made in memory. Without that file nobody has it open,
     * and it is read as one that does not change, since SQLite would make these files to read it.
     * In other journal modes it makes none, and its locks are needed.
     */
    private String mode(Path wal) {
        if (Files.exists(wal)) {
            return "mode=ro&readonly_shm=1";
        }
        return settings.journalMode().equals("WAL") ? "mode=ro&immutable=1" : "mode=ro";
    }

    private static Connection open(String url) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection(url);
    }

    private static Answer ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA quick_check(1)")) {
            row.next();
            var check = row.getString(1);
            return new Answer(
                    check,
                    check.equals("ok")
                            ? RecordedModule.of(connection, new SqliteDialect())
                                    .map(name -> "of the module " + name)
                                    .orElse("of no module that is recorded")
                            : "");
        }
    }

    private Problem damaged(String check) {
        return Problem.error(
                DatabaseError.CORRUPT,
                "The file " + settings.file() + " is damaged.",
                "PRAGMA quick_check says: " + check.strip() + ".",
                DatabaseError.CORRUPT.remedy());
    }
}
