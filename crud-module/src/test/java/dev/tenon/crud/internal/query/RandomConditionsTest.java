package dev.tenon.crud.internal.query;

import static dev.tenon.crud.internal.query.Library.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.crud.internal.query.LiveLibrary.Book;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions made by chance find in a database what they find in Java. */
class RandomConditionsTest {

    private static final int CONDITIONS = 400;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theDatabaseFindsWhatJavaFinds(RealEngine engine) throws SQLException {
        var random = new RandomConditions(2026);
        var books =
                IntStream.range(0, 60)
                        .mapToObj(i -> random.book("b%02d".formatted(i)))
                        .toArray(Book[]::new);
        try (var library = new LiveLibrary(engine, folder)) {
            library.add(books);
            for (int i = 0; i < CONDITIONS; i++) {
                var sample = random.next(3);
                var expected =
                        Arrays.stream(books)
                                .filter(b -> Boolean.TRUE.equals(sample.truth().apply(b)))
                                .map(Book::isbn)
                                .toList();
                assertThat(library.find(text("where " + sample.text() + " order by isbn")))
                        .as(sample.text())
                        .isEqualTo(expected);
            }
        }
    }
}
