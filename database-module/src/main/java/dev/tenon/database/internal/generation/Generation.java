package dev.tenon.database.internal.generation;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.GenerationError;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.difference.LiveComparison;
import dev.tenon.database.internal.difference.SchemaComparison;
import dev.tenon.database.internal.generation.mariadb.MariaDbBench;
import dev.tenon.database.internal.generation.mariadb.MariaDbWriting;
import dev.tenon.database.internal.generation.postgres.PostgresBench;
import dev.tenon.database.internal.generation.postgres.PostgresWriting;
import dev.tenon.database.internal.generation.proof.GenerationFailures;
import dev.tenon.database.internal.generation.sqlite.SqliteBench;
import dev.tenon.database.internal.generation.sqlite.SqliteTexts;
import dev.tenon.database.internal.generation.sqlite.SqliteWriting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Generates migrations for one open database, which it only reads. Safe for use by many threads,
 * each with its own calls.
 */
public final class Generation {

    private final Store store;
    private final Path scratch;
    private final Function<Path, Store> copies;

    /**
     * Prepares for a database.
     *
     * @param store the database
     * @param scratch a folder for copies of a database that is a file; it needs room for two of
     *     them
     * @param copies opens such a copy as the engine opens the database itself
     */
    public Generation(Store store, Path scratch, Function<Path, Store> copies) {
        this.store = store;
        this.scratch = scratch;
        this.copies = copies;
    }

    /**
     * Returns the migrations that make of the database what the model says, each proved on a copy
     * with the data, in the order in which they are to be run; usually one, none if nothing
     * differs.
     *
     * @throws dev.tenon.database.error.GenerationException {@code DB-GEN-…} if it cannot be done,
     *     or does not hold on the copy
     * @throws dev.tenon.database.error.InvalidSchemaException if the engine cannot have the model
     * @throws SQLException if the database cannot be read
     */
    public Generated generate(Request request, Progress progress) throws SQLException {
        return generate(request, false, Sequel.NONE, progress);
    }

    /**
     * Returns the migration that makes the tables of the model in a database without any, proved on
     * one together with what follows there.
     *
     * @throws dev.tenon.database.error.GenerationException as {@link #generate}
     * @throws dev.tenon.database.error.InvalidSchemaException if the engine cannot have the model
     * @throws SQLException if no such database can be made
     */
    public Generated generateFirst(Request request, Sequel sequel, Progress progress)
            throws SQLException {
        return generate(request, true, sequel, progress);
    }

    private Generated generate(Request request, boolean isFirst, Sequel sequel, Progress progress)
            throws SQLException {
        var dialect = store.dialect();
        try (var live = store.connect()) {
            return switch (dialect) {
                case SqliteDialect sqlite -> {
                    try (var bench =
                            isFirst
                                    ? SqliteBench.empty(scratch, copies)
                                    : SqliteBench.of(live, scratch, copies)) {
                        var before = SqliteTexts.read(bench.connection(), sqlite);
                        yield new MigrationGenerator(
                                        sqlite,
                                        bench,
                                        new SqliteWriting(sqlite, before),
                                        new SchemaComparison(sqlite)::compare)
                                .generate(request, sequel, progress);
                    }
                }
                case PostgresDialect postgres -> {
                    try (var bench =
                                    isFirst
                                            ? emptyPostgresBench(postgres, live, request)
                                            : PostgresBench.of(postgres, live);
                            var aside = store.connect()) {
                        yield new MigrationGenerator(
                                        postgres,
                                        bench,
                                        new PostgresWriting(postgres, request.largeTable()),
                                        new LiveComparison(postgres, aside)::compare)
                                .generate(request, sequel, progress);
                    }
                }
                case MariaDbDialect mariaDb -> {
                    try (var bench = mariaDbBench(mariaDb, isFirst, request);
                            var aside = store.connect()) {
                        yield new MigrationGenerator(
                                        mariaDb,
                                        bench,
                                        new MariaDbWriting(mariaDb),
                                        new LiveComparison(mariaDb, aside)::compare)
                                .generate(request, sequel, progress);
                    }
                }
                default -> throw unsupported(request, dialect);
            };
        }
    }

    private static PostgresBench emptyPostgresBench(
            PostgresDialect dialect, Connection connection, Request request) throws SQLException {
        try {
            return PostgresBench.empty(dialect, connection);
        } catch (SQLException e) {
            throw noCopy(
                    request,
                    "no schema of its own can be made in it, which needs the right CREATE on the"
                            + " database",
                    e);
        }
    }

    private MariaDbBench mariaDbBench(MariaDbDialect dialect, boolean isFirst, Request request)
            throws SQLException {
        var connection = store.connect();
        try {
            return isFirst
                    ? MariaDbBench.empty(dialect, connection)
                    : MariaDbBench.of(dialect, connection);
        } catch (SQLException e) {
            connection.close();
            throw noCopy(
                    request,
                    "no copy of it can be made in a database of its own, which needs the right"
                            + " CREATE on databases named tenon_proof_…",
                    e);
        }
    }

    private static RuntimeException noCopy(Request request, String what, SQLException e) {
        return new GenerationFailures(request.module(), request.database())
                .of(GenerationError.NO_COPY, what, e);
    }

    private static RuntimeException unsupported(Request request, Dialect dialect) {
        return new GenerationFailures(request.module(), request.database())
                .of(
                        GenerationError.ENGINE_UNSUPPORTED,
                        dialect.name() + " is not one of the engines for which that is done",
                        "It is done for SQLite, PostgreSQL and MariaDB.");
    }
}
