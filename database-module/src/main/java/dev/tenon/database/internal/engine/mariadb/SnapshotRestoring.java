package dev.tenon.database.internal.engine.mariadb;

import static dev.tenon.database.internal.engine.mariadb.MariaDbSession.quoted;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.engine.mariadb.MariaDbObject.Kind;
import dev.tenon.database.internal.engine.mariadb.SnapshotTable.Part;
import dev.tenon.database.internal.engine.mariadb.SnapshotTable.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a database anew from a snapshot in it. The copies stay as they are, so whatever ends it, it
 * begins again from the start.
 */
record SnapshotRestoring(MariaDbSession session, SnapshotTable table, MariaDbContents contents) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    SnapshotRestoring(MariaDbSession session) {
        this(session, new SnapshotTable(session), new MariaDbContents(session));
    }

    void restore(Snapshot snapshot, Progress progress) throws SQLException {
        var parts = table.parts(snapshot);
        table.set(snapshot, State.NEEDED);
        progress.report("dropping what is there", 0, Progress.UNKNOWN);
        contents.drop();
        int done = 0;
        for (var part : parts) {
            session.failures().endIfInterrupted("The restore of a snapshot");
            progress.report("restoring " + part.object().name(), done, parts.size());
            done++;
            if (part.object().kind() != Kind.VIEW && !comesAfterViews(part)) {
                make(part);
            }
        }
        makeViews(parts);
        for (var part : parts) {
            if (comesAfterViews(part)) {
                make(part);
            }
        }
        requireRows(parts);
        table.set(snapshot, State.TAKEN);
        progress.report("restored", parts.size(), parts.size());
    }

    private static boolean comesAfterViews(Part part) {
        return part.object().kind().compareTo(Kind.VIEW) > 0;
    }

    private void make(Part part) throws SQLException {
        part.creation().run(session, part.object().kind());
        var name = quoted(part.object().name());
        switch (part.object().kind()) {
            case TABLE -> fill(name, part.copy().orElseThrow());
            case SEQUENCE -> session.run("DO SETVAL(" + name + ", " + part.next() + ", 0)");
            default -> {}
        }
    }

    private void fill(String table, String copy) throws SQLException {
        var columns = contents.columns(copy);
        session.update(
                "INSERT INTO %s (%s) SELECT %s FROM %s"
                        .formatted(table, columns, columns, quoted(copy)));
    }

    /** A view may use others: those that cannot be made yet are made after them. */
    private void makeViews(List<Part> parts) throws SQLException {
        var waiting =
                new ArrayList<>(
                        parts.stream().filter(p -> p.object().kind() == Kind.VIEW).toList());
        while (!waiting.isEmpty()) {
            var failed = new ArrayList<Part>();
            SQLException last = null;
            for (var view : waiting) {
                try {
                    make(view);
                } catch (SQLException e) {
                    last = e;
                    failed.add(view);
                }
            }
            if (last != null && failed.size() == waiting.size()) {
                giveUp(failed, last);
                return;
            }
            waiting = failed;
        }
    }

    /** A view that has lost what it reads cannot be made, and could not be used before either. */
    private void giveUp(List<Part> views, SQLException failure) throws SQLException {
        for (var view : views) {
            if (view.rows() != SnapshotTable.UNUSABLE) {
                throw failure;
            }
        }
        for (var view : views) {
            LOG.warn(
                    "The view {} of the database {} was unusable before, and is not restored: {}",
                    view.object().name(),
                    session.failures().database(),
                    view.creation().statement());
        }
    }

    private void requireRows(List<Part> parts) throws SQLException {
        for (var part : parts) {
            if (part.object().kind() == Kind.TABLE) {
                long rows = session.count(part.object().name());
                if (rows != part.rows()) {
                    throw session.failures()
                            .of(
                                    BackupError.DIFFERENT,
                                    "The database "
                                            + session.failures().database()
                                            + " is not what its snapshot says.",
                                    "The table "
                                            + part.object().name()
                                            + " has "
                                            + rows
                                            + " rows instead of "
                                            + part.rows()
                                            + ".");
                }
            }
        }
    }
}
