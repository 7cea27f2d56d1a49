package dev.tenon.crud.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import dev.tenon.crud.internal.query.flaw.Source;
import dev.tenon.crud.internal.query.name.MethodName;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Statement;
import dev.tenon.crud.internal.query.tree.Statement.Delete;
import dev.tenon.crud.internal.query.tree.Statement.Select;
import dev.tenon.crud.internal.query.tree.Statement.Selection;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.EntityMapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of queries in the names of methods. */
class MethodNamesTest {

    private static final EntityMapping PERSON =
            new EntityMapping(
                    "x.Person",
                    "Person",
                    "person",
                    List.of(
                            Library.basic("name", "java.lang.String"),
                            Library.basic("age", "I"),
                            Library.basic("order", "I"),
                            Library.basic("handAndFoot", "I"),
                            Library.basic("signIn", "I"),
                            Library.basic("isOdd", "Z"),
                            Library.basic("note", "java.lang.String"),
                            Library.basic("homeCity", "java.lang.String"),
                            new Embedded(
                                    "home",
                                    "x.Address",
                                    false,
                                    List.of(
                                            Library.basic("city", "java.lang.String"),
                                            Library.basic("zipCode", "I")))));

    private static Statement read(String name) {
        var flaws = new Flaws(new Source.Name(name));
        var statement = MethodName.read(name, attributes(), flaws);
        assertThat(flaws.all()).isEmpty();
        return statement.orElseThrow();
    }

    private static List<QueryFlaw> flaws(String name) {
        var flaws = new Flaws(new Source.Name(name));
        assertThat(MethodName.read(name, attributes(), flaws)).isEmpty();
        return flaws.all();
    }

    private static Attributes attributes() {
        return new Attributes(PERSON, new Entities(List.of(PERSON)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    findByName | name = ?1
                    findPeopleByName | name = ?1
                    findByNameNot | name <> ?1
                    findByNameIgnoreCase | lower name = ?1
                    findByNameIgnoreCaseNot | lower name <> ?1
                    findByAgeLessThan | age < ?1
                    findByAgeLessThanEqual | age <= ?1
                    findByAgeGreaterThan | age > ?1
                    findByAgeGreaterThanEqual | age >= ?1
                    findByAgeNotGreaterThan | not(age > ?1)
                    findByAgeBetween | age between ?1 ?2
                    findByAgeNotBetween | age not between ?1 ?2
                    findByNameIgnoreCaseNotBetween | lower name not between ?1 ?2
                    findByNameLike | name like WHOLE ?1
                    findByNameNotLike | name not like WHOLE ?1
                    findByNameIgnoreCaseLike | lower name like WHOLE ?1
                    findByNameStartsWith | name like START ?1
                    findByNameEndsWith | name like END ?1
                    findByNameContains | name like ANYWHERE ?1
                    findByNameNotContains | name not like ANYWHERE ?1
                    findByNameIn | name in ?1
                    findByNameNotIn | name not in ?1
                    findByNameNull | name is null
                    findByNameNotNull | name is not null
                    findByIsOddTrue | isOdd = true
                    findByIsOddFalse | isOdd = false
                    findByIsOddNotTrue | isOdd = false
                    findByNote | note = ?1
                    findByNoteNot | note <> ?1
                    findBySignIn | signIn = ?1
                    findBySignInIn | signIn in ?1
                    findByOrder | order = ?1
                    findByOrderAndAge | and(order = ?1, age = ?2)
                    findByHandAndFootAndAge | and(handAndFoot = ?1, age = ?2)
                    findByAgeBetweenAndNameOrIsOddTrueAndOrder | or(and(age between ?1 ?2, name = ?3), and(isOdd = true, order = ?4))
                    findByNameOrAgeOrOrder | or(name = ?1, age = ?2, order = ?3)
                    findByHomeCity | homeCity = ?1
                    findByHome_City | home.city = ?1
                    findByHomeZipcode | home.zipCode = ?1
                    findByHome_zipCode | home.zipCode = ?1
                    """)
    void conditionsAreRead(String name, String shown) {
        assertThat(shown(read(name).where().orElseThrow())).isEqualTo(shown);
    }

    private static String shown(Condition condition) {
        return switch (condition) {
            case Condition.And(var all) -> "and(" + shown(all) + ")";
            case Condition.Or(var any) -> "or(" + shown(any) + ")";
            case Condition.Not(var negated) -> "not(" + shown(negated) + ")";
            case Condition.Comparison(var left, var operator, var right, var ignoresCase) ->
                    lower(ignoresCase) + shown(left) + " " + operator.symbol() + " " + shown(right);
            case Condition.Between(var operand, var low, var high, var not, var ignoresCase) ->
                    lower(ignoresCase)
                            + shown(operand)
                            + not(not)
                            + " between "
                            + shown(low)
                            + " "
                            + shown(high);
            case Condition.Like(var operand, var pattern, var place, var not, var ignoresCase) ->
                    lower(ignoresCase)
                            + shown(operand)
                            + not(not)
                            + " like "
                            + place
                            + " "
                            + shown(pattern);
            case Condition.In(var operand, var items, var not, _) ->
                    shown(operand) + not(not) + " in " + shown(items.getFirst());
            case Condition.IsNull(var operand, var not) ->
                    shown(operand) + " is" + not(not) + " null";
            case Condition.Member _, Condition.IsEmpty _ -> throw new AssertionError(condition);
        };
    }

    private static String shown(List<Condition> conditions) {
        return String.join(", ", conditions.stream().map(MethodNamesTest::shown).toList());
    }

    private static String shown(Expression expression) {
        return switch (expression) {
            case Expression.Path path -> path.text();
            case Expression.Positional(var position, _) -> "?" + position;
            case Expression.Literal(var value, _) -> value.toString();
            default -> throw new AssertionError(expression);
        };
    }

    private static String lower(boolean ignoresCase) {
        return ignoresCase ? "lower " : "";
    }

    private static String not(boolean isNegated) {
        return isNegated ? " not" : "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    findByNameOrderByAge | age asc
                    findByOrderByAge | age asc
                    findOrderByAgeDesc | age desc
                    findAllOrderByAgeDescNameAsc | age desc, name asc
                    findAllOrderByAgeDescName | age desc, name asc
                    findByNameOrderByNameIgnoreCaseDescHome_cityAsc | lower name desc, home.city asc
                    findByOrderOrderByOrderAsc | order asc
                    """)
    void ordersAreRead(String name, String shown) {
        assertThat(((Select) read(name)).order())
                .extracting(s ->
                        lower(s.ignoresCase())
                                + shown(s.attribute())
                                + (s.isAscending() ? " asc" : " desc"))
                .containsExactly(shown.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"findFirstByName, 1", "findFirst10ByName, 10", "findFirst3PeopleOrderByAge, 3"})
    void limitsAreRead(String name, int limit) {
        assertThat(((Select) read(name)).limit()).hasValue(limit);
    }

    @Test
    void actionsAreRead() {
        assertThat(((Select) read("findAll")).selection()).isEqualTo(new Selection.Whole());
        assertThat(((Select) read("find")).limit()).isEmpty();
        assertThat(((Select) read("countByAge")).selection()).isEqualTo(new Selection.Count());
        assertThat(((Select) read("existsByAge")).selection()).isEqualTo(new Selection.Existence());
        assertThat(read("deleteByAge")).isInstanceOf(Delete.class);
        assertThat(MethodName.isQuery("findings")).isFalse();
        assertThat(MethodName.isQuery("deleteAll")).isTrue();
    }

    @Test
    void unknownAttributesAreAllToldWithTheNearest() {
        assertThat(flaws("findByNameAndAgesAndHomeCtyOrderByFooDesc"))
                .extracting(QueryFlaw::fact)
                .containsExactly(
                        "No attribute is called 'Ages' in 'Ages' of the method's name.",
                        "No attribute is called 'HomeCty' in 'HomeCty' of the method's name.",
                        "No attribute is called 'FooDesc' in 'FooDesc' of the method's name.");
        assertThat(flaws("findByAgesLessThan").getFirst())
                .isEqualTo(
                        new QueryFlaw(
                                "No attribute is called 'Ages' in 'AgesLessThan' of the method's"
                                        + " name.",
                                "The entity Person has: name, age, order, handAndFoot, signIn,"
                                        + " isOdd, note, homeCity, home, home.city, home.zipCode.",
                                "Write 'Age' instead, or say with @Query what the method does."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    deleteFirstByName | First limits what 'delete' does in 'First' of the method's name.
                    countByNameOrderByAge | OrderBy sorts what 'count' does in 'OrderBy' of the method's name.
                    findFirst0ByName | '0' is no number of rows in 'First0' of the method's name.
                    deleteBy | Nothing stands behind By in 'By' of the method's name.
                    findByNameAnd | No attribute is called 'NameAnd' in 'NameAnd' of the method's name.
                    """)
    void whatANameCannotSayIsRefused(String name, String fact) {
        assertThat(flaws(name)).extracting(QueryFlaw::fact).containsExactly(fact);
    }

    @ParameterizedTest
    @CsvSource({
        "findByNameStartsWithIgnoreCase, findByNameIgnoreCaseStartsWith",
        "findByNameContainingAllIgnoreCase, findByNameIgnoreCaseContains",
        "findByNameNotLikeIgnoreCaseAndAge, findByNameIgnoreCaseNotLikeAndAge",
        "findByAgeAndNameIsNotNullOrderByAge, findByAgeAndNameNotNullOrderByAge",
        "findByHome_CityIsNotIn, findByHome_CityNotIn",
        "findByIsOddIsTrue, findByIsOddTrue",
        "findByAgeIsAfter, findByAgeGreaterThan",
        "findByNameEquals, findByName",
        "findTop10ByName, findFirst10ByName",
        "findDistinctTopByName, findFirstByName",
    })
    void aNameAsOtherFrameworksHaveItIsToldAsItIsHere(String name, String right) {
        assertThat(flaws(name))
                .extracting(QueryFlaw::remedy)
                .containsExactly("Name the method " + right + ".");
        assertThat(read(right)).isNotNull();
    }

    @Test
    void whatStandsBeforeByIsIgnoredIfItLimitsNothing() {
        assertThat(read("findTopicsByName")).isInstanceOf(Select.class);
    }
}
