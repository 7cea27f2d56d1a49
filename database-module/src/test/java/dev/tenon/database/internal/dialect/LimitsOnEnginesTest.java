package dev.tenon.database.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Limits;
import dev.tenon.database.engine.Limits.NameUnit;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.fixture.LiveTables;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits that the dialects name are those at which the engines refuse. */
class LimitsOnEnginesTest {

    private static final String LONG = "l\u00f6ng";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsWithinTheLimitsCanBeHad(RealEngine engine) throws SQLException {
        var limits = engine.dialect().limits();
        var schema = Schema.of(widest(limits, 0), named(limits, 0), typed(limits, 0));

        assertThat(engine.dialect().check(schema)).noneMatch(Problem::isError);
        try (var connection = engine.newDatabase(folder).open();
                var statement = connection.createStatement()) {
            for (String sql : engine.dialect().create(schema)) {
                statement.execute(sql);
            }
            assertThat(new LiveTables(connection).names()).contains(schema.tables().get(1).name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOneBeyondIsRefusedBeforeTheEngineDoes(RealEngine engine) throws SQLException {
        for (Table table : beyond(engine)) {
            var schema = Schema.of(table);

            assertThat(engine.dialect().check(schema))
                    .as(table.name())
                    .extracting(Problem::code)
                    .contains(SchemaError.ENGINE_CANNOT);
            try (var connection = engine.newDatabase(folder).open();
                    var statement = connection.createStatement()) {
                var create = engine.dialect().create(schema).getFirst();
                var thrown = catchThrowable(() -> statement.execute(create));
                if (engine == RealEngine.POSTGRESQL && table.name().startsWith(LONG)) {
                    // It takes a name that is too long, and makes another of it.
                    assertThat(new LiveTables(connection).names()).doesNotContain(table.name());
                } else {
                    assertThat(thrown)
                            .as("%s on %s", table.name(), engine)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    private static List<Table> beyond(RealEngine engine) {
        var limits = engine.dialect().limits();
        return switch (engine) {
            // Its limits of decimals are those of PostgreSQL, so that a database can be moved.
            case SQLITE -> List.of(widest(limits, 1));
            case POSTGRESQL ->
                    List.of(
                            widest(limits, 1),
                            keyed(limits, 1),
                            named(limits, 1),
                            typed(limits, 1));
            // The columns of a key are limited by MySQL; MariaDB takes twice as many.
            case MARIADB ->
                    List.of(
                            widest(limits, 1),
                            keyed(limits, 17),
                            named(limits, 1),
                            typed(limits, 1));
        };
    }

    private static Table widest(Limits limits, int beyond) {
        return Table.named("widest").columns(columns(limits.columns() + beyond, Plain.SMALLINT));
    }

    private static Table keyed(Limits limits, int beyond) {
        int columns = limits.keyColumns() + beyond;
        return Table.named("keyed")
                .columns(columns(columns, Plain.SMALLINT))
                .primaryKey(names(columns));
    }

    /** A name with a letter of two bytes, which is what PostgreSQL counts. */
    private static Table named(Limits limits, int beyond) {
        int length = limits.nameLength() == Limits.NONE ? 1000 : limits.nameLength() + beyond;
        int rest = length - LONG.length() - (limits.nameUnit() == NameUnit.BYTES ? 1 : 0);
        return Table.named(LONG + "x".repeat(rest)).columns(Column.of("id", Plain.BIGINT));
    }

    private static Table typed(Limits limits, int beyond) {
        var precision = limits.precision() + beyond;
        return Table.named("typed")
                .columns(Column.of("d", ColumnType.decimal(precision, limits.scale())));
    }

    private static Column[] columns(int number, ColumnType type) {
        return Stream.of(names(number)).map(n -> Column.of(n, type)).toArray(Column[]::new);
    }

    private static String[] names(int number) {
        return IntStream.range(0, number).mapToObj(i -> "c" + i).toArray(String[]::new);
    }
}
