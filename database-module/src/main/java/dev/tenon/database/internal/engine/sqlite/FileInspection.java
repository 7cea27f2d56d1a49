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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at the file of a database without a trace, while a host may use it. */
record FileInspection(SqliteSettings settings, Failures failures) {

    /** How often a file is looked at that others change meanwhile. */
    private static final int ATTEMPTS = 5;

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
        for (int attempt = 1; ; attempt++) {
            var state = FileState.of(path);
            var found = finding(state);
            // What was found while others wrote may be their work, not damage.
            if (!(found instanceof Flawed)
                    || attempt == ATTEMPTS
                    || state.equals(FileState.of(path))) {
                return found;
            }
        }
    }

    private Inspection finding(FileState state) {
        var path = settings.file();
        if (state.size() == 0) {
            return new Sound("%s is empty yet.".formatted(path));
        }
        if (state.wal() > 0) {
            return state.index() ? read(Reading.WITH_INDEX, state) : unchecked("-wal", state);
        }
        if (!Reading.inWalMode(path)) {
            return read(Reading.UNDER_LOCKS, state);
        }
        return state.journal() ? unchecked("-journal", state) : read(Reading.AS_UNCHANGING, state);
    }

    private Inspection read(Reading reading, FileState state) {
        var path = settings.file();
        try (var connection = reading.open(path)) {
            var answer = ask(connection);
            return answer.check.equals("ok")
                    ? new Sound(
                            "%s, %d kB, %s, is whole (quick_check)."
                                    .formatted(path, state.kilobytes(), answer.module))
                    : new Flawed(damaged(answer.check));
        } catch (SQLException e) {
            return SqliteErrors.needsRollback(e)
                    ? unchecked("-journal", state)
                    : new Flawed(unreadable(e));
        }
    }

    /** To check it, SQLite would have to write: what a host does when it opens the file. */
    private Inspection unchecked(String ending, FileState state) {
        var path = settings.file();
        return new Sound(
                ("%s, %d kB, is readable and was not checked: the next start first takes in"
                                + " what is in %s%s.")
                        .formatted(path, state.kilobytes(), path.getFileName(), ending));
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

    private Problem unreadable(SQLException e) {
        return failures.of(
                        SqliteErrors.classify(e),
                        "The file " + settings.file() + " cannot be read.",
                        e,
                        CommitOutcome.NOT_APPLIED)
                .problem();
    }

    private Problem damaged(String check) {
        return Problem.error(
                DatabaseError.CORRUPT,
                "The file " + settings.file() + " is damaged.",
                "PRAGMA quick_check says: " + check.strip() + ".",
                DatabaseError.CORRUPT.remedy());
    }
}
