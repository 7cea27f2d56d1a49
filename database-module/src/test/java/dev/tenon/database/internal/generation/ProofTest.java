package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.GenerationException;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.difference.LiveComparison;
import dev.tenon.database.internal.generation.sqlite.SqliteBench;
import dev.tenon.database.internal.generation.sqlite.SqliteTexts;
import dev.tenon.database.internal.generation.sqlite.SqliteWriting;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.Steps;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has statements that do harm written, which the proof has to find. */
class ProofTest {

    private static final SqliteDialect SQLITE = new SqliteDialect();

    @TempDir Path folder;
    private GenerationBench live;

    @BeforeEach
    void create() throws Exception {
        live = GenerationBench.of(RealEngine.SQLITE, folder);
        live.run(
                "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT",
                "INSERT INTO note VALUES (1, 'a'), (2, 'b')");
    }

    @AfterEach
    void close() throws Exception {
        live.close();
    }

    @Test
    void findsNothingWrongWithWhatIsRight() throws Exception {
        assertThat(generate("SELECT 1", "SELECT 1")).hasSize(1);
    }

    @Test
    void findsRowsThatAreLostOnTheWayUp() {
        assertThatThrownBy(() -> generate("DELETE FROM note WHERE id = 2", "SELECT 1"))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("DB-GEN-002")
                .hasMessageContaining("on a copy, up, the table note")
                .hasMessageContaining("It has 1 rows instead of 2.");
    }

    @Test
    void findsValuesThatChangeOnTheWayUp() {
        assertThatThrownBy(() -> generate("UPDATE note SET title = upper(title)", "SELECT 1"))
                .hasMessageContaining("Values of its 2 rows differ.");
    }

    @Test
    void findsValuesThatTwoRowsExchange() {
        assertThatThrownBy(() ->
                        generate(
                                "UPDATE note SET title = CASE id WHEN 1 THEN 'b' ELSE 'a' END",
                                "SELECT 1"))
                .hasMessageContaining("Values of its 2 rows differ.");
    }

    @Test
    void findsRowsThatAreLostOnTheWayDown() {
        assertThatThrownBy(() -> generate("SELECT 1", "DELETE FROM note"))
                .hasMessageContaining("on a copy, down, the table note")
                .hasMessageContaining("It has 0 rows instead of 2.");
    }

    @Test
    void findsTablesThatAreNotWhatTheModelSays() {
        assertThatThrownBy(() -> generate("CREATE TABLE more (id INTEGER) STRICT", "SELECT 1"))
                .hasMessageContaining("do not lead to the model")
                .hasMessageContaining("drop the table 'more'");
    }

    @Test
    void findsAStatementThatFails() {
        assertThatThrownBy(() -> generate("INSERT INTO nowhere VALUES (1)", "SELECT 1"))
                .hasMessageContaining("it fails on a copy, up, at: INSERT INTO nowhere VALUES (1)")
                .hasMessageContaining("no such table: nowhere");
    }

    @Test
    void findsReferencesThatLeadNowhere() {
        assertThatThrownBy(() ->
                        generate(
                                """
                                CREATE TABLE tenon_child (id REFERENCES note (id));
                                PRAGMA defer_foreign_keys = ON;
                                INSERT INTO tenon_child VALUES (77)\
                                """,
                                "SELECT 1"))
                .hasMessageContaining("refers to a row of the table 'note' that is not there");
    }

    @Test
    void findsAViewThatDoesNotWorkAnyMore() {
        assertThatThrownBy(() -> generate("CREATE VIEW v AS SELECT gone FROM note", "SELECT 1"))
                .hasMessageContaining("DB-GEN-003")
                .hasMessageContaining("error in view v");
    }

    /** Generates a migration that adds a column, with other statements beside the right ones. */
    private List<GeneratedMigration> generate(String up, String down) throws SQLException {
        var model =
                Schema.of(
                        Table.named("note")
                                .columns(
                                        Column.of("id", Plain.BIGINT),
                                        Column.of("title", Plain.TEXT),
                                        Column.of("added", Plain.TEXT).nullable())
                                .primaryKey("id"));
        try (var bench = SqliteBench.of(live.connection(), folder, GenerationBench::openFile)) {
            var right = new SqliteWriting(SQLITE, SqliteTexts.read(bench.connection(), SQLITE));
            var comparison = new LiveComparison(SQLITE, live.connection());
            return new MigrationGenerator(
                            SQLITE, bench, new Harmful(right, up, down), comparison::compare)
                    .generate(GenerationBench.request(model), Sequel.NONE, Progress.NONE)
                    .migrations();
        }
    }

    private record Harmful(Writing right, String up, String down) implements Writing {
        @Override
        public Steps change(Stage stage) throws SQLException {
            var harm = stage.goal().isBack() ? down : up;
            return right.change(stage).then(Steps.of(List.of(harm.split(";\n"))));
        }
    }
}
