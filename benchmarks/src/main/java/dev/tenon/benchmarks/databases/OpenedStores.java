package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.Sqlite;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;
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

    /** As many as are kept without a setting. */
    private static final int SNAPSHOTS = 3;

    private final Engine engine;
    private final List<StoreSettings> settings;

    OpenedStores(int databases, TemporaryFolder folder) {
        engine = Sqlite.engine();
        settings =
                IntStream.range(0, databases)
                        .mapToObj(n ->
                                StoreSettings.of(
                                        "bench" + n,
                                        "jdbc:sqlite:" + folder.resolve("opened" + n + ".db")))
                        .toList();
    }

    Openings open() {
        var databases = new ArrayList<OpenDatabase>();
        try {
            return Openings.measure(
                    settings.size(),
                    n -> {
                        var opened = OpenDatabase.open(engine, settings.get(n), SNAPSHOTS);
                        databases.add(opened);
                        check(opened);
                    });
        } finally {
            databases.forEach(OpenDatabase::close);
        }
    }

    private static void check(OpenDatabase opened) {
        opened.finishChange();
        var owner = new SchemaOwner("bench", "1.0", opened.name());
        var _ = opened.create(SCHEMA, owner, ModuleMigrations.Settings.DEFAULT, Progress.NONE);
    }
}
