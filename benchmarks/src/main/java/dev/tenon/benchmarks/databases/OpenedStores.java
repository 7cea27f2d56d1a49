package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.creation.SchemaCreation;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.session.Sessions;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;

/**
 * Opens and checks databases as the framework module does for a plugin, one after the other: a host
 * does several at once, and its steps wait for each other.
 */
final class OpenedStores {

    private static final Schema SCHEMA =
            Schema.of(
                    Table.named("author")
                            .columns(
                                    Column.of("id", Plain.BIGINT).generated(),
                                    Column.of("name", Plain.TEXT))
                            .primaryKey("id"),
                    Table.named("note")
                            .columns(
                                    Column.of("id", Plain.BIGINT).generated(),
                                    Column.of("title", Plain.TEXT),
                                    Column.of("body", Plain.TEXT))
                            .primaryKey("id"));

    private final Engine engine;
    private final List<StoreSettings> settings;

    OpenedStores(int databases, TemporaryFolder folder) {
        engine =
                ServiceLoader.load(Engine.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(candidate -> candidate.name().equals("sqlite"))
                        .findFirst()
                        .orElseThrow();
        settings =
                IntStream.range(0, databases)
                        .mapToObj(n ->
                                StoreSettings.of(
                                        "bench" + n,
                                        "jdbc:sqlite:" + folder.resolve("opened" + n + ".db")))
                        .toList();
    }

    Openings open() {
        var stores = new ArrayList<Store>();
        try {
            return Openings.measure(
                    settings.size(),
                    n -> {
                        var store = engine.open(settings.get(n));
                        stores.add(store);
                        check(settings.get(n).database(), store);
                    });
        } finally {
            stores.forEach(Store::close);
        }
    }

    private static void check(String database, Store store) {
        var sessions = new Sessions(database, store);
        var owner = new SchemaOwner("bench", "1.0", database);
        var creation = new SchemaCreation(owner, store.dialect(), SCHEMA);
        if (!sessions.read(s -> creation.isDone(s.connection()))) {
            var _ =
                    sessions.write(
                            WriteOptions.DEFAULT.noRetry(), s -> creation.run(s.connection()));
        }
    }
}
