package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adds what the model calls like something that is there. */
class TakenNamesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void addsAnIndexAndACheckWhoseNamesOthersHaveKept(RealEngine engine) throws Exception {
        try (var bench = GenerationBench.of(engine, folder)) {
            bench.create(
                    Schema.of(
                            Table.named("note")
                                    .columns(
                                            Column.of("id", Plain.INTEGER),
                                            Column.of("title", ColumnType.varchar(20)))
                                    .primaryKey("id")
                                    .check("id > 0")
                                    .index(Index.on("title"))));
            bench.run("INSERT INTO note VALUES (1, 'a')");
            var before = bench.live();
            var model =
                    Schema.of(
                            Table.named("note")
                                    .columns(
                                            Column.of("id", Plain.INTEGER),
                                            Column.of("heading", ColumnType.varchar(20))
                                                    .renamedFrom("title"),
                                            Column.of("title", ColumnType.varchar(20)).nullable())
                                    .primaryKey("id")
                                    .check("id < 1000")
                                    .check("id > 0")
                                    .index(Index.on("heading"))
                                    .index(Index.on("title")));

            var migration = bench.to(model).getFirst();
            bench.script(migration.up());
            assertThat(bench.column("SELECT heading FROM note")).containsExactly("a");
            assertThat(bench.to(model)).isEmpty();
            bench.script(migration.down());
            assertThat(bench.live()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void addsATableUnderTheFormerNameOfAnother(RealEngine engine) throws Exception {
        try (var bench = GenerationBench.of(engine, folder)) {
            var note =
                    Table.named("note")
                            .columns(
                                    Column.of("id", Plain.INTEGER),
                                    Column.of("title", ColumnType.varchar(20)).unique())
                            .primaryKey("id")
                            .index(Index.on("id", "title"));
            bench.create(Schema.of(note));
            bench.run("INSERT INTO note VALUES (1, 'a')");
            var before = bench.live();
            var memo =
                    Table.named("memo")
                            .columns(
                                    Column.of("id", Plain.INTEGER),
                                    Column.of("title", ColumnType.varchar(20)).unique())
                            .primaryKey("id")
                            .index(Index.on("id", "title"))
                            .renamedFrom("note");
            var first = bench.to(Schema.of(memo)).getFirst();
            bench.script(first.up());
            var between = bench.live();

            var second = bench.to(Schema.of(memo, note)).getFirst();
            bench.script(second.up());
            assertThat(bench.to(Schema.of(memo, note))).isEmpty();
            bench.script(second.down());
            assertThat(bench.live()).isEqualTo(between);
            bench.script(first.down());
            assertThat(bench.live()).isEqualTo(before);
        }
    }
}
