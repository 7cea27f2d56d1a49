package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.internal.engine.mariadb.MariaDbObject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the database of a session holds, without what snapshots keep there. */
record MariaDbContents(MariaDbSession session) {

    private static final Map<String, Kind> TYPES =
            Map.of(
                    "BASE TABLE", Kind.TABLE,
                    "SYSTEM VERSIONED", Kind.TABLE,
                    "VIEW", Kind.VIEW,
                    "SEQUENCE", Kind.SEQUENCE);

    private static final String TABLES =
            "SELECT table_type, table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() ORDER BY table_name";

    /** Triggers go with their tables, and bodies with their packages. */
    private static final Set<Kind> DROPPED =
            EnumSet.complementOf(EnumSet.of(Kind.TRIGGER, Kind.PACKAGE_BODY));

    /** Tables of the server itself have other types. */
    private static Optional<MariaDbObject> table(ResultSet row) throws SQLException {
        var name = row.getString(2);
        return Optional.ofNullable(TYPES.get(row.getString(1)))
                .map(kind -> new MariaDbObject(kind, name));
    }

    /** Returns all, in the order in which they can be made. */
    List<MariaDbObject> all() throws SQLException {
        var all = new ArrayList<MariaDbObject>();
        for (var table : session.list(MariaDbContents::table, TABLES)) {
            table.filter(t -> !t.isOfSnapshots()).ifPresent(all::add);
        }
        all.addAll(
                session.list(
                        row ->
                                new MariaDbObject(
                                        Kind.valueOf(row.getString(1).replace(' ', '_')),
                                        row.getString(2)),
                        "SELECT routine_type, routine_name FROM information_schema.routines"
                                + " WHERE routine_schema = DATABASE() ORDER BY routine_name"));
        // Those of one table and event in the order in which they are run.
        all.addAll(
                session.list(
                        row -> new MariaDbObject(Kind.TRIGGER, row.getString(1)),
                        "SELECT trigger_name FROM information_schema.triggers"
                                + " WHERE trigger_schema = DATABASE() ORDER BY event_object_table,"
                                + " action_timing, event_manipulation, action_order"));
        all.addAll(
                session.list(
                        row -> new MariaDbObject(Kind.EVENT, row.getString(1)),
                        "SELECT event_name FROM information_schema.events"
                                + " WHERE event_schema = DATABASE() ORDER BY event_name"));
        all.sort(Comparator.comparing(MariaDbObject::kind));
        return all;
    }

    /** Returns the tables whose old rows are kept by the server, which a copy would lose. */
    List<String> versioned() throws SQLException {
        return session.list(
                row -> row.getString(1),
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'SYSTEM VERSIONED'");
    }

    /** Returns the names of what snapshots keep in the database. */
    List<String> ofSnapshots() throws SQLException {
        return session
                .list(
                        row -> new MariaDbObject(Kind.TABLE, row.getString(1)),
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE()")
                .stream()
                .filter(MariaDbObject::isOfSnapshots)
                .map(MariaDbObject::name)
                .toList();
    }

    /** Returns the columns whose values are stored, and not computed, in quotation marks. */
    String columns(String table) throws SQLException {
        return String.join(
                ", ",
                session.list(
                        row -> MariaDbSession.quoted(row.getString(1)),
                        "SELECT column_name FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND table_name = ?"
                                + " AND COALESCE(generation_expression, '') = ''"
                                + " ORDER BY ordinal_position",
                        table));
    }

    SortedMap<String, Long> rows() throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var object : all()) {
            if (object.kind() == Kind.TABLE) {
                rows.put(object.name(), session.count(object.name()));
            }
        }
        return rows;
    }

    /** Drops everything. */
    void drop() throws SQLException {
        for (var object : all().reversed()) {
            if (DROPPED.contains(object.kind())) {
                session.run(object.drop());
            }
        }
    }
}
