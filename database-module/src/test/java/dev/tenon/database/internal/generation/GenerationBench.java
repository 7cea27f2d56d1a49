package dev.tenon.database.internal.generation;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.script.Directive;
import dev.tenon.database.internal.script.Script;
import dev.tenon.database.internal.script.ScriptStatement;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import dev.tenon.fixtures.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database of the tests for which migrations are generated. */
final class GenerationBench implements AutoCloseable {

    private final Path folder;
    private final Store store;
    private final Connection connection;

    private GenerationBench(Path folder, String url) throws SQLException {
        this.folder = folder;
        this.store = open(url);
        this.connection = store.connect();
    }

    static GenerationBench of(RealEngine engine, Path folder) throws SQLException, IOException {
        var own = Files.createTempDirectory(folder, "db");
        return new GenerationBench(
                own,
                switch (engine) {
                    case SQLITE -> "jdbc:sqlite:" + own.resolve("live.db");
                    case POSTGRESQL -> PostgresServer.newUrl();
                    case MARIADB -> {
                        ServerDatabase.requireMariaDb();
                        yield MariaDbServer.newUrl();
                    }
                });
    }

    private static Store open(String url) {
        var settings = StoreSettings.of("test", url);
        return Engines.provided().of(settings).open(settings);
    }

    /** Opens a copy. */
    static Store openFile(Path file) {
        return open("jdbc:sqlite:" + file);
    }

    Connection connection() {
        return connection;
    }

    Store store() {
        return store;
    }

    void create(Schema schema) throws SQLException {
        run(store.dialect().create(schema));
    }

    void run(String... statements) throws SQLException {
        run(List.of(statements));
    }

    void run(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new AssertionError(sql, e);
                }
            }
        }
    }

    List<GeneratedMigration> generate(Request request) throws SQLException {
        return new Generation(store, folder, GenerationBench::openFile)
                .generate(request, Progress.NONE)
                .migrations();
    }

    /** Generates the way to a model, which needs nothing else. */
    List<GeneratedMigration> to(Schema model) throws SQLException {
        return generate(request(model));
    }

    static Request request(Schema model) {
        return Request.of("sample.notes", "notes", model, 2, "change the tables");
    }

    /** Runs a script as whoever migrates does. */
    void script(String text) throws SQLException {
        var script = Script.read(text, store.dialect().lexis());
        boolean isOff = script.has(Directive.FOREIGN_KEYS_OFF);
        boolean isSqlite = store.dialect() instanceof SqliteDialect;
        if (isSqlite) {
            run("PRAGMA foreign_keys = " + (isOff ? "OFF" : "ON"), "BEGIN IMMEDIATE");
        }
        for (ScriptStatement statement : script.statements()) {
            run(statement.sql());
        }
        if (isSqlite) {
            run("COMMIT", "PRAGMA foreign_keys = ON");
        }
    }

    LiveSchema live() throws SQLException {
        return store.dialect().read(connection);
    }

    List<String> column(String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        store.close();
    }
}
