package dev.tenon.database.schema;

import static dev.tenon.database.schema.ColumnType.decimal;
import static dev.tenon.database.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.core.error.ErrorCode;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.schema.ColumnType.Plain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final Table AUTHOR =
            Table.named("author")
                    .columns(
                            Column.of("id", Plain.BIGINT).generated(),
                            Column.of("name", varchar(20)))
                    .primaryKey("id");

    @Test
    void aFormerNameBelongsToOneColumnAlone() {
        var problems =
                Schema.builder()
                        .table(
                                Table.named("note")
                                        .columns(
                                                Column.of("a", Plain.TEXT).renamedFrom("x"),
                                                Column.of("b", Plain.TEXT).renamedFrom("x")))
                        .problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().fact())
                .isEqualTo("The former name 'x' of the column 'b' of the table 'note' is taken.");
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        var thrown =
                catchThrowableOfType(
                        InvalidSchemaException.class,
                        () ->
                                Schema.of(
                                        AUTHOR.primaryKey("nothing"),
                                        Table.named("empty"),
                                        AUTHOR.foreignKey(ForeignKey.from("id").to("autor"))));

        assertThat(thrown.problems())
                .extracting(Problem::code)
                .contains(
                        SchemaError.COLUMN_UNKNOWN,
                        SchemaError.NO_COLUMNS,
                        SchemaError.DUPLICATE_NAME,
                        SchemaError.REFERENCE_INVALID);
        assertThat(thrown).hasMessageContaining("Was 'author' meant?");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(SchemaError.TYPE_INVALID, Column.of("x", varchar(0))),
                wrong(SchemaError.TYPE_INVALID, Column.of("x", decimal(3, 4))),
                wrong(SchemaError.KEY_INVALID, Column.of("x", Plain.TEXT).generated()),
                wrong(SchemaError.KEY_INVALID, Column.of("x", Plain.BIGINT).generated()),
                wrong(SchemaError.KEY_INVALID, Column.of("x", Plain.JSON).unique()),
                wrong(SchemaError.DEFAULT_INVALID, Column.of("x", varchar(2)).withDefault("abc")),
                wrong(
                        SchemaError.DEFAULT_INVALID,
                        Column.of("x", Plain.SMALLINT).withDefault(32768)),
                wrong(SchemaError.DEFAULT_INVALID, Column.of("x", Plain.TEXT).withDefault(true)),
                wrong(SchemaError.DEFAULT_INVALID, Column.of("x", Plain.DATE).withDefault("soon")),
                wrong(SchemaError.DUPLICATE_NAME, Column.of("NAME", Plain.TEXT)),
                wrong(SchemaError.NAME_UNUSABLE, Column.of("", Plain.TEXT)),
                wrong(SchemaError.NAME_UNUSABLE, Column.of("x\u0000", Plain.TEXT)),
                wrong(SchemaError.NAME_UNUSABLE, Column.of("x\u001b[31m", Plain.TEXT)),
                wrong(SchemaError.NAME_UNUSABLE, Column.of("x\u202e", Plain.TEXT)),
                wrong(SchemaError.NAME_UNUSABLE, Column.of(" x", Plain.TEXT)),
                wrong(SchemaError.NAME_UNUSABLE, Column.of("x\ud800", Plain.TEXT)),
                wrong(SchemaError.REFERENCE_INVALID, ForeignKey.from("name").to("author")),
                wrong(SchemaError.REFERENCE_INVALID, ForeignKey.from("id").to("author", "name")),
                wrong(SchemaError.REFERENCE_INVALID, ForeignKey.from("id", "name").to("author")),
                wrong(SchemaError.COLUMN_UNKNOWN, ForeignKey.from("x").to("author")),
                wrong(
                        SchemaError.REFERENCE_INVALID,
                        ForeignKey.from("id").to("author").onDelete(ReferentialAction.SET_NULL)),
                wrong(
                        SchemaError.REFERENCE_INVALID,
                        ForeignKey.from("id")
                                .to("author")
                                .onUpdate(ReferentialAction.SET_DEFAULT)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeIsRefused(ErrorCode code, Table table) {
        assertThat(Schema.builder().table(table).problems())
                .extracting(Problem::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name = 'open",
                "(name = 'x'",
                "name = 'x') , evil TEXT, CHECK (1 = 1",
                "1 = 1; DROP TABLE author",
                "1 = 1 -- ",
                "1 = 1 /* "
            })
    void aConditionThatDoesNotStayWithinItsParenthesesIsRefused(String condition) {
        assertThat(Schema.builder().table(AUTHOR.check(condition)).problems())
                .extracting(Problem::code)
                .containsExactly(SchemaError.CHECK_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name <> ''", "name IN ('a;', '--', ')', '''')", "(\"name\") > 'b'"})
    void aConditionMayHoldAnythingBetweenQuotationMarks(String condition) {
        assertThat(Schema.builder().table(AUTHOR.check(condition)).problems()).isEmpty();
    }

    @Test
    void tablesComeAfterThoseTheyReferToInWhateverOrderTheyWereGiven() {
        var note =
                Table.named("note")
                        .columns(Column.of("author", Plain.BIGINT))
                        .foreignKey(ForeignKey.from("author").to("author"));
        var a = AUTHOR.foreignKey(ForeignKey.from("id").to("b"));
        var schema =
                Schema.of(
                        note,
                        a,
                        Table.named("b").columns(AUTHOR.columns().getFirst()).primaryKey("id"));

        assertThat(schema.inOrderOfDependency())
                .extracting(Table::name)
                .containsExactly("b", "author", "note");
    }

    @Test
    void aCircleIsBegunAfterWhatItDependsOnAndBeforeWhatDependsOnIt() {
        var id = Column.of("id", Plain.BIGINT);
        var schema =
                Schema.of(
                        Table.named("outside")
                                .columns(id)
                                .foreignKey(ForeignKey.from("id").to("hen")),
                        Table.named("egg")
                                .columns(id)
                                .primaryKey("id")
                                .foreignKey(ForeignKey.from("id").to("hen"))
                                .foreignKey(ForeignKey.from("id").to("farm").named("f")),
                        Table.named("hen")
                                .columns(id)
                                .primaryKey("id")
                                .foreignKey(ForeignKey.from("id").to("egg")),
                        Table.named("farm").columns(id).primaryKey("id"));

        assertThat(schema.inOrderOfDependency())
                .extracting(Table::name)
                .containsExactly("farm", "egg", "hen", "outside");
    }

    @Test
    void constraintsGetNamesThatNobodyElseHasAndThatNoEngineCutsOff() {
        var long1 = "a".repeat(60);
        var schema =
                Schema.of(
                        Table.named("a_b")
                                .columns(Column.of("c", Plain.TEXT).unique())
                                .index(Index.on("c")),
                        Table.named("a")
                                .columns(Column.of("b_c", Plain.TEXT).unique())
                                .index(Index.on("b_c")),
                        Table.named(long1).columns(Column.of("ü".repeat(30), Plain.TEXT).unique()));

        var names =
                schema.tables().stream()
                        .flatMap(t -> t.uniqueKeys().stream())
                        .map(UniqueKey::name)
                        .toList();
        assertThat(names.subList(0, 2)).isEqualTo(List.of("a_b_c_key", "a_b_c_key2"));
        assertThat(names).allMatch(n -> n.getBytes(StandardCharsets.UTF_8).length <= 63);
    }

    private static Arguments wrong(SchemaError code, Column column) {
        return Arguments.of(code, AUTHOR.columns(column));
    }

    private static Arguments wrong(SchemaError code, ForeignKey key) {
        return Arguments.of(code, AUTHOR.foreignKey(key));
    }
}
