package dev.tenon.database.internal.generation.sqlite;

import dev.tenon.database.engine.Store;
import dev.tenon.database.internal.generation.proof.Bench;
import dev.tenon.database.internal.generation.proof.FailedStatement;
import dev.tenon.database.internal.generation.proof.StatementRun;
import dev.tenon.database.internal.script.Directive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A copy of a file, made while others go on writing to it. */
public final class SqliteBench implements Bench {

    private static final String ORIGINAL = "original.db";

    /** Makes the file that is copied. */
    @FunctionalInterface
    private interface Original {
        void make(Path file) throws IOException, SQLException;
    }

    private final Function<Path, Store> opening;
    private final Path folder;
    private final Path original;
    private Path file;
    private Store store;
    private Connection connection;
    private int copies;

    private SqliteBench(Function<Path, Store> opening, Path folder) throws SQLException {
        this.opening = opening;
        this.folder = folder;
        this.original = folder.resolve(ORIGINAL);
        this.file = copy();
        this.store = opening.apply(file);
        this.connection = store.connect();
    }

    /**
     * Makes a copy.
     *
     * @param live to the database, in auto-commit
     * @param parent the folder that gets a folder with the copies, twice the size of the database
     * @param opening opens a file as the engine does
     */
    public static SqliteBench of(Connection live, Path parent, Function<Path, Store> opening)
            throws SQLException {
        return in(
                parent,
                opening,
                original -> {
                    try (var statement = live.prepareStatement("VACUUM INTO ?")) {
                        statement.setString(1, original.toString());
                        statement.execute();
                    }
                });
    }

    /**
     * Makes one that stands for a database without tables.
     *
     * @param parent as for {@link #of}
     * @param opening as for {@link #of}
     */
    public static SqliteBench empty(Path parent, Function<Path, Store> opening)
            throws SQLException {
        // SQLite takes a file without bytes for a database.
        return in(parent, opening, Files::createFile);
    }

    private static SqliteBench in(Path parent, Function<Path, Store> opening, Original original)
            throws SQLException {
        try {
            var folder = Files.createTempDirectory(parent, "tenon-proof-");
            original.make(folder.resolve(ORIGINAL));
            return new SqliteBench(opening, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copy() {
        try {
            copies++;
            return Files.copy(original, folder.resolve("copy" + copies + ".db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void run(List<String> statements, Set<Directive> directives)
            throws FailedStatement, SQLException {
        boolean isOff = directives.contains(Directive.FOREIGN_KEYS_OFF);
        StatementRun.command(connection, "PRAGMA foreign_keys = " + (isOff ? "OFF" : "ON"));
        StatementRun.command(connection, "PRAGMA synchronous = OFF");
        StatementRun.command(connection, "BEGIN IMMEDIATE");
        try {
            StatementRun.run(connection, statements);
            SqliteSoundness.check(connection);
            StatementRun.command(connection, "COMMIT");
        } catch (FailedStatement | SQLException e) {
            rollback(e);
            throw e;
        }
    }

    /** SQLite may have ended the transaction itself. */
    private void rollback(Exception failure) {
        try {
            StatementRun.command(connection, "ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void reset() throws SQLException {
        connection.close();
        store.close();
        file = copy();
        store = opening.apply(file);
        connection = store.connect();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        store.close();
        try (var files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
