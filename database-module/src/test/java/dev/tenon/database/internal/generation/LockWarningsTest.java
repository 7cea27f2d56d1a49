package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tells before a migration runs that others will have to wait for it. */
class LockWarningsTest {

    @TempDir Path folder;

    @Test
    void warnsOfATableThatIsWrittenAnewWhileOthersWait() throws Exception {
        assertThat(warnings(Plain.BIGINT))
                .containsExactly(
                        "ALTER TABLE note type of pages keeps others away from the table while all of"
                                + " its rows are read or written.");
    }

    @Test
    void doesNotWarnOfWhatIsDoneAtOnce() throws Exception {
        assertThat(warnings(Plain.INTEGER)).isEmpty();
    }

    /** Changes the type of one column, and adds another one. */
    private List<String> warnings(Plain type) throws Exception {
        try (var bench = GenerationBench.of(RealEngine.POSTGRESQL, folder)) {
            bench.create(schema(Column.of("pages", Plain.INTEGER)));
            var changed =
                    schema(Column.of("pages", type), Column.of("title", Plain.TEXT).nullable());
            return bench.to(changed).getFirst().warnings();
        }
    }

    private static Schema schema(Column... columns) {
        return Schema.of(Table.named("note").columns(columns));
    }
}
