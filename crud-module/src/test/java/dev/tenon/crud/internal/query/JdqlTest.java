package dev.tenon.crud.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import dev.tenon.crud.internal.query.flaw.Source;
import dev.tenon.crud.internal.query.jdql.Jdql;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Condition.Comparison;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Expression.Clock;
import dev.tenon.crud.internal.query.tree.Expression.Literal;
import dev.tenon.crud.internal.query.tree.Expression.Negative;
import dev.tenon.crud.internal.query.tree.Expression.Numeral;
import dev.tenon.crud.internal.query.tree.Expression.Operation;
import dev.tenon.crud.internal.query.tree.Expression.Sign;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.crud.internal.query.tree.Statement;
import dev.tenon.crud.internal.query.tree.Statement.Delete;
import dev.tenon.crud.internal.query.tree.Statement.Select;
import dev.tenon.crud.internal.query.tree.Statement.Selection;
import dev.tenon.crud.internal.query.tree.Statement.Update;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of the query language. */
class JdqlTest {

    private static Statement read(String query) {
        var flaws = new Flaws(new Source.Text(query));
        var statement = Jdql.read(query, flaws);
        assertThat(flaws.all()).isEmpty();
        return statement.orElseThrow();
    }

    private static Select select(String query) {
        return (Select) read(query);
    }

    private static Condition where(String condition) {
        return read("where " + condition).where().orElseThrow();
    }

    /** Returns the right side of a comparison. */
    private static Expression value(String text) {
        return ((Comparison) where("a = " + text)).right();
    }

    private static QueryFlaw flaw(String query) {
        var flaws = new Flaws(new Source.Text(query));
        assertThat(Jdql.read(query, flaws)).isEmpty();
        assertThat(flaws.all()).hasSize(1);
        return flaws.all().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n\f"})
    void aQueryWithoutClausesAsksForEverything(String query) {
        var select = select(query);
        assertThat(select.selection()).isEqualTo(new Selection.Whole());
        assertThat(select.target()).isEmpty();
        assertThat(select.where()).isEmpty();
        assertThat(select.order()).isEmpty();
    }

    @Test
    void keywordsAreWrittenInAnyCaseAndNamesInTheirs() {
        var select =
                select("SeLeCt Title fRoM Book wHeRe Pages > 1 OrDeR bY Title dEsC, pages AsC, x");
        assertThat(select.target().orElseThrow().entity()).isEqualTo("Book");
        assertThat(paths(select)).containsExactly("Title");
        assertThat(select.order())
                .extracting(s -> ((Expression.Path) s.attribute()).text())
                .containsExactly("Title", "pages", "x");
        assertThat(select.order())
                .extracting(Statement.Sorting::isAscending)
                .containsExactly(false, true, true);
    }

    private static List<String> paths(Select select) {
        return ((Selection.Attributes) select.selection())
                .paths().stream().map(p -> ((Expression.Path) p).text()).toList();
    }

    @Test
    void theSelectionIsAnAttributeSeveralTheKeyOrTheirNumber() {
        assertThat(paths(select("select a.b.c"))).containsExactly("a.b.c");
        assertThat(paths(select("select a, b"))).containsExactly("a", "b");
        assertThat(select("select count(b) from Book b").selection())
                .isEqualTo(new Selection.Count());
        assertThat(select("select count(this)").selection()).isEqualTo(new Selection.Count());
        assertThat(select("select id(this) order by id(this)").order()).hasSize(1);
    }

    @Test
    void functionsAndReservedWordsCanBeAttributes() {
        assertThat(paths(select("select count, id, length, left, value, date, version, this")))
                .containsExactly(
                        "count", "id", "length", "left", "value", "date", "version", "this");
        assertThat(where("length > 1 and left = right and x.by.like = 2"))
                .isInstanceOf(Condition.And.class);
        assertThat(where("local = 1 and x.local.date = 1")).isInstanceOf(Condition.And.class);
    }

    @Test
    void anUpdateSetsAttributesToValuesOrNull() {
        var update = (Update) read("update Box set a = a + ?1, b.c = null where id(this) = 1");
        assertThat(update.assignments()).hasSize(2);
        assertThat(update.assignments().get(0).value().orElseThrow()).isInstanceOf(Operation.class);
        assertThat(update.assignments().get(1).attribute().text()).isEqualTo("b.c");
        assertThat(update.assignments().get(1).value()).isEmpty();
        assertThat(update.where()).isPresent();
    }

    @Test
    void aDeletionNamesItsEntity() {
        var delete = (Delete) read("DELETE FROM Box WHERE a = 1");
        assertThat(delete.target().orElseThrow().entity()).isEqualTo("Box");
        assertThat(read("delete from Box").where()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    12, java.lang.Integer, 12
                    -2147483648, java.lang.Integer, -2147483648
                    1_000, java.lang.Integer, 1000
                    2147483648L, java.lang.Long, 2147483648
                    -9223372036854775808l, java.lang.Long, -9223372036854775808
                    1.5, java.lang.Double, 1.5
                    1., java.lang.Double, 1.0
                    .5, java.lang.Double, 0.5
                    1e4, java.lang.Double, 10000.0
                    1.5E-3d, java.lang.Double, 0.0015
                    1D, java.lang.Double, 1.0
                    1.23f, java.lang.Float, 1.23
                    2F, java.lang.Float, 2.0
                    """)
    void numbersHaveTheTypesOfJava(String text, Class<?> type, String shown) {
        var number = (Numeral) value(text);
        assertThat(number.value()).isInstanceOf(type).hasToString(shown);
    }

    @Test
    void largeNumbersAreWrittenAsInJakartaPersistence() {
        assertThat(((Numeral) value("9223372036854775808BI")).value())
                .isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(((Numeral) value("1.50BD")).value()).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void textsStandInApostrophes() {
        assertThat(value("'it''s -- ORDER BY x'"))
                .isEqualTo(new Literal("it's -- ORDER BY x", new Span(10, 31)));
        assertThat(value("''")).isEqualTo(new Literal("", new Span(10, 12)));
        assertThat(value("''''")).isEqualTo(new Literal("'", new Span(10, 14)));
    }

    @Test
    void specialValuesAreRecognized() {
        assertThat(value("TRUE")).isEqualTo(new Literal(true, new Span(10, 14)));
        assertThat(value("false")).isEqualTo(new Literal(false, new Span(10, 15)));
        assertThat(value("local date"))
                .isEqualTo(new Expression.Current(Clock.DATE, new Span(10, 20)));
        assertThat(value("LOCAL  Time"))
                .isEqualTo(new Expression.Current(Clock.TIME, new Span(10, 21)));
        assertThat(value("local datetime"))
                .isEqualTo(new Expression.Current(Clock.DATETIME, new Span(10, 24)));
        assertThat(value(":name")).isEqualTo(new Expression.Named("name", new Span(10, 15)));
        assertThat(value("?12")).isEqualTo(new Expression.Positional(12, new Span(10, 13)));
        assertThat(value("Id(This)")).isEqualTo(new Expression.Key(new Span(10, 18)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            textBlock =
                    """
                    1 + 2 * 3 = (1 + (2 * 3))
                    1 * 2 + 3 = ((1 * 2) + 3)
                    1 - 2 - 3 = ((1 - 2) - 3)
                    8 / 4 * 2 = ((8 / 4) * 2)
                    (1 + 2) * 3 = ((1 + 2) * 3)
                    2 * -3 + 5 = ((2 * -3) + 5)
                    - - 3 = (- -3)
                    -x * 2 = ((- x) * 2)
                    +x = x
                    x || y + 1 || z = ((x || (y + 1)) || z)
                    """)
    void operatorsBindAsInTheSpecification(String text, String shown) {
        assertThat(shown(value(text))).isEqualTo(shown);
    }

    private static String shown(Expression expression) {
        return switch (expression) {
            case Operation(var left, Sign sign, var right) ->
                    "(" + shown(left) + " " + sign.symbol() + " " + shown(right) + ")";
            case Negative negative -> "(- " + shown(negative.operand()) + ")";
            case Numeral numeral -> numeral.digits();
            case Expression.Path path -> path.text();
            default -> throw new AssertionError(expression);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a = 1 or b = 2 and c = 3 | or(a, and(b, c))
                    a = 1 and b = 2 or c = 3 | or(and(a, b), c)
                    (a = 1 or b = 2) and c = 3 | and(or(a, b), c)
                    not a = 1 and b = 2 | and(not(a), b)
                    not (a = 1 and b = 2) | not(and(a, b))
                    not not a = 1 | not(not(a))
                    ((a = 1)) | a
                    (a) = 1 and ((b) + 1) * 2 > 3 | and(a, op)
                    """)
    void logicalOperatorsBindAsInTheSpecification(String text, String shown) {
        assertThat(shown(where(text))).isEqualTo(shown);
    }

    private static String shown(Condition condition) {
        return switch (condition) {
            case Condition.And(var all) -> "and(" + shown(all) + ")";
            case Condition.Or(var any) -> "or(" + shown(any) + ")";
            case Condition.Not(var negated) -> "not(" + shown(negated) + ")";
            case Comparison(Expression.Path path, _, _, _) -> path.text();
            default -> "op";
        };
    }

    private static String shown(List<Condition> conditions) {
        return String.join(", ", conditions.stream().map(JdqlTest::shown).toList());
    }

    @Test
    void everyComparisonIsRead() {
        for (var operator : Operator.values()) {
            assertThat(((Comparison) where("a " + operator.symbol() + " 1")).operator())
                    .isEqualTo(operator);
        }
        assertThat(((Condition.Between) where("a between 1 and 2 + 3")).isNegated()).isFalse();
        assertThat(((Condition.Between) where("a + 1 not between 1 and 2")).isNegated()).isTrue();
        assertThat(((Condition.In) where("a in (1, ?1, 'x', b.C)")).items()).hasSize(4);
        assertThat(((Condition.In) where("a not in ?1")).isNegated()).isTrue();
        assertThat(((Condition.Like) where("a like 'x%'")).isNegated()).isFalse();
        assertThat(((Condition.Like) where("lower(a) not like :p")).isNegated()).isTrue();
        assertThat(((Condition.Member) where("?1 not member of a.b")).isNegated()).isTrue();
        assertThat(((Condition.Member) where("('x') MEMBER a")).isNegated()).isFalse();
        assertThat(((Condition.IsEmpty) where("a.b is not empty")).isNegated()).isTrue();
        assertThat(((Condition.IsNull) where("a.b is null")).isNegated()).isFalse();
        assertThat(((Condition.IsNull) where("a IS NOT NULL")).isNegated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    where | There is the end of the query where a value is expected at line 1, column 6.
                    where a | There is the end of the query where a comparison, such as '=', IN, LIKE, BETWEEN or IS NULL, is expected at line 1, column 8.
                    where a = | There is the end of the query where a value is expected at line 1, column 10.
                    where a == 1 | There is '=' where a value is expected at line 1, column 10.
                    where a != 1 | '!=' means nothing at line 1, column 9.
                    where a = "x" | '"' means nothing at line 1, column 11.
                    where a = 'x | The text that begins has no end at line 1, column 11.
                    where a = 12x | '12x' is no number at line 1, column 11.
                    where a = 1.5L | '1.5L' is no number at line 1, column 11.
                    where a = 012 | '012' begins with a zero at line 1, column 11.
                    where a = 2147483648 | '2147483648' is too large at line 1, column 11.
                    where a = : | There is no name behind the colon at line 1, column 11.
                    where a = ?x | There is no number of a parameter behind the question mark at line 1, column 11.
                    where a = null | There is NULL where a value is expected at line 1, column 11.
                    where a between 1 or 2 | There is 'or' where AND is expected at line 1, column 19.
                    where a is 1 | There is '1' where NULL is expected at line 1, column 12.
                    where a in 1 | There is '1' where '(' is expected at line 1, column 12.
                    where a in () | There is ')' where a value is expected at line 1, column 13.
                    where (a = 1 | There is the end of the query where ')' is expected at line 1, column 13.
                    where a = 1) | There is ')' where SELECT, FROM, WHERE or ORDER BY, in this order, is expected at line 1, column 12.
                    where a = concat(b, c) | There is no function 'concat' at line 1, column 11.
                    where a = left(b) | left has 1 arguments at line 1, column 11.
                    where a = length(b, c) | length has 2 arguments at line 1, column 11.
                    where a = local x | There is 'x' where DATE, TIME or DATETIME is expected at line 1, column 17.
                    where a. = 1 | There is '=' where an attribute is expected at line 1, column 10.
                    select from Book | There is 'from' where an attribute is expected at line 1, column 8.
                    select a where b = 1 from Book | There is 'from' where SELECT, FROM, WHERE or ORDER BY, in this order, is expected at line 1, column 22.
                    select count(1) | There is '1' where THIS is expected at line 1, column 14.
                    select count(a) from Box b | There is 'a' where THIS is expected at line 1, column 14.
                    where id(a) = 1 | There is 'a' where THIS is expected at line 1, column 10.
                    from | There is the end of the query where the name of an entity is expected at line 1, column 5.
                    order title | There is 'title' where BY is expected at line 1, column 7.
                    order by | There is the end of the query where an attribute is expected at line 1, column 9.
                    update Box where a = 1 | There is 'where' where SET is expected at line 1, column 12.
                    update Box set a + 1 | There is '+' where '=' is expected at line 1, column 18.
                    delete Box | There is 'Box' where FROM is expected at line 1, column 8.
                    ) | There is ')' where SELECT, FROM, WHERE or ORDER BY, in this order, is expected at line 1, column 1.
                    select max(a) | There is 'max' at line 1, column 8.
                    select distinct a | There is 'distinct' at line 1, column 8.
                    from Box b join b.c d | There is 'join' at line 1, column 12.
                    from Box join b.c d | There is 'join' at line 1, column 10.
                    order by a nulls last | There is 'nulls' at line 1, column 12.
                    where a = 1 limit 3 | There is 'limit' at line 1, column 13.
                    insert into Box values (1) | There is 'insert' at line 1, column 1.
                    delete from Box order by a | There is 'order' where WHERE or the end of the query is expected at line 1, column 17.
                    """)
    void whatCannotBeReadIsToldWithItsPlace(String query, String fact) {
        assertThat(flaw(query).fact()).isEqualTo(fact);
        assertThat(flaw(query).remedy()).endsWith(".");
    }

    @Test
    void placesAreCountedInLines() {
        assertThat(flaw("select title\n  where title !").fact())
                .isEqualTo("'!' means nothing at line 2, column 15.");
    }
}
