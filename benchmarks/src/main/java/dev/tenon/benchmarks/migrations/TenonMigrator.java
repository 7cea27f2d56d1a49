package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.sql.Sqlite;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.MigrationName;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.opening.OpenDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Does it as the framework module does for a plugin. */
final class TenonMigrator implements Migrator {

    /** As many snapshots as are kept without a setting. */
    private static final int SNAPSHOTS = 3;

    private static final SchemaOwner OWNER = new SchemaOwner("bench", "1.0", "bench");

    private final Engine engine = Sqlite.engine();
    private final Migrations before = new Migrations(scripts(Phase.NEW), List.of(), List.of());
    private final Migrations all = new Migrations(scripts(Phase.PENDING), List.of(), List.of());

    private static List<Migration> scripts(Phase phase) {
        return Scripts.of(phase).stream()
                .<Migration>map(s ->
                        new Migration.Script(
                                new MigrationName(
                                        MigrationName.Kind.VERSIONED,
                                        Version.parse("" + s.version()),
                                        s.description()),
                                "migrations/" + s.file(),
                                s.text()))
                .toList();
    }

    @Override
    public void migrate(Phase phase, Path file) {
        try (var opened = openDatabase(file)) {
            opened.finishChange();
            migrate(opened, phase == Phase.NEW ? before : all);
        }
    }

    @Override
    public UpToDate open(Path file) {
        var opened = openDatabase(file);
        return new UpToDate() {
            @Override
            public void check() {
                migrate(opened, all);
            }

            @Override
            public void close() {
                opened.close();
            }
        };
    }

    private OpenDatabase openDatabase(Path file) {
        // Snapshots are in a folder beside the file, by the name of the database.
        var name = file.getFileName().toString().replace(".db", "");
        return OpenDatabase.open(engine, StoreSettings.of(name, "jdbc:sqlite:" + file), SNAPSHOTS);
    }

    private static void migrate(OpenDatabase opened, Migrations migrations) {
        var all =
                new ModuleMigrations(
                        OWNER,
                        opened.store(),
                        migrations,
                        List.of(),
                        Optional.empty(),
                        ModuleMigrations.Settings.DEFAULT.with(opened.safeguard(_ -> {})));
        var _ = opened.migrate(all, Optional.empty(), MigrationListener.NONE, Progress.NONE);
    }
}
