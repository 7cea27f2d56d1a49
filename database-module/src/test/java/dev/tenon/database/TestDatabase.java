package dev.tenon.database;

import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.engine.sqlite.SqliteEngine;
import dev.tenon.database.internal.session.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A real SQLite file with its sessions. */
public record TestDatabase(Path file, Store store, SessionFactory sessions)
        implements AutoCloseable {

    /** A statement that goes on until it is interrupted. */
    public static final String ENDLESS =
            "with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r";

    public static TestDatabase in(Path folder) {
        return in(folder, s -> s);
    }

    /** Opens one whose settings are changed as the function says. */
    public static TestDatabase in(Path folder, UnaryOperator<StoreSettings> change) {
        var file = folder.resolve("test.db");
        var store = new SqliteEngine().open(change.apply(settings(file)));
        return new TestDatabase(file, store, new Sessions("test", store));
    }

    /** Opens one with a table of notes. */
    public static TestDatabase withNotes(Path folder) {
        var database = in(folder);
        database.run(
                "create table note(id integer primary key, note_title text not null unique,"
                        + " body blob)");
        return database;
    }

    private static StoreSettings settings(Path file) {
        return new StoreSettings(
                "test",
                "jdbc:sqlite:" + file,
                4,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                Map.of("synchronous", "NORMAL"));
    }

    /** Returns the settings with another time to wait, for connections and for statements. */
    public static UnaryOperator<StoreSettings> times(Duration connection, Duration statement) {
        return s ->
                new StoreSettings(
                        s.database(),
                        s.url(),
                        s.maxConnections(),
                        connection,
                        statement,
                        s.longWait(),
                        s.options());
    }

    /** Returns the settings with so many readers and no patience. */
    public static UnaryOperator<StoreSettings> readers(int count) {
        return s ->
                new StoreSettings(
                        s.database(),
                        s.url(),
                        count,
                        Duration.ofMillis(50),
                        s.statementTimeout(),
                        s.longWait(),
                        s.options());
    }

    /** Returns the settings with other options. */
    public static UnaryOperator<StoreSettings> options(Map<String, String> options) {
        return s ->
                new StoreSettings(
                        s.database(),
                        s.url(),
                        s.maxConnections(),
                        s.connectionTimeout(),
                        s.statementTimeout(),
                        s.longWait(),
                        options);
    }

    public long run(String sql, Object... parameters) {
        return sessions.write(s -> s.execute(sql, parameters));
    }

    public void insert(String title) {
        run("insert into note(note_title) values (?)", title);
    }

    public List<String> titles() {
        return rows(String.class, "select note_title from note order by 1");
    }

    public <T> List<T> rows(Class<T> type, String sql, Object... parameters) {
        return sessions.read(s -> s.query(sql, parameters).list(type));
    }

    /** Reads as {@link #rows}, but in a session that may write. */
    public <T> List<T> rowsInAWrite(Class<T> type, String sql) {
        return sessions.write(s -> s.query(sql).list(type));
    }

    public List<Map<String, Object>> maps(String sql) {
        return sessions.read(s -> s.query(sql).maps());
    }

    public long count(String table) {
        return sessions.read(s -> s.query("select count(*) from " + table).one(Long.class));
    }

    @Override
    public void close() {
        store.close();
    }
}
