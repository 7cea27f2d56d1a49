package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.RandomChanges;
import dev.tenon.database.fixture.RandomRows;
import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.generation.GeneratedMigration;
import dev.tenon.database.internal.generation.Generation;
import dev.tenon.database.internal.generation.Request;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs migrations that were generated as a module's own. */
class GeneratedMigrationsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void leadsToTheModelWhenAModuleStarts(RealEngine engine) throws Exception {
        var dialect = engine.dialect();
        for (int seed = 0; seed < (engine == RealEngine.SQLITE ? 15 : 5); seed++) {
            try (var database =
                    MigratedDatabase.on(
                            engine, Files.createDirectory(folder.resolve("s" + seed)))) {
                var schema = RandomSchemas.schema(dialect, seed);
                var scripts = new ArrayList<String>();
                scripts.add("V1__begin");
                scripts.add(String.join(";\n", dialect.create(schema)) + ";\n");
                database.migrate(scripts.toArray(String[]::new));
                try (var connection = database.data().store().connect()) {
                    RandomRows.insert(dialect, connection, schema, 5, seed);
                }
                var changed = RandomChanges.of(dialect, schema, 1 + seed % 8, seed);
                var fills =
                        changed.filled().stream()
                                .map(p -> new Fill(p.table(), p.column(), "'filled'"))
                                .toList();

                for (GeneratedMigration one : generate(database, changed.schema(), fills)) {
                    scripts.add("V" + one.version() + "__change");
                    scripts.add(one.up());
                }
                try {
                    database.migrate(scripts.toArray(String[]::new));
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + "\n" + scripts.getLast(), e);
                }
                assertThat(generate(database, changed.schema(), List.of()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    private List<GeneratedMigration> generate(
            MigratedDatabase database, Schema model, List<Fill> fills) throws Exception {
        return new Generation(database.data().store(), folder, GeneratedMigrationsTest::open)
                .generate(
                        Request.of("sample.notes", "notes", model, 2, "change").withFills(fills),
                        Progress.NONE)
                .migrations();
    }

    private static Store open(Path file) {
        var settings = StoreSettings.of("copy", "jdbc:sqlite:" + file);
        return Engines.provided().of(settings).open(settings);
    }
}
