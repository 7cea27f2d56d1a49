package dev.tenon.database.internal.engine.mariadb;

import static dev.tenon.database.internal.engine.mariadb.MariaDbSession.quoted;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.engine.mariadb.MariaDbObject.Kind;
import dev.tenon.database.internal.engine.mariadb.SnapshotTable.Part;
import dev.tenon.database.internal.engine.mariadb.SnapshotTable.State;
import java.sql.SQLException;
import java.util.Optional;

/** Copies everything that a database holds within the database. */
record SnapshotTaking(MariaDbSession session, SnapshotTable table, MariaDbContents contents) {

    /** ER_VIEW_INVALID: what the view reads is not there. */
    private static final int VIEW_INVALID = 1356;

    SnapshotTaking(MariaDbSession session) {
        this(session, new SnapshotTable(session), new MariaDbContents(session));
    }

    void take(Snapshot snapshot, Progress progress) throws SQLException {
        refuseVersioned();
        table.create();
        table.removeUnfinished();
        table.begin(snapshot);
        var objects = contents.all();
        int number = 0;
        for (var object : objects) {
            session.failures().endIfInterrupted("The snapshot");
            progress.report("copying " + object.name(), number, objects.size());
            number++;
            take(snapshot, number, object);
        }
        table.set(snapshot, State.TAKEN);
        progress.report("copied", number, number);
    }

    private void refuseVersioned() throws SQLException {
        var versioned = contents.versioned();
        if (!versioned.isEmpty()) {
            throw session.failures()
                    .of(
                            BackupError.NOT_COPYABLE,
                            "No snapshot of the database "
                                    + session.failures().database()
                                    + " can be taken.",
                            "A copy of its tables with system versioning ("
                                    + String.join(", ", versioned)
                                    + ") would lose their history.");
        }
    }

    private void take(Snapshot snapshot, int number, MariaDbObject object) throws SQLException {
        var copy =
                object.kind() == Kind.TABLE
                        ? Optional.of(SnapshotTable.COPIES + snapshot.name() + "_" + number)
                        : Optional.<String>empty();
        long next = object.kind() == Kind.SEQUENCE ? next(object) : 0;
        // The row comes first, so that whoever finds half of a snapshot knows the copy.
        long rows = isUsable(object) ? 0 : SnapshotTable.UNUSABLE;
        table.add(snapshot, new Part(number, object, copy, rows, next, creation(object)));
        if (copy.isPresent()) {
            table.setRows(snapshot, number, copy(object.name(), copy.get()));
        }
    }

    private long copy(String from, String to) throws SQLException {
        session.run("CREATE TABLE " + quoted(to) + " LIKE " + quoted(from));
        var columns = contents.columns(from);
        return session.update(
                "INSERT INTO %s (%s) SELECT %s FROM %s"
                        .formatted(quoted(to), columns, columns, quoted(from)));
    }

    private boolean isUsable(MariaDbObject object) throws SQLException {
        if (object.kind() != Kind.VIEW) {
            return true;
        }
        try {
            session.run("SELECT 1 FROM " + quoted(object.name()) + " LIMIT 0");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != VIEW_INVALID) {
                throw e;
            }
            return false;
        }
    }

    private Creation creation(MariaDbObject object) throws SQLException {
        return session.list(row -> Creation.of(row, object), object.showCreate()).getFirst();
    }

    private long next(MariaDbObject sequence) throws SQLException {
        return session.list(
                        row -> row.getLong(1),
                        "SELECT next_not_cached_value FROM " + quoted(sequence.name()))
                .getFirst();
    }
}
