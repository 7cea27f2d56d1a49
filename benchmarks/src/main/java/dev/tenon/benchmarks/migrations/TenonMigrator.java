package dev.tenon.benchmarks.migrations;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.Safeguard;
import dev.tenon.database.internal.migration.Treatment;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.MigrationName;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.session.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Does it as the framework module does for a plugin. */
final class TenonMigrator implements Migrator {

    private static final ModuleMigrations.Settings SETTINGS =
            new ModuleMigrations.Settings(
                    Duration.ofMinutes(1),
                    Optional.empty(),
                    Safeguard.NONE,
                    Map.of(),
                    Treatment.WARN);

    private final Engine engine =
            ServiceLoader.load(Engine.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(candidate -> candidate.name().equals("sqlite"))
                    .findFirst()
                    .orElseThrow();
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
        try (var store = engine.open(StoreSettings.of("bench", "jdbc:sqlite:" + file))) {
            var module =
                    new ModuleMigrations(
                            new SchemaOwner("bench", "1.0", "bench"),
                            store,
                            phase == Phase.NEW ? before : all,
                            List.of(),
                            Optional.empty(),
                            SETTINGS);
            boolean isDone = new Sessions("bench", store).read(s -> module.isDone(s.connection()));
            if (!isDone) {
                module.run(Optional.empty(), MigrationListener.NONE, Progress.NONE);
            }
        }
    }
}
