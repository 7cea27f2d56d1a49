package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.fixture.RandomChanges;
import dev.tenon.database.fixture.RandomRows;
import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.creation.SchemaCreation;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.difference.LiveComparison;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that were made from a model, and get what a later form of it has more. */
class ModuleModelTest {

    private static final SchemaOwner OWNER = new SchemaOwner("sample.notes", "1.0", "notes");

    private static final Optional<String> FOUND = Optional.empty();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void whatCanBeAddedIsAddedAndAnythingElseRefused(RealEngine engine) throws Exception {
        var dialect = engine.dialect();
        int added = 0;
        int refused = 0;
        for (int seed = 0; seed < (engine == RealEngine.SQLITE ? 60 : 20); seed++) {
            try (var database =
                    MigratedDatabase.on(
                            engine, Files.createDirectory(folder.resolve("s" + seed)))) {
                var store = database.data().store();
                var first = RandomSchemas.schema(dialect, seed);
                assertThat(run(store, first)).contains("created from the model");
                try (var connection = store.connect()) {
                    RandomRows.insert(dialect, connection, first, 5, seed);
                }
                var rows = rows(store, first);
                var later = RandomChanges.of(dialect, first, 1 + seed % 3, seed).schema();
                var difference = difference(store, later);

                if (difference.isAdditive()) {
                    added++;
                    update(store, later);
                    assertThat(difference(store, later).isEmpty()).as("seed %d", seed).isTrue();
                    assertThat(run(store, later)).isEqualTo(FOUND);
                } else {
                    refused++;
                    assertThat(refusal(store, later)).isEqualTo(SchemaError.MODEL_DIFFERS);
                    assertThat(run(store, first)).isEqualTo(FOUND);
                }
                assertThat(rows(store, difference.isAdditive() ? later : first))
                        .as("seed %d", seed)
                        .isEqualTo(rows);
            }
        }
        assertThat(added).isPositive();
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyHostsAtOnceOneCreatesTheTables(RealEngine engine) throws Exception {
        int hosts = 8;
        for (int round = 0; round < 5; round++) {
            var schema = RandomSchemas.schema(engine.dialect(), round);
            var ready = new CyclicBarrier(hosts);
            try (var database =
                            MigratedDatabase.on(
                                    engine, Files.createDirectory(folder.resolve("r" + round)));
                    var threads = Executors.newFixedThreadPool(hosts)) {
                Callable<Optional<String>> host = () -> atOnce(database, schema, ready);
                var outcomes = new ArrayList<Optional<String>>();
                for (var outcome : threads.invokeAll(Collections.nCopies(hosts, host))) {
                    outcomes.add(outcome.get());
                }
                assertThat(outcomes)
                        .containsOnlyOnce(Optional.of("created from the model"))
                        .filteredOn(FOUND::equals)
                        .hasSize(hosts - 1);
            }
        }
    }

    private static Optional<String> atOnce(
            MigratedDatabase database, Schema schema, CyclicBarrier ready) throws Exception {
        try (var host = database.again()) {
            ready.await();
            return run(host.data().store(), schema);
        }
    }

    private static void update(Store store, Schema later) {
        assertThat(run(store, later)).isIn(Optional.of("got what the model has more"), FOUND);
        assertThat(run(store, later)).isEqualTo(FOUND);
    }

    private static Optional<String> run(Store store, Schema schema) {
        var creation = new SchemaCreation(OWNER, store.dialect(), schema);
        return new ModuleModel(OWNER, store, creation, ModuleMigrations.Settings.DEFAULT)
                .run(Progress.NONE);
    }

    private static Object refusal(Store store, Schema schema) {
        try {
            return run(store, schema);
        } catch (InvalidSchemaException e) {
            return e.code();
        }
    }

    private static SchemaDifference difference(Store store, Schema schema) throws SQLException {
        try (var connection = store.connect()) {
            return new LiveComparison(store.dialect(), connection)
                    .compare(store.dialect().read(connection).schema(), schema);
        }
    }

    /** Returns how many rows all tables have together: some are renamed, and new ones empty. */
    private static long rows(Store store, Schema schema) throws SQLException {
        long rows = 0;
        try (var connection = store.connect();
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Table table : schema.tables()) {
                var sql = "select count(*) from " + store.quote(table.name());
                try (var row = statement.executeQuery(sql)) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
        }
        return rows;
    }
}
