package dev.tenon.crud.internal.query;

import static dev.tenon.crud.internal.query.Library.facts;
import static dev.tenon.crud.internal.query.Library.flaws;
import static dev.tenon.crud.internal.query.Library.many;
import static dev.tenon.crud.internal.query.Library.name;
import static dev.tenon.crud.internal.query.Library.parameter;
import static dev.tenon.crud.internal.query.Library.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.internal.query.check.AnnotatedOrder;
import dev.tenon.crud.internal.query.check.AnnotatedOrder.OrderBy;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with queries that can be read, as people are told it. */
class QueryFlawsTest {

    @Test
    void anUnknownAttributeIsToldWithTheNearest() {
        assertThat(flaws(text("where titles = 'x'")))
                .containsExactly(
                        new QueryFlaw(
                                "There is no attribute 'titles' at line 1, column 7.",
                                "The entity Book has: isbn, title, subtitle, pages, price, weight,"
                                        + " genre, shelf, published, added, lent, initial, place,"
                                        + " place.room, place.row, author, author.number, author.name,"
                                        + " author.worth, tags, version.",
                                "Write 'title' instead."));
    }

    @Test
    void allFlawsAreFoundAtOnce() {
        assertThat(
                        facts(
                                text(
                                        "select titel where pagse = 1 and (lent = 3 or not price ="
                                                + " 'x') order by foo",
                                        parameter("a", "I"))))
                .containsExactly(
                        "There is no attribute 'titel' at line 1, column 8.",
                        "There is no attribute 'pagse' at line 1, column 20.",
                        "A value of the type Integer stands beside one of the type boolean at line"
                                + " 1, column 42.",
                        "A value of the type String stands beside one of the type BigDecimal at"
                                + " line 1, column 59.",
                        "There is no attribute 'foo' at line 1, column 73.",
                        "The query does not use the parameter number 1 'a' of the method.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    from Boook => There is no entity 'Boook' at line 1, column 6.
                    where title = 1 => A value of the type Integer stands beside one of the type String at line 1, column 15.
                    where 1 = title => A value of the type String stands beside one of the type Integer at line 1, column 11.
                    where title + 1 = 2 => A value of the type String stands beside '+' at line 1, column 7.
                    where pages || 'x' = 'x' => A value of the type int stands beside '||' at line 1, column 7.
                    where abs(title) = 1 => A value of the type String stands beside 'abs' at line 1, column 11.
                    where length(pages) = 1 => A value of the type int stands beside 'length' at line 1, column 14.
                    where left(title, 1.5) = '' => A value of the type Double stands beside 'left' at line 1, column 19.
                    where pages like 'x' => A value of the type int stands beside 'like' at line 1, column 7.
                    where pages between 1 and 'x' => A value of the type String stands beside one of the type int at line 1, column 27.
                    where pages in (1, 'x') => A value of the type String stands beside one of the type int at line 1, column 20.
                    where place = 1 => Something else stands beside the embedded attribute 'place' at line 1, column 15.
                    where place.room < 1 => A value of the type Integer stands beside one of the type String at line 1, column 20.
                    where place + 1 = 2 => The attribute 'place' has no value of its own at line 1, column 7.
                    where tags = 'x' => The attribute 'tags' has no value of its own at line 1, column 7.
                    where 1 member of tags => A value of the type Integer stands beside one of the type String at line 1, column 7.
                    where 'x' member of title => The attribute 'title' is no collection, as is expected at line 1, column 21.
                    where title is empty => The attribute 'title' is no collection, as is expected at line 1, column 7.
                    select tags => The attribute 'tags' has no value of its own at line 1, column 8.
                    where genre = Genre.NOVELL => The enum Library.Genre has no constant 'NOVELL', named at line 1, column 15.
                    where genre = java.time.DayOfWeek.MONDAY => 'java.time.DayOfWeek.MONDAY' is no constant of the enum dev.tenon.crud.internal.query.Library.Genre, at line 1, column 15.
                    where title = Genre.NOVEL => There is no attribute 'Genre.NOVEL' at line 1, column 15.
                    order by place => The attribute 'place' has no value of its own at line 1, column 10.
                    update Book set isbn = 'x' => The key 'isbn' is set at line 1, column 17.
                    update Book set pages = null => The attribute 'pages' is set to NULL at line 1, column 17.
                    update Book set pages = 1.5 => A value of the type Double is stored as one of the type int at line 1, column 25.
                    update Book set initial = 'xy' => A value of the type String is stored as one of the type char at line 1, column 27.
                    update Book set pages = 'x' => A value of the type String stands beside one of the type int at line 1, column 25.
                    update Book set author.name = 'x' => The attribute 'author.name' is set at line 1, column 17.
                    update Book set tags = 'x' => The attribute 'tags' has no value of its own at line 1, column 17.
                    where pages = :x => There is no parameter with the name 'x' at line 1, column 15.
                    where pages = ?1 => There is no parameter for the argument number 1 at line 1, column 15.
                    where pages in ?1 => There is no parameter for the argument number 1 at line 1, column 16.
                    """)
    void eachFlawIsToldWithItsPlace(String query, String fact) {
        assertThat(facts(text(query))).containsExactly(fact);
    }

    @Test
    void parametersHaveTheTypesOfWhatTheyStandBeside() {
        assertThat(flaws(text("where title = :title", parameter("title", "I"))))
                .containsExactly(
                        new QueryFlaw(
                                "A value of the type int stands beside one of the type String at"
                                        + " line 1, column 15.",
                                "The two are never equal.",
                                "Give the parameter the type String."));
        assertThat(facts(text("where isbn = ?1", many("x", "java.lang.String"))))
                .containsExactly(
                        "An argument with several values stands where one is expected at line 1,"
                                + " column 14.");
        assertThat(facts(text("where isbn in ?1", many("x", "java.lang.Long"))))
                .containsExactly(
                        "Values of the type Long stand beside one of the type String at line 1,"
                                + " column 15.");
        assertThat(facts(text("where author > ?1", parameter("x", "library.Author"))))
                .containsExactly("Values of the type Author are put in order at line 1, column 7.");
        assertThat(facts(text("where place = ?1", parameter("x", "library.Other")))).hasSize(1);
        assertThat(facts(text("where place < ?1", parameter("x", Library.PLACE))))
                .contains("The embedded attribute 'place' is put in order at line 1, column 7.");
    }

    @Test
    void parametersAreNamedOrNumberedAndAllOfThemUsed() {
        var x = parameter("x", "I");
        var y = parameter("y", "I");
        assertThat(facts(text("where pages = :x and pages = ?2", x, y)))
                .containsExactly("The query has parameters by name and parameters by position.");
        assertThat(facts(text("where pages = ?2", x, y)))
                .containsExactly(
                        "The query does not use the parameter number 1 'x' of the method.");
        assertThat(flaws(text("where pages = :xx", x)).getFirst().cause())
                .isEqualTo("The parameters of the method are x.");
        assertThat(facts(text("where pages = ?1 and pages < ?1", x))).isEmpty();
    }

    @Test
    void aNameOfAMethodFitsItsParameters() {
        assertThat(facts(name("findByPagesAndTitle", parameter("x", "I"))))
                .containsExactly(
                        "There is no parameter for the argument number 2 in 'Title' of the"
                                + " method's name.");
        assertThat(facts(name("findByPages", parameter("x", "I"), parameter("y", "I"))))
                .containsExactly(
                        "The query does not use the parameter number 2 'y' of the method.");
        assertThat(facts(name("findByPagesLessThan", parameter("x", "java.lang.String"))))
                .containsExactly(
                        "A value of the type String stands beside one of the type int in"
                                + " 'PagesLessThan' of the method's name.");
        assertThat(facts(name("findByPagesIgnoreCase", parameter("x", "I"))))
                .containsExactly(
                        "IgnoreCase is said of a value of the type int in 'PagesIgnoreCase' of"
                                + " the method's name.");
        assertThat(facts(name("findByPagesTrue")))
                .containsExactly(
                        "A value of the type boolean stands beside one of the type int in"
                                + " 'PagesTrue' of the method's name.");
        assertThat(facts(name("findByLentOrderByPagesIgnoreCaseAsc", parameter("x", "Z"))))
                .containsExactly(
                        "Rows are sorted by 'pages' ignoring case in 'PagesIgnoreCase' of the"
                                + " method's name.");
    }

    @Test
    void parametersStandForAttributes() {
        assertThat(
                        facts(
                                Library.parameters(
                                        List.of("titel", "pages"),
                                        parameter("titel", "java.lang.String"),
                                        parameter("pages", "java.lang.String"))))
                .containsExactly(
                        "There is no attribute 'titel' for the parameter number 1, 'titel'.",
                        "A value of the type String stands beside one of the type int for the"
                                + " parameter number 2, 'pages'.");
        assertThat(
                        facts(
                                Library.parameters(
                                        List.of("place_row"),
                                        parameter("place_row", "java.lang.Integer"))))
                .isEmpty();
    }

    @Test
    void annotationsSortByAttributes() {
        var wrong = new OrderBy("titel", true, false);
        var right = new OrderBy("id(this)", false, false);
        assertThat(facts(text("", Library.sorted(right, wrong))))
                .containsExactly("There is no attribute 'titel' in @OrderBy(\"titel\").");
        assertThat(facts(text("delete from Book", Library.sorted(right))))
                .containsExactly("The method has @OrderBy, and returns no rows.");
    }

    @Test
    void theEntityIsNamedOrKnown() {
        var unknown = new QueryMethod(Optional.empty(), List.of(), AnnotatedOrder.NONE);
        assertThat(facts(text("where title = 'x'", unknown)))
                .containsExactly("The query names no entity.");
        assertThat(facts(text("from Author", unknown))).isEmpty();
    }
}
