package dev.tenon.database.internal.dialect;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.fixture.LiveTable;
import dev.tenon.database.fixture.LiveTables;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemasOnEnginesTest {

    private static final int SCHEMAS = Integer.getInteger("tenon.test.schemas", 200);

    @TempDir Path folder;

    @Test
    void aRandomSchemaIsOnSqliteWhatItWasDeclaredToBe() throws SQLException {
        try (var connection = RealEngine.SQLITE.newDatabase(folder).open()) {
            new GeneratedSchemas(RealEngine.SQLITE.dialect(), connection, t -> t)
                    .createReadAndDrop(SCHEMAS);
        }
    }

    @Test
    void aRandomSchemaIsOnPostgresWhatItWasDeclaredToBe() throws SQLException {
        try (var connection = RealEngine.POSTGRESQL.newDatabase(folder).open()) {
            new GeneratedSchemas(
                            RealEngine.POSTGRESQL.dialect(),
                            connection,
                            SchemasOnEnginesTest::withoutQuotationMarks)
                    .createReadAndDrop(SCHEMAS);
        }
    }

    @Test
    void aRandomSchemaIsOnMariaDbWhatItWasDeclaredToBe() throws SQLException {
        try (var connection = RealEngine.MARIADB.newDatabase(folder).open()) {
            new GeneratedSchemas(
                            RealEngine.MARIADB.dialect(),
                            connection,
                            SchemasOnEnginesTest::asMariaDbShowsIt)
                    .createReadAndDrop(SCHEMAS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesWhoseRowsReferToEachOtherInACircleAreDropped(RealEngine engine) throws SQLException {
        var schema =
                Schema.of(
                        Table.named("egg")
                                .columns(
                                        Column.of("id", Plain.BIGINT),
                                        Column.of("layer", Plain.BIGINT).nullable())
                                .primaryKey("id")
                                .foreignKey(
                                        ForeignKey.from("layer")
                                                .to("hen")
                                                .onDelete(ReferentialAction.RESTRICT)),
                        Table.named("hen")
                                .columns(
                                        Column.of("id", Plain.BIGINT),
                                        Column.of("origin", Plain.BIGINT).nullable(),
                                        Column.of("mother", Plain.BIGINT).nullable())
                                .primaryKey("id")
                                .foreignKey(ForeignKey.from("origin").to("egg"))
                                .foreignKey(ForeignKey.from("mother").to("hen")));
        try (var connection = engine.newDatabase(folder).open()) {
            connection.setAutoCommit(false);
            run(connection, engine.dialect().create(schema));
            run(
                    connection,
                    List.of(
                            "insert into egg values (1, null)",
                            "insert into hen values (1, 1, 1)",
                            "update egg set layer = 1"));
            connection.commit();
            connection.setAutoCommit(true);

            if (engine == RealEngine.SQLITE) {
                run(connection, List.of("PRAGMA foreign_keys = OFF"));
            }
            run(connection, engine.dialect().drop(schema));

            assertThat(new LiveTables(connection).names()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnRefusesWhatItsTypeDoesNotHold(RealEngine engine) throws SQLException {
        var wrong =
                new Object[][] {
                    {ColumnType.varchar(3), "'abcd'"},
                    {Plain.SMALLINT, "40000"},
                    {Plain.INTEGER, "3000000000"},
                    {Plain.BIGINT, "'twelve'"},
                    {Plain.DATE, "'no day'"},
                    {Plain.JSON, "'{'"},
                    {ColumnType.decimal(5, 2), "1000"},
                    {Plain.DOUBLE, "'much'"}
                };
        try (var connection = engine.newDatabase(folder).open()) {
            for (Object[] value : wrong) {
                var type = (ColumnType) value[0];
                // SQLite has no type for days, and no function that is strict enough to check one.
                if (engine == RealEngine.SQLITE && type == Plain.DATE) {
                    continue;
                }
                var schema = Schema.of(Table.named("t").columns(Column.of("c", type)));
                run(connection, engine.dialect().create(schema));
                assertThatThrownBy(() ->
                                run(connection, List.of("insert into t values (" + value[1] + ")")))
                        .as("%s %s", type, value[1])
                        .isInstanceOf(SQLException.class);
                run(connection, engine.dialect().drop(schema));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultIsWhatARowGets(RealEngine engine) throws SQLException {
        var text = "it's \\ \"quoted\"; -- ";
        var schema =
                Schema.of(
                        Table.named("t")
                                .columns(
                                        Column.of("id", Plain.BIGINT).generated(),
                                        Column.of("a", Plain.TEXT).withDefault(text),
                                        Column.of("b", ColumnType.varchar(40)).withDefault(text),
                                        Column.of("c", Plain.INTEGER).withDefault(-7),
                                        Column.of("d", Plain.BOOLEAN).withDefault(true),
                                        Column.of("e", ColumnType.decimal(20, 2)).withDefault(12),
                                        Column.of("f", Plain.TIMESTAMP).withDefaultNow(),
                                        Column.of("g", Plain.INTEGER).nullable())
                                .primaryKey("id"));
        try (var connection = engine.newDatabase(folder).open()) {
            run(connection, engine.dialect().create(schema));
            run(
                    connection,
                    List.of("insert into t (g) values (1)", "insert into t (g) values (2)"));
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select * from t order by g")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong("id")).isEqualTo(1);
                assertThat(row.getString("a")).isEqualTo(text);
                assertThat(row.getString("b")).isEqualTo(text);
                assertThat(row.getInt("c")).isEqualTo(-7);
                assertThat(row.getBoolean("d")).isTrue();
                assertThat(row.getBigDecimal("e")).isEqualByComparingTo("12");
                assertThat(row.getString("f")).isNotEmpty();
                assertThat(row.next()).isTrue();
                assertThat(row.getLong("id")).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfARowThatIsGoneIsNotGivenAgain(RealEngine engine) throws SQLException {
        var schema =
                Schema.of(
                        Table.named("t")
                                .columns(
                                        Column.of("id", Plain.BIGINT).generated(),
                                        Column.of("a", Plain.INTEGER))
                                .primaryKey("id"));
        try (var connection = engine.newDatabase(folder).open()) {
            run(connection, engine.dialect().create(schema));
            run(
                    connection,
                    List.of(
                            "insert into t (a) values (1)",
                            "insert into t (a) values (2)",
                            "delete from t where a = 2",
                            "insert into t (a) values (3)"));

            assertThat(number(connection, "select id from t where a = 3")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowMayBringItsOwnNumber(RealEngine engine) throws SQLException {
        var schema =
                Schema.of(
                        Table.named("t")
                                .columns(Column.of("id", Plain.INTEGER).generated())
                                .primaryKey("id"));
        try (var connection = engine.newDatabase(folder).open()) {
            run(connection, engine.dialect().create(schema));
            run(connection, List.of("insert into t (id) values (41)"));

            assertThat(number(connection, "select id from t")).isEqualTo(41);
        }
    }

    /** Texts of times compare only if all of them have one form. */
    @Test
    void aDefaultTimeOnSqliteEqualsOneThatIsInserted() throws SQLException {
        var schema =
                Schema.of(
                        Table.named("t")
                                .columns(
                                        Column.of("at", Plain.TIME).withDefault("12:30"),
                                        Column.of("made", Plain.TIMESTAMP).withDefaultNow(),
                                        Column.of("a", Plain.INTEGER)));
        try (var connection = RealEngine.SQLITE.newDatabase(folder).open()) {
            run(connection, RealEngine.SQLITE.dialect().create(schema));
            run(connection, List.of("insert into t (a) values (1)"));

            assertThat(number(connection, "select count(*) from t where at = '12:30:00.000000000'"))
                    .isEqualTo(1);
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from t where made glob"
                                            + " '????-??-??T??:??:??.?????????Z'"))
                    .isEqualTo(1);
        }
    }

    /** SQLite has no decimal numbers; up to 15 digits go through a double and come back. */
    @Test
    void decimalsOfFifteenDigitsComeBackExactlyFromSqlite() throws SQLException {
        var schema =
                Schema.of(
                        Table.named("t")
                                .columns(
                                        Column.of("id", Plain.BIGINT).generated(),
                                        Column.of("d", ColumnType.decimal(15, 4)))
                                .primaryKey("id"));
        var random = new Random(7);
        try (var connection = RealEngine.SQLITE.newDatabase(folder).open()) {
            run(connection, RealEngine.SQLITE.dialect().create(schema));
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into t (d) values (?)");
                    var select =
                            connection.prepareStatement("select d from t where d = ? limit 1")) {
                for (int i = 0; i < 20_000; i++) {
                    var unscaled = random.nextLong(-999_999_999_999_999L, 1_000_000_000_000_000L);
                    var number = BigDecimal.valueOf(unscaled >> random.nextInt(50), 4);
                    insert.setString(1, number.toString());
                    insert.executeUpdate();
                    if (i % 100 == 0) {
                        select.setString(1, number.toString());
                        try (var row = select.executeQuery()) {
                            assertThat(row.next()).as("%s", number).isTrue();
                            assertThat(new BigDecimal(Double.toString(row.getDouble(1))))
                                    .isEqualByComparingTo(number);
                        }
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
            for (String wrong : List.of("0.00001", "100000000000", "'x'")) {
                assertThatThrownBy(() ->
                                run(
                                        connection,
                                        List.of("insert into t (d) values (" + wrong + ")")))
                        .as(wrong)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    /** The driver takes quotation marks out of the columns of an index, whoever put them there. */
    private static LiveTable withoutQuotationMarks(LiveTable table) {
        return new LiveTable(
                table.columns(),
                table.primaryKey(),
                table.foreignKeys(),
                table.indexes().stream().map(i -> i.replace("\"", "")).collect(toSet()));
    }

    /**
     * MariaDB makes an index for each foreign key that has none, and its driver cannot tell NO
     * ACTION from RESTRICT, which are the same there.
     */
    private static LiveTable asMariaDbShowsIt(LiveTable table) {
        return new LiveTable(
                table.columns(),
                table.primaryKey(),
                table.foreignKeys().stream()
                        .map(k -> k.replace("NO_ACTION", "RESTRICT"))
                        .collect(toSet()),
                table.indexes().stream()
                        .filter(i ->
                                table.foreignKeys().stream()
                                        .noneMatch(key -> key.startsWith(i + " -> ")))
                        .collect(toSet()));
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
