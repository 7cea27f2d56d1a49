package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gives rows that are there the values that a model asks for. */
class FillsTest {

    @TempDir Path folder;

    private static Table note(Column... columns) {
        return Table.named("note")
                .columns(Column.of("id", Plain.INTEGER))
                .columns(columns)
                .primaryKey("id");
    }

    private static final Schema BEFORE =
            Schema.of(
                    note(
                            Column.of("title", ColumnType.varchar(20)).nullable(),
                            Column.of("rank", ColumnType.varchar(20))));

    private GenerationBench bench(RealEngine engine) throws Exception {
        var bench = GenerationBench.of(engine, folder);
        bench.create(BEFORE);
        bench.run("INSERT INTO note VALUES (1, 'a', '7'), (2, NULL, '8')");
        return bench;
    }

    private static List<String> run(GenerationBench bench, Table model, Fill... fills)
            throws Exception {
        var before = bench.live();
        var request = GenerationBench.request(Schema.of(model)).withFills(List.of(fills));
        var migration = bench.generate(request).getFirst();
        bench.script(migration.up());
        var found = bench.column("SELECT title FROM note ORDER BY id");
        bench.script(migration.down());
        assertThat(bench.live()).isEqualTo(before);
        bench.script(migration.up());
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void fillsTheRowsAloneThatHaveNoValue(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            var model =
                    note(
                            Column.of("title", ColumnType.varchar(20)),
                            Column.of("rank", ColumnType.varchar(20)));
            assertThat(run(bench, model, new Fill("note", "title", "'none'")))
                    .containsExactly("a", "none");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fillsThemWithTheDefault(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            var model =
                    note(
                            Column.of("title", ColumnType.varchar(20)).withDefault("x"),
                            Column.of("rank", ColumnType.varchar(20)));
            assertThat(run(bench, model)).containsExactly("a", "x");
        }
    }

    @ParameterizedTest
    @EnumSource
    void computesValuesFromOtherColumns(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            var model =
                    note(
                            Column.of("title", ColumnType.varchar(20)).nullable(),
                            Column.of("rank", ColumnType.varchar(20)),
                            Column.of("twice", Plain.INTEGER));
            run(bench, model, new Fill("note", "twice", "id * 2"));
            assertThat(bench.column("SELECT twice FROM note ORDER BY id"))
                    .containsExactly("2", "4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void convertsTextsThatAreNumbersByItself(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            var model =
                    note(
                            Column.of("title", ColumnType.varchar(20)).nullable(),
                            Column.of("rank", Plain.INTEGER));
            run(bench, model);
            assertThat(bench.column("SELECT rank + 1 FROM note ORDER BY id"))
                    .containsExactly("8", "9");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTextsThatAreNoneUntilItIsToldHow(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            bench.run("INSERT INTO note VALUES (3, 'c', 'first')");
            var model =
                    note(
                            Column.of("title", ColumnType.varchar(20)).nullable(),
                            Column.of("rank", Plain.INTEGER));
            assertThatThrownBy(() -> bench.to(Schema.of(model))).hasMessageContaining("DB-GEN-002");
            var type = engine == RealEngine.MARIADB ? "SIGNED" : "INTEGER";
            var told =
                    "CASE WHEN rank = 'first' THEN %s ELSE %s END"
                            .formatted(
                                    engine == RealEngine.MARIADB ? "'1'" : "1",
                                    engine == RealEngine.MARIADB
                                            ? "rank"
                                            : "CAST(rank AS " + type + ")");
            run(bench, model, new Fill("note", "rank", told));
            assertThat(bench.column("SELECT rank FROM note ORDER BY id"))
                    .containsExactly("7", "8", "1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesValuesForColumnsThatKeepTheirs(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            var model = note(Column.of("title", ColumnType.varchar(20)).nullable());
            var request = GenerationBench.request(Schema.of(model));
            assertThatThrownBy(() ->
                            bench.generate(
                                    request.withFills(List.of(new Fill("note", "title", "'x'")))))
                    .hasMessageContaining("DB-GEN-009");
            assertThatThrownBy(() ->
                            bench.generate(
                                    request.withFills(List.of(new Fill("note", "gone", "'x'")))))
                    .hasMessageContaining("DB-GEN-009")
                    .hasMessageContaining("note.gone");
        }
    }

    /** The proof would run it on the server, and the comment take the WHERE away. */
    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNotOneExpressionInEitherDirection(RealEngine engine) throws Exception {
        var flaws =
                Map.of(
                        "'x'; delete from note", "semicolon",
                        "'x' -- for now", "comment",
                        "'x' /* for now */", "comment",
                        "'x", "quotation mark",
                        "lower('x'", "bracket",
                        "'x'), ('y'", "ends at the ')'",
                        "'x', rank = '1'", "ends at the ','");
        try (var bench = bench(engine)) {
            var request =
                    GenerationBench.request(
                            Schema.of(note(Column.of("title", ColumnType.varchar(20)))));
            flaws.forEach((value, flaw) -> {
                var fills = List.of(new Fill("note", "title", value));
                for (var one : List.of(request.withFills(fills), request.withFillsBack(fills))) {
                    assertThatThrownBy(() -> bench.generate(one))
                            .hasMessageContaining("DB-GEN-014")
                            .hasMessageContaining("note.title")
                            .hasMessageContaining(flaw);
                }
            });
            assertThat(bench.column("SELECT count(*) FROM note")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesSemicolonsAndDashesInTexts(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            bench.run("UPDATE note SET title = NULL");
            run(
                    bench,
                    note(Column.of("title", ColumnType.varchar(20))),
                    new Fill("note", "title", "concat('a;', '-- b', '/* c')"));
            assertThat(bench.column("SELECT title FROM note ORDER BY id"))
                    .containsOnly("a;-- b/* c");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAColumnThatComesBackTheValueThatIsAskedFor(RealEngine engine) throws Exception {
        try (var bench = bench(engine)) {
            var model = note(Column.of("title", ColumnType.varchar(20)).nullable());
            var migration =
                    bench.generate(
                                    GenerationBench.request(Schema.of(model))
                                            .withFillsBack(
                                                    List.of(new Fill("note", "rank", "'lost'"))))
                            .getFirst();
            bench.script(migration.up());
            bench.script(migration.down());
            assertThat(bench.column("SELECT rank FROM note")).containsExactly("lost", "lost");
            assertThat(migration.losses())
                    .containsExactly("the column 'rank' of the table 'note' with its values");
            assertThat(migration.down())
                    .contains("in note.rank, as far as it has no value: 'lost'");
        }
    }
}
