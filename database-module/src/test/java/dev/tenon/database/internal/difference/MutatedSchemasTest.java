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

class MutatedSchemasTest {

    private static final int SCHEMAS = Integer.getInteger("tenon.test.schemas", 100);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theDifferenceToAChangedSchemaIsExactlyWhatWasChanged(RealEngine engine)
            throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            for (int seed = 0; seed < SCHEMAS; seed++) {
                var schema = RandomSchemas.schema(engine.dialect(), seed);
                var mutations = new Mutations(engine.dialect(), schema, seed);
                var changed = mutations.apply(1 + seed % 8);
                database.create(schema);

                assertThat(database.difference(changed).changes())
                        .as("seed %d", seed)
                        .extracting(Mutations::shown)
                        .containsExactlyInAnyOrderElementsOf(mutations.expected());
                database.drop(schema);
            }
        }
    }
}
