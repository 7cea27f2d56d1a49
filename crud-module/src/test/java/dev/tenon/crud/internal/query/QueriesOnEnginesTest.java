package dev.tenon.crud.internal.query;

import static dev.tenon.crud.internal.query.Library.many;
import static dev.tenon.crud.internal.query.Library.name;
import static dev.tenon.crud.internal.query.Library.parameter;
import static dev.tenon.crud.internal.query.Library.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.crud.internal.query.Library.Genre;
import dev.tenon.crud.internal.query.Library.Shelf;
import dev.tenon.crud.internal.query.LiveLibrary.Author;
import dev.tenon.crud.internal.query.LiveLibrary.Book;
import dev.tenon.crud.internal.query.LiveLibrary.Place;
import dev.tenon.crud.internal.query.check.QueryParameter;
import dev.tenon.crud.internal.query.render.Window;
import jakarta.data.Limit;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What queries find, and what they change, in real databases. */
@ParameterizedClass
@EnumSource(RealEngine.class)
class QueriesOnEnginesTest {

    private static final String STRING = "java.lang.String";
    private static final LocalDate DAY = LocalDate.of(2020, 2, 29);

    private final RealEngine engine;

    @TempDir Path folder;
    private LiveLibrary library;

    QueriesOnEnginesTest(RealEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void fillTheLibrary() throws SQLException {
        library = new LiveLibrary(engine, folder);
        library.addAuthor(1, "Woolf");
        library.addAuthor(2, "Borges");
        library.add(
                new Book(
                        "a",
                        "Orlando",
                        "A Biography",
                        300,
                        new BigDecimal("10.10"),
                        0.5,
                        Genre.NOVEL,
                        Shelf.UPPER,
                        DAY,
                        LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_000),
                        false,
                        'O',
                        new Place("North", 1),
                        1L,
                        1),
                new Book(
                        "b",
                        "orlando furioso",
                        null,
                        7,
                        new BigDecimal("20.00"),
                        1.5,
                        Genre.POETRY,
                        Shelf.LOWER,
                        DAY.plusDays(1),
                        null,
                        true,
                        'o',
                        new Place("North", null),
                        null,
                        1),
                new Book(
                        "c",
                        "50% [off] *all*",
                        "Größe_Übermaß",
                        -7,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        '5',
                        null,
                        2L,
                        1),
                new Book(
                        "d",
                        "Ficciones\\!",
                        "",
                        150,
                        new BigDecimal("10.09"),
                        0.1,
                        Genre.ESSAY,
                        Shelf.UPPER,
                        DAY,
                        LocalDateTime.of(1999, 12, 31, 23, 59, 59),
                        false,
                        'F',
                        new Place("South", 2),
                        2L,
                        1));
    }

    @AfterEach
    void close() throws SQLException {
        library.close();
    }

    private List<String> found(String condition, Object... arguments) throws SQLException {
        return library.find(text(condition + " order by id"), arguments);
    }

    private List<String> found(String condition, QueryParameter parameter, Object argument)
            throws SQLException {
        return library.find(text(condition + " order by id", parameter), argument);
    }

    @Test
    void theEmptyQueryFindsEverything() throws SQLException {
        assertThat(library.find(text(" "))).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(library.find(text("from Book order by isbn desc")))
                .containsExactly("d", "c", "b", "a");
    }

    @Test
    void comparisonsWork() throws SQLException {
        assertThat(found("where pages > 7")).containsExactly("a", "d");
        assertThat(found("where pages >= 7 and pages <> 150")).containsExactly("a", "b");
        assertThat(found("where 7 = pages")).containsExactly("b");
        assertThat(found("where price = 10.10")).containsExactly("a");
        assertThat(found("where price < 10.1")).containsExactly("d");
        assertThat(found("where weight = 0.1d or weight > 1")).containsExactly("b", "d");
        assertThat(found("where lent = true")).containsExactly("b", "c");
        assertThat(found("where lent <> true")).containsExactly("a", "d");
        assertThat(found("where initial = 'o'")).containsExactly("b");
        assertThat(found("where title = 'Orlando'")).containsExactly("a");
    }

    @Test
    void argumentsOfEveryKindAreCompared() throws SQLException {
        assertThat(found("where title = :x", parameter("x", STRING), "Orlando"))
                .containsExactly("a");
        assertThat(found("where pages < ?1", parameter("x", "J"), 100L)).containsExactly("b", "c");
        assertThat(
                        found(
                                "where price >= ?1",
                                parameter("x", "java.math.BigDecimal"),
                                new BigDecimal("10.10")))
                .containsExactly("a", "b");
        assertThat(
                        found(
                                "where price * 2 > ?1",
                                parameter("x", "java.math.BigDecimal"),
                                BigDecimal.valueOf(21)))
                .containsExactly("b");
        assertThat(found("where published = ?1", parameter("x", "java.time.LocalDate"), DAY))
                .containsExactly("a", "d");
        assertThat(
                        found(
                                "where added > ?1",
                                parameter("x", "java.time.LocalDateTime"),
                                LocalDateTime.of(2024, 1, 2, 3, 4, 5, 677_000)))
                .containsExactly("a");
        assertThat(found("where lent = ?1", parameter("x", "Z"), true)).containsExactly("b", "c");
        assertThat(found("where initial = ?1", parameter("x", "C"), 'F')).containsExactly("d");
        assertThat(found("where genre = ?1", parameter("x", Library.GENRE), Genre.ESSAY))
                .containsExactly("d");
        assertThat(found("where ?1 = shelf", parameter("x", Library.SHELF), Shelf.UPPER))
                .containsExactly("a", "d");
        assertThat(found("where subtitle = ?1", parameter("x", STRING), null)).isEmpty();
    }

    @Test
    void constantsOfEnumsAreFoundInTheFormInWhichTheyAreStored() throws SQLException {
        assertThat(found("where genre = " + Library.GENRE.replace('$', '.') + ".NOVEL"))
                .containsExactly("a");
        assertThat(found("where genre <> Genre.NOVEL")).containsExactly("b", "d");
        assertThat(found("where shelf in (Shelf.LOWER)")).containsExactly("b");
        assertThat(found("where Shelf.UPPER = shelf")).containsExactly("a", "d");
    }

    @Test
    void constantsOfEnumsAreSortedAsInJava() throws SQLException {
        assertThat(library.find(text("where genre is not null order by genre")))
                .containsExactly("a", "b", "d");
        assertThat(library.find(text("where shelf is not null order by shelf desc, isbn")))
                .containsExactly("b", "a", "d");
    }

    @Test
    void patternsMeanEachCharacterButTwo() throws SQLException {
        assertThat(found("where title like 'Or%'")).containsExactly("a");
        assertThat(found("where title like 'or%'")).containsExactly("b");
        assertThat(found("where title not like '%or%'")).containsExactly("a", "c", "d");
        assertThat(found("where title like '50_ [off] *all*'")).containsExactly("c");
        assertThat(found("where title like '%[%'")).containsExactly("c");
        assertThat(found("where title like '%*'")).containsExactly("c");
        assertThat(found("where title like '%?%'")).isEmpty();
        assertThat(found("where title like '%\\!'")).containsExactly("d");
        assertThat(found("where subtitle like 'Gr__e_%ma_'")).containsExactly("c");
        assertThat(found("where subtitle like '%ü%'")).isEmpty();
        assertThat(found("where subtitle like ?1", parameter("x", STRING), "%_Ü%"))
                .containsExactly("c");
        assertThat(found("where title like title")).containsExactly("a", "b", "c", "d");
        assertThat(found("where title like 'x' || title")).isEmpty();
    }

    @Test
    void namesOfMethodsFindPartsOfTexts() throws SQLException {
        var text = parameter("text", STRING);
        assertThat(library.find(name("findByTitleContainsOrderByIsbn", text), "rl"))
                .containsExactly("a", "b");
        assertThat(library.find(name("findByTitleStartsWith", text), "50")).containsExactly("c");
        assertThat(library.find(name("findByTitleEndsWith", text), "\\!")).containsExactly("d");
        assertThat(library.find(name("findByTitleIgnoreCaseStartsWithOrderById", text), "ORLANDO"))
                .containsExactly("a", "b");
        assertThat(library.find(name("findByTitleIgnoreCaseNot", text), "ORLANDO"))
                .containsExactlyInAnyOrder("b", "c", "d");
        assertThat(library.find(name("findBySubtitleNotContains", text), "Bio"))
                .containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void rangesAndListsWork() throws SQLException {
        assertThat(found("where pages between 7 and 150")).containsExactly("b", "d");
        assertThat(found("where pages not between 7 and 150")).containsExactly("a", "c");
        assertThat(found("where title in ('Orlando', 'x')")).containsExactly("a");
        assertThat(found("where pages not in (7, 300)")).containsExactly("c", "d");
    }

    @Test
    void aBoundCanBeAnAttribute() throws SQLException {
        assertThat(found("where ?1 between pages and 200", parameter("x", "I"), 100))
                .containsExactly("b", "c");
        assertThat(
                        found(
                                "where ?1 between shelf and shelf",
                                parameter("x", Library.SHELF),
                                Shelf.UPPER))
                .containsExactly("a", "d");
    }

    @Test
    void anArgumentCanHoldAnyNumberOfValues() throws SQLException {
        var isbns = many("x", STRING);
        assertThat(found("where isbn in ?1", isbns, Set.of())).isEmpty();
        assertThat(found("where isbn not in ?1", isbns, Set.of()))
                .containsExactly("a", "b", "c", "d");
        assertThat(found("where isbn in (?1)", isbns, Set.of("a", "c", "x")))
                .containsExactly("a", "c");
        assertThat(found("where isbn not in :x", isbns, List.of("a", "c")))
                .containsExactly("b", "d");
        assertThat(found("where isbn in ?1", isbns, new String[] {"d"})).containsExactly("d");
        assertThat(found("where genre in ?1", many("x", Library.GENRE), EnumSet.allOf(Genre.class)))
                .containsExactly("a", "b", "d");
        assertThat(found("where shelf in ?1", many("x", Library.SHELF), Set.of(Shelf.LOWER)))
                .containsExactly("b");
        assertThat(found("where pages in ?1", many("x", "I"), new int[] {7, 300}))
                .containsExactly("a", "b");
        var numbers = IntStream.rangeClosed(1, 20_000).boxed().toList();
        assertThat(found("where pages in ?1", many("x", "java.lang.Integer"), numbers))
                .containsExactly("a", "b", "d");
        assertThat(
                        library.find(
                                name("findByTitleIgnoreCaseIn", many("x", STRING)),
                                Set.of("ORLANDO", "FICCIONES\\!")))
                .containsExactlyInAnyOrder("a", "d");
    }

    @Test
    void absentValuesAreAskedForByThemselves() throws SQLException {
        assertThat(found("where subtitle is null")).containsExactly("b");
        assertThat(found("where subtitle is not null")).containsExactly("a", "c", "d");
        assertThat(found("where place is null")).containsExactly("c");
        assertThat(found("where place is not null")).containsExactly("a", "b", "d");
        assertThat(library.find(name("findByGenreNull"))).containsExactly("c");
        assertThat(library.find(name("findByLentTrueAndGenreNotNull"))).containsExactly("b");
    }

    @Test
    void notBindsTighterThanAndAndThatTighterThanOr() throws SQLException {
        assertThat(found("where lent = true or pages = 300 and lent = true"))
                .containsExactly("b", "c");
        assertThat(found("where (lent = true or pages = 300) and lent = false"))
                .containsExactly("a");
        assertThat(found("where not lent = true and pages = 300")).containsExactly("a");
        assertThat(found("where not (lent = true and pages = 7)")).containsExactly("a", "c", "d");
    }

    @Test
    void numbersAreComputedAsInJava() throws SQLException {
        assertThat(found("where pages / 2 = 3")).containsExactly("b");
        assertThat(found("where pages / 2 = -3")).containsExactly("c");
        assertThat(found("where pages / 2.0 = 3.5")).containsExactly("b");
        assertThat(found("where 2 * -3 + 5 = -1 and pages = 7")).containsExactly("b");
        assertThat(found("where abs(pages) = 7")).containsExactly("b", "c");
        assertThat(found("where -pages = 7")).containsExactly("c");
        assertThat(found("where (pages + 3) * 10 = 100")).containsExactly("b");
        assertThat(found("where price / 2 = 10.0")).containsExactly("b");
        assertThat(found("where 100 - pages - 50 = 43")).containsExactly("b");
        assertThat(library.find(text("from Author where worth / 2 = 3.5"))).hasSize(2);
        assertThat(
                        library.find(
                                text(
                                        "where :rate * weight <= :max order by id",
                                        parameter("rate", "D"),
                                        parameter("max", "D")),
                                2.0,
                                1.0))
                .containsExactly("a", "d");
    }

    @Test
    void textsAreTakenApartAndPutTogether() throws SQLException {
        assertThat(found("where length(subtitle) = 13")).containsExactly("c");
        assertThat(found("where lower(title) = 'orlando'")).containsExactly("a");
        assertThat(found("where upper(title) = 'ORLANDO'")).containsExactly("a");
        assertThat(found("where left(title, 3) = 'Orl'")).containsExactly("a");
        assertThat(found("where left(title, 0) = '' and lent = true")).containsExactly("b", "c");
        assertThat(found("where right(title, 4) = 'ioso'")).containsExactly("b");
        assertThat(found("where right(title, 0) = '' and lent = true")).containsExactly("b", "c");
        assertThat(found("where right(title, 100) = 'Orlando'")).containsExactly("a");
        assertThat(found("where isbn || ':' || title = 'a:Orlando'")).containsExactly("a");
        assertThat(
                        library.find(
                                text(
                                        "where :x || :y = title",
                                        parameter("x", STRING),
                                        parameter("y", STRING)),
                                "Orl",
                                "ando"))
                .containsExactly("a");
        assertThat(found("where lower(?1) = lower(title)", parameter("x", STRING), "ORLANDO"))
                .containsExactly("a");
    }

    @Test
    void theClockIsThatOfTheDatabase() throws SQLException {
        assertThat(found("where published < local date")).containsExactly("a", "b", "d");
        assertThat(found("where added < local datetime")).containsExactly("a", "d");
        assertThat(found("where local time = local time and pages = 7")).containsExactly("b");
        library.change(text("update Book set published = local date, added = local datetime"));
        assertThat(found("where published = local date")).hasSize(4);
        assertThat(
                        found(
                                "where added between ?1 and local datetime",
                                parameter("x", "java.time.LocalDateTime"),
                                LocalDateTime.now(java.time.ZoneId.systemDefault())
                                        .minusMinutes(5)))
                .hasSize(4);
    }

    /** Jakarta Data 1.0, "Equality and inequality operators" and those that follow. */
    @Test
    void noConditionIsMetByNull() throws SQLException {
        var text = parameter("x", STRING);
        var place = parameter("x", Library.PLACE);
        var author = parameter("x", "library.Author");
        var genre = parameter("x", Library.GENRE);
        for (var where :
                List.of(
                        "subtitle = ?1",
                        "subtitle <> ?1",
                        "not subtitle = ?1",
                        "subtitle < ?1",
                        "subtitle like ?1",
                        "subtitle not like ?1",
                        "subtitle in (?1)",
                        "subtitle not in (?1, 'A Biography')",
                        "subtitle between ?1 and 'z'",
                        "subtitle not between ?1 and 'A'",
                        "subtitle not between 'z' and ?1",
                        "not subtitle between ?1 and 'A'",
                        "not subtitle in (?1, 'A Biography')")) {
            assertThat(found("where " + where, text, null)).as(where).isEmpty();
        }
        for (var where :
                List.of(
                        "place = ?1",
                        "place <> ?1",
                        "not place = ?1",
                        "not place <> ?1",
                        "not (place = ?1 or title = 'x')",
                        "not (not (place = ?1))")) {
            assertThat(found("where " + where, place, null)).as(where).isEmpty();
        }
        assertThat(found("where not (place = ?1 and pages > 0)", place, null)).containsExactly("c");
        assertThat(found("where not (subtitle = ?1 and pages > 0)", text, null))
                .containsExactly("c");
        assertThat(found("where place = ?1", place, new Place(null, null))).isEmpty();
        assertThat(found("where place <> ?1", place, new Place(null, null)))
                .containsExactly("a", "b", "d");
        for (var where : List.of("author = ?1", "author <> ?1")) {
            assertThat(found("where " + where, author, null)).as(where).isEmpty();
        }
        for (var where : List.of("genre = ?1", "genre <> ?1")) {
            assertThat(found("where " + where, genre, null)).as(where).isEmpty();
        }
        assertThat(library.find(name("findByPlace", place), (Object) null)).isEmpty();
        assertThat(library.find(name("findByPlaceNot", place), (Object) null)).isEmpty();
    }

    @Test
    void embeddedValuesAreComparedAsOne() throws SQLException {
        var place = parameter("x", Library.PLACE);
        assertThat(found("where place = ?1", place, new Place("North", 1))).containsExactly("a");
        assertThat(found("where place = ?1", place, new Place("North", null))).containsExactly("b");
        assertThat(found("where place <> ?1", place, new Place("North", 1)))
                .containsExactly("b", "d");
        assertThat(found("where not place = ?1", place, new Place("North", 1)))
                .containsExactly("b", "d");
        assertThat(found("where place.room = 'North'")).containsExactly("a", "b");
        assertThat(library.find(name("findByPlaceRow", parameter("x", "I")), 2))
                .containsExactly("d");
        assertThat(
                        library.change(
                                text("update Book set place = ?1 where isbn = 'c'", place),
                                new Place("East", 9)))
                .isEqualTo(1);
        assertThat(found("where place.room = 'East' and place.row = 9")).containsExactly("c");
        assertThat(library.change(text("update Book set place = null where isbn = 'c'")))
                .isEqualTo(1);
        assertThat(found("where place is null")).containsExactly("c");
    }

    @Test
    void referencesAreFollowed() throws SQLException {
        assertThat(found("where author.name = 'Borges'")).containsExactly("c", "d");
        assertThat(found("where author.number = 1")).containsExactly("a");
        assertThat(found("where author = ?1", parameter("x", "library.Author"), new Author(1L, "")))
                .containsExactly("a");
        assertThat(found("where author is null")).containsExactly("b");
        assertThat(library.find(name("findByAuthorName", parameter("x", STRING)), "Woolf"))
                .containsExactly("a");
        assertThat(library.find(text("where author is not null order by author.name desc, isbn")))
                .containsExactly("a", "c", "d");
        assertThat(library.find(text("select author.name where isbn = 'a'")))
                .containsExactly("Woolf");
        assertThat(library.change(text("delete from Book where author.name = 'Borges'")))
                .isEqualTo(2);
    }

    @Test
    void collectionsAreLookedInto() throws SQLException {
        library.addTag("a", "old");
        library.addTag("a", "thick");
        library.addTag("c", "old");
        assertThat(found("where 'old' member of tags")).containsExactly("a", "c");
        assertThat(found("where ?1 not member tags", parameter("x", STRING), "thick"))
                .containsExactly("b", "c", "d");
        for (var where :
                List.of("?1 member of tags", "?1 not member of tags", "not ?1 member of tags")) {
            assertThat(found("where " + where, parameter("x", STRING), null)).as(where).isEmpty();
        }
        assertThat(found("where tags is not empty")).containsExactly("a", "c");
        assertThat(found("where tags is empty")).containsExactly("b", "d");
        assertThat(library.change(text("delete from Book where 'old' member of tags")))
                .isEqualTo(2);
    }

    @Test
    void theEntityCanHaveANameInTheQuery() throws SQLException {
        assertThat(library.find(text("select b.title from Book b where b.pages = 300")))
                .containsExactly("Orlando");
        assertThat(library.find(text("select b from Book as b where this.pages = 300")))
                .containsExactly("a");
    }

    @Test
    void attributesAreSelectedCountedAndAskedFor() throws SQLException {
        assertThat(library.find(text("select title where id(this) = 'a'")))
                .containsExactly("Orlando");
        assertThat(library.find(text("select id(this) where pages = 7"))).containsExactly("b");
        assertThat(library.count(text("select count(this) where lent = true"))).isEqualTo(2);
        assertThat(library.count(name("countByLentTrue"))).isEqualTo(2);
        assertThat(library.count(name("countAll"))).isEqualTo(4);
        assertThat(library.exists(name("existsByPages", parameter("x", "I")), 7)).isTrue();
        assertThat(library.exists(name("existsByPages", parameter("x", "I")), 8)).isFalse();
        assertThat(
                        library.find(
                                Library.parameters(
                                        List.of("lent", "id(this)"),
                                        parameter("lent", "Z"),
                                        parameter("isbn", STRING)),
                                true,
                                "b"))
                .containsExactly("b");
        assertThat(library.find(name("findById", parameter("id", STRING)), "d"))
                .containsExactly("d");
    }

    @Test
    void aChangeReadsWhatTheRowHadBefore() throws SQLException {
        var swap = text("update Book set title = isbn, subtitle = title where isbn = 'a'");
        var title = library.find(text("select title from Book where isbn = 'a'"));
        assertThat(library.change(swap)).isEqualTo(1);
        assertThat(library.find(text("select subtitle from Book where isbn = 'a'")))
                .isEqualTo(title);
        assertThat(library.find(text("select title from Book where isbn = 'a'")))
                .containsExactly("a");
    }

    @Test
    void rowsAreChangedAndDeleted() throws SQLException {
        assertThat(
                        library.change(
                                text(
                                        "update Book set pages = pages + ?1, title = title || '!',"
                                                + " subtitle = null, genre = Genre.ESSAY, shelf ="
                                                + " Shelf.LOWER, price = price / 2 where id = 'b'",
                                        parameter("x", "I")),
                                5))
                .isEqualTo(1);
        assertThat(
                        found(
                                "where pages = 12 and title = 'orlando furioso!' and subtitle is null"
                                        + " and genre = Genre.ESSAY and shelf = Shelf.LOWER and"
                                        + " price = 10.00"))
                .containsExactly("b");
        assertThat(library.change(name("deleteByPagesLessThan", parameter("x", "I")), 13))
                .isEqualTo(2);
        assertThat(library.change(text("delete from Book"))).isEqualTo(2);
        assertThat(library.change(name("deleteAll"))).isZero();
    }

    @Test
    void callsSortAndLimitWhatTheyWant() throws SQLException {
        var all = text("order by lent");
        assertThat(library.find(all, Window.sorted(List.of(Sort.desc("title")))))
                .startsWith("a")
                .hasSize(4);
        var byPages = List.<Sort<?>>of(Sort.asc("pages"));
        assertThat(library.find(text(""), Window.limited(byPages, Limit.of(2))))
                .containsExactly("c", "b");
        assertThat(library.find(text(""), Window.limited(byPages, Limit.range(2, 3))))
                .containsExactly("b", "d");
        assertThat(library.find(text(""), Window.page(byPages, PageRequest.ofPage(2).size(3), 1)))
                .containsExactly("a");
        assertThat(
                        library.find(
                                text("where title like '%rlando%'"),
                                Window.sorted(
                                        List.of(Sort.ascIgnoreCase("title"), Sort.asc("isbn")))))
                .containsExactly("a", "b");
        assertThat(library.find(name("findFirst2ByLentFalseOrderByPagesDesc")))
                .containsExactly("a", "d");
        assertThat(library.find(name("findFirstOrderByPages"))).containsExactly("c");
    }
}
