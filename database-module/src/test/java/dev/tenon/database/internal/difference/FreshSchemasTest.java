package dev.tenon.database.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.LiveDatabase;
import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreshSchemasTest {

    private static final int SCHEMAS = Integer.getInteger("tenon.test.schemas", 200);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aSchemaThatWasJustCreatedDoesNotDifferFromItself(RealEngine engine) throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            for (int seed = 0; seed < SCHEMAS; seed++) {
                var schema = RandomSchemas.schema(engine.dialect(), seed);
                database.create(schema);

                var live = database.read();

                assertThat(database.difference(live, schema).changes())
                        .as("seed %d, %s", seed, engine.dialect().create(schema))
                        .isEmpty();
                assertThat(live.unmodelled()).as("seed %d", seed).isEmpty();
                database.drop(schema);
            }
            assertThat(database.read().schema().tables()).isEmpty();
        }
    }
}
