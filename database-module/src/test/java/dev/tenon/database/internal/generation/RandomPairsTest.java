package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.fixture.RealEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates migrations from one random schema to another, which have nothing in common. */
class RandomPairsTest {

    @TempDir Path folder;

    @Test
    void leadsFromAnyTablesWithoutRowsToAnyOthersOnSQLite() throws Exception {
        pairs(RealEngine.SQLITE, 150);
    }

    @Test
    void leadsFromAnyTablesWithoutRowsToAnyOthersOnPostgreSQL() throws Exception {
        pairs(RealEngine.POSTGRESQL, 50);
    }

    @Test
    void leadsFromAnyTablesWithoutRowsToAnyOthersOnMariaDB() throws Exception {
        pairs(RealEngine.MARIADB, 20);
    }

    private void pairs(RealEngine engine, int number) throws Exception {
        for (int seed = 0; seed < number; seed++) {
            try (var bench = GenerationBench.of(engine, folder)) {
                bench.create(RandomSchemas.schema(engine.dialect(), seed));
                var live = bench.live();
                var model = RandomSchemas.schema(engine.dialect(), seed + 10_000);
                try {
                    assertThat(bench.to(model)).as("seed %d", seed).hasSize(1);
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed, e);
                }
                assertThat(bench.live()).as("seed %d", seed).isEqualTo(live);
            }
        }
    }
}
