package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.fixture.DatabaseState;
import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Changes each table of the hard shape. Each change is proved up, down and up on a copy, and then
 * runs up and down here.
 */
class HardChangesTest {

    private static final String ADDED = "Zahl; \"neu\" `x'";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void addsAColumnWithValuesAndAConditionAndAnIndexToEachTable(RealEngine engine)
            throws Exception {
        try (var bench = GenerationBench.of(engine, folder)) {
            HardShape.create(engine, bench.connection());
            var schema = bench.live().schema();
            for (Table table : schema.tables()) {
                var changed =
                        table.columns(Column.of(ADDED, Plain.BIGINT))
                                .check(engine.dialect().quote(ADDED) + " <> 8 /* not 'eight; */")
                                .index(Index.on(ADDED).named("by; " + table.name().charAt(0)));
                var request =
                        GenerationBench.request(with(schema, changed))
                                .withFills(List.of(new Fill(table.name(), ADDED, "7")));
                if (table.name().equals("untyped")) {
                    assertThatThrownBy(() -> bench.generate(request))
                            .as("its key has an order and a way out of conflicts of its own")
                            .hasMessageContaining("DB-GEN-003")
                            .hasMessageContaining("constraint of the table 'untyped'");
                } else {
                    change(engine, bench, request);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void widensTheTypesOfAllTablesAtOnce(RealEngine engine) throws Exception {
        try (var bench = GenerationBench.of(engine, folder)) {
            HardShape.create(engine, bench.connection());
            var schema = bench.live().schema();
            change(
                    engine,
                    bench,
                    GenerationBench.request(
                            Schema.found(
                                    schema.tables().stream()
                                            .map(HardChangesTest::wider)
                                            .toList())));
        }
    }

    @Test
    void refusesToChangeTheTypeBelowAComputedColumnOnPostgreSQL() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.POSTGRESQL, folder)) {
            HardShape.create(RealEngine.POSTGRESQL, bench.connection());
            var schema = bench.live().schema();
            var line = schema.table("line").orElseThrow();
            var model = with(schema, with(line, c -> c.name().equals("n") ? wider(c) : c));
            assertThatThrownBy(() -> bench.to(model))
                    .hasMessageContaining("DB-GEN-002")
                    .hasMessageContaining("is used by generated column \"twice\"");
        }
    }

    /** Generates it, runs it up and down, and looks whether everything is as it was. */
    private static void change(RealEngine engine, GenerationBench bench, Request request)
            throws Exception {
        var before = DatabaseState.of(engine, bench.connection());
        var migration = bench.generate(request).getFirst();
        assertThat(DatabaseState.of(engine, bench.connection())).isEqualTo(before);
        bench.script(migration.up());
        assertThat(bench.live().schema()).isNotEqualTo(before.schema().schema());
        bench.script(migration.down());
        assertThat(DatabaseState.of(engine, bench.connection()))
                .as(migration.up() + migration.down())
                .isEqualTo(before);
    }

    private static Schema with(Schema schema, Table changed) {
        return Schema.found(
                schema.tables().stream()
                        .map(t -> t.name().equals(changed.name()) ? changed : t)
                        .toList());
    }

    /** What others are computed from keeps its type, and so does what a schema cannot say. */
    private static Table wider(Table table) {
        return with(table, c -> List.of("n", "hidden").contains(c.name()) ? c : wider(c));
    }

    private static Table with(Table table, UnaryOperator<Column> change) {
        return new Table(
                table.name(),
                table.columns().stream().map(change).toList(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys(),
                table.checks(),
                table.indexes(),
                List.of());
    }

    private static Column wider(Column column) {
        return new Column(
                column.name(),
                switch (column.type()) {
                    case Plain.INTEGER -> Plain.BIGINT;
                    case Plain.REAL -> Plain.DOUBLE;
                    case ColumnType.Varchar(int length) -> ColumnType.varchar(length + 9);
                    default -> column.type();
                },
                column.isNullable(),
                column.defaultValue(),
                column.isUnique(),
                column.isGenerated(),
                List.of());
    }
}
