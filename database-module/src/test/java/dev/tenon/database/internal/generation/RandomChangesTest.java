package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.RandomChanges;
import dev.tenon.database.fixture.RandomRows;
import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.generation.writing.Fill;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates and proves migrations between random schemas, over tables with random rows. */
class RandomChangesTest {

    private static final int ROWS = 6;

    @TempDir Path folder;

    @Test
    void keepsTheRowsOnSQLite() throws Exception {
        changes(RealEngine.SQLITE, 200);
    }

    @Test
    void keepsTheRowsOnPostgreSQL() throws Exception {
        changes(RealEngine.POSTGRESQL, 60);
    }

    @Test
    void keepsTheRowsOnMariaDB() throws Exception {
        changes(RealEngine.MARIADB, 30);
    }

    private void changes(RealEngine engine, int number) throws Exception {
        for (int seed = 0; seed < number; seed++) {
            try (var bench = GenerationBench.of(engine, folder)) {
                var dialect = engine.dialect();
                var schema = RandomSchemas.schema(dialect, seed);
                bench.create(schema);
                RandomRows.insert(dialect, bench.connection(), schema, ROWS, seed);
                var live = bench.live();
                var changed = RandomChanges.of(dialect, schema, 1 + seed % 8, seed);
                var fills =
                        changed.filled().stream()
                                .map(p -> new Fill(p.table(), p.column(), "'filled'"))
                                .toList();
                try {
                    bench.generate(GenerationBench.request(changed.schema()).withFills(fills));
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed, e);
                }
                assertThat(bench.live()).as("seed %d", seed).isEqualTo(live);
            }
        }
    }
}
