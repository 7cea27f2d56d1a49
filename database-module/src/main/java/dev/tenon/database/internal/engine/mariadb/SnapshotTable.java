package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.internal.engine.mariadb.MariaDbObject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code tenon_snapshot}: the snapshots of a database, each with a row of its own, and
 * one for each thing that it holds. Names of copies are numbers, since a name may be as long as the
 * server allows.
 */
record SnapshotTable(MariaDbSession session) {

    static final String NAME = "tenon_snapshot";
    static final String COPIES = "tenon_before_";

    /** Stands for the rows of a view that cannot be read. */
    static final long UNUSABLE = -1;

    private static final String CREATE =
            """
            CREATE TABLE IF NOT EXISTS tenon_snapshot (
              snapshot VARCHAR(20) NOT NULL,
              part INT NOT NULL,
              state VARCHAR(10),
              schema_version VARCHAR(255),
              taken_at VARCHAR(40),
              kind VARCHAR(20),
              name VARCHAR(64),
              copy VARCHAR(64),
              row_count BIGINT,
              next_value BIGINT,
              statement LONGTEXT,
              sql_mode VARCHAR(1000),
              collation_name VARCHAR(64),
              time_zone VARCHAR(64),
              PRIMARY KEY (snapshot, part)
            ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin\
            """;

    /** What a snapshot is. */
    enum State {
        /** It is being taken, or was when the process ended. */
        TAKING,
        /** It is whole. */
        TAKEN,
        /** It is whole, and the database is not, until the snapshot has been restored. */
        NEEDED
    }

    /**
     * One thing that a snapshot holds.
     *
     * @param number its number in the snapshot, from 1
     * @param object what it is
     * @param copy the table with the rows, if it is one
     * @param rows how many rows it has, if it is a table
     * @param next the next value of a sequence
     * @param creation how it is made
     */
    record Part(
            int number,
            MariaDbObject object,
            Optional<String> copy,
            long rows,
            long next,
            Creation creation) {}

    void create() throws SQLException {
        session.run(CREATE);
    }

    private boolean isThere() throws SQLException {
        return !session.list(
                        row -> row.getString(1),
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name = ?",
                        NAME)
                .isEmpty();
    }

    void begin(Snapshot snapshot) throws SQLException {
        session.update(
                "INSERT INTO tenon_snapshot (snapshot, part, state, schema_version, taken_at)"
                        + " VALUES (?, 0, ?, ?, ?)",
                snapshot.name(),
                State.TAKING.name(),
                snapshot.schemaVersion(),
                snapshot.takenAt().toString());
    }

    void set(Snapshot snapshot, State state) throws SQLException {
        session.update(
                "UPDATE tenon_snapshot SET state = ? WHERE snapshot = ? AND part = 0",
                state.name(),
                snapshot.name());
    }

    /** Returns the snapshots of a state, the newest first. */
    List<Snapshot> in(State state) throws SQLException {
        if (!isThere()) {
            return List.of();
        }
        return session.list(
                row ->
                        new Snapshot(
                                row.getString(1),
                                row.getString(2),
                                Instant.parse(row.getString(3)),
                                Optional.empty()),
                "SELECT snapshot, schema_version, taken_at FROM tenon_snapshot"
                        + " WHERE part = 0 AND state = ? ORDER BY snapshot DESC",
                state.name());
    }

    void add(Snapshot snapshot, Part part) throws SQLException {
        session.update(
                "INSERT INTO tenon_snapshot (snapshot, part, kind, name, copy, row_count,"
                        + " next_value, statement, sql_mode, collation_name, time_zone)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                snapshot.name(),
                part.number,
                part.object.kind().name(),
                part.object.name(),
                part.copy.orElse(""),
                part.rows,
                part.next,
                part.creation.statement(),
                part.creation.sqlMode(),
                part.creation.collation(),
                part.creation.timeZone());
    }

    void setRows(Snapshot snapshot, int part, long rows) throws SQLException {
        session.update(
                "UPDATE tenon_snapshot SET row_count = ? WHERE snapshot = ? AND part = ?",
                rows,
                snapshot.name(),
                part);
    }

    List<Part> parts(Snapshot snapshot) throws SQLException {
        return session.list(
                SnapshotTable::part,
                "SELECT * FROM tenon_snapshot WHERE snapshot = ? AND part > 0 ORDER BY part",
                snapshot.name());
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getInt("part"),
                new MariaDbObject(Kind.valueOf(row.getString("kind")), row.getString("name")),
                Optional.of(row.getString("copy")).filter(copy -> !copy.isEmpty()),
                row.getLong("row_count"),
                row.getLong("next_value"),
                new Creation(
                        row.getString("statement"),
                        row.getString("sql_mode"),
                        row.getString("collation_name"),
                        row.getString("time_zone")));
    }

    /** Removes a snapshot; if that is cut off, what is left of it can be removed later. */
    void remove(Snapshot snapshot) throws SQLException {
        set(snapshot, State.TAKING);
        for (var part : parts(snapshot)) {
            if (part.copy.isPresent()) {
                session.run("DROP TABLE IF EXISTS " + MariaDbSession.quoted(part.copy.get()));
            }
        }
        session.update("DELETE FROM tenon_snapshot WHERE snapshot = ?", snapshot.name());
    }

    /** Removes what is left of snapshots that were not finished. */
    void removeUnfinished() throws SQLException {
        for (var snapshot : in(State.TAKING)) {
            remove(snapshot);
        }
    }
}
