package dev.tenon.crud.internal.query;

import static dev.tenon.crud.internal.query.Library.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.crud.internal.query.Library.Genre;
import dev.tenon.crud.internal.query.Library.Shelf;
import dev.tenon.crud.internal.query.LiveLibrary.Book;
import dev.tenon.crud.internal.query.render.Window;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that begin behind a row hold together what one search finds, in its order. */
class KeysetPagesTest {

    private static final int BOOKS = 40;
    private static final int PAGE = 7;
    private static final List<String> SORTABLE =
            List.of("title", "subtitle", "pages", "price", "weight", "genre", "shelf", "lent");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void pagesOfEveryOrderAreTogetherTheWhole(RealEngine engine) throws SQLException {
        var random = new Random(6);
        var books = books(random);
        try (var library = new LiveLibrary(engine, folder)) {
            library.add(books.values().toArray(Book[]::new));
            for (int i = 0; i < 60; i++) {
                var sorts = sorts(random);
                var whole = library.find(text("where pages < 5"), Window.sorted(sorts));
                assertThat(walk(library, books, sorts, whole, true))
                        .as("forward by %s", sorts)
                        .isEqualTo(whole);
                assertThat(walk(library, books, sorts, whole, false))
                        .as("backward by %s", sorts)
                        .isEqualTo(whole.subList(0, whole.size() - 1));
            }
        }
    }

    /** Returns the rows of all pages behind the first row, with it, or before the last one. */
    private static List<String> walk(
            LiveLibrary library,
            Map<String, Book> books,
            List<Sort<?>> sorts,
            List<String> whole,
            boolean isForward)
            throws SQLException {
        var walked = new ArrayList<String>();
        var row = isForward ? whole.getFirst() : whole.getLast();
        if (isForward) {
            walked.add(row);
        }
        while (walked.size() <= BOOKS) {
            var cursor = cursor(books.get(row), sorts);
            var request = PageRequest.ofSize(PAGE);
            var page =
                    library.find(
                            text("where pages < 5"),
                            Window.page(
                                    sorts,
                                    isForward
                                            ? request.afterCursor(cursor)
                                            : request.beforeCursor(cursor),
                                    0));
            walked.addAll(page);
            if (page.size() < PAGE) {
                return isForward ? walked : walked.reversed();
            }
            row = page.getLast();
        }
        throw new AssertionError("The pages have no end: " + walked);
    }

    private static Cursor cursor(Book book, List<Sort<?>> sorts) {
        return Cursor.forKey(sorts.stream().map(s -> value(book, s.property())).toArray());
    }

    private static Object value(Book book, String property) {
        return switch (property) {
            case "title" -> book.title();
            case "subtitle" -> book.subtitle();
            case "pages" -> book.pages();
            case "price" -> book.price();
            case "weight" -> book.weight();
            case "genre" -> book.genre();
            case "shelf" -> book.shelf();
            case "lent" -> book.lent();
            default -> book.isbn();
        };
    }

    /** Returns some attributes, with the key at the end, which makes the order complete. */
    private static List<Sort<?>> sorts(Random random) {
        var attributes = new ArrayList<>(SORTABLE);
        Collections.shuffle(attributes, random);
        var sorts = new ArrayList<Sort<?>>();
        boolean isAscending = random.nextBoolean();
        boolean isUniform = random.nextBoolean();
        for (var attribute : attributes.subList(0, random.nextInt(4))) {
            boolean ignoresCase = attribute.endsWith("title") && random.nextBoolean();
            boolean isUp = isUniform ? isAscending : random.nextBoolean();
            sorts.add(new Sort<>(attribute, isUp, ignoresCase));
        }
        sorts.add(new Sort<>("isbn", isAscending, false));
        return sorts;
    }

    /** Returns books of which many have the same values, or none. */
    private static Map<String, Book> books(Random random) {
        var books = new LinkedHashMap<String, Book>();
        for (int i = 0; i < BOOKS; i++) {
            var isbn = "b" + random.nextInt(1_000_000);
            books.put(
                    isbn,
                    new Book(
                            isbn,
                            List.of("a", "A", "b", "B").get(random.nextInt(4)),
                            random.nextInt(3) == 0 ? null : "s" + random.nextInt(3),
                            random.nextInt(6),
                            random.nextInt(3) == 0
                                    ? null
                                    : BigDecimal.valueOf(random.nextInt(300), 2),
                            random.nextInt(3) == 0 ? null : random.nextInt(3) / 4.0,
                            random.nextInt(3) == 0 ? null : Genre.values()[random.nextInt(3)],
                            random.nextInt(3) == 0 ? null : Shelf.values()[random.nextInt(2)],
                            null,
                            null,
                            random.nextBoolean(),
                            'x',
                            null,
                            null,
                            0));
        }
        return books;
    }

    @ParameterizedTest
    @EnumSource
    void aCursorHasAValueForEachAttributeOfTheOrder(RealEngine engine) throws SQLException {
        try (var library = new LiveLibrary(engine, folder)) {
            var request = PageRequest.ofSize(PAGE).afterCursor(Cursor.forKey("x", "y"));
            var window = Window.page(List.of(Sort.asc("isbn")), request, 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> library.find(text(""), window))
                    .withMessage(
                            "The cursor has 2 values, and rows are sorted by 1 attributes (isbn)."
                                    + " Give it one value for each.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownAttributeInAnOrderIsNamedWithTheNearest(RealEngine engine) throws SQLException {
        try (var library = new LiveLibrary(engine, folder)) {
            var window = Window.sorted(List.of(Sort.asc("titel\" desc --")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> library.find(text(""), window))
                    .withMessageContaining("cannot be sorted by 'titel\" desc --'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            library.find(text(""), Window.sorted(List.of(Sort.asc("titles")))))
                    .withMessageEndingWith("Sort by 'title' instead.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            library.find(
                                    text(""), Window.sorted(List.of(Sort.ascIgnoreCase("pages")))))
                    .withMessageContaining("no text, whose case could be ignored");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> library.find(text(""), Window.sorted(List.of(Sort.asc("place")))))
                    .withMessageContaining("it has not one value");
        }
    }
}
