package dev.tenon.crud.internal.query;

import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.crud.internal.query.checked.CheckedQuery;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Change;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Removal;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Search;
import dev.tenon.crud.internal.query.render.ArgumentReader;
import dev.tenon.crud.internal.query.render.BoundQuery;
import dev.tenon.crud.internal.query.render.QueryRenderer;
import dev.tenon.crud.internal.query.render.RenderedSearch;
import dev.tenon.crud.internal.query.render.Window;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.database.engine.Store;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The library in a real database. */
final class LiveLibrary implements AutoCloseable {

    /** What the embedded attribute {@code place} holds. */
    record Place(String room, Integer row) {}

    /** What the reference {@code author} holds. */
    record Author(Long number, String name) {}

    /** A row of the table of books. */
    record Book(
            String isbn,
            String title,
            String subtitle,
            int pages,
            BigDecimal price,
            Double weight,
            Library.Genre genre,
            Library.Shelf shelf,
            LocalDate published,
            LocalDateTime added,
            boolean lent,
            char initial,
            Place place,
            Long author,
            long version) {

        static Book of(String isbn, String title) {
            return new Book(
                    isbn, title, null, 100, null, null, null, null, null, null, false, 'x', null,
                    null, 0);
        }
    }

    private static final ArgumentReader READER =
            new ArgumentReader() {
                @Override
                public Object attribute(Object embedded, String path) {
                    var place = (Place) embedded;
                    return path.equals("room") ? place.room() : place.row();
                }

                @Override
                public Object key(Object entity) {
                    return entity instanceof Author author ? author.number() : entity;
                }
            };

    private final Store store;
    private final Connection connection;
    private final QueryRenderer renderer;

    LiveLibrary(RealEngine engine, Path folder) throws SQLException {
        store = engine.open(folder);
        connection = store.connect();
        for (var sql : store.dialect().create(Library.SCHEMA)) {
            run(sql);
        }
        renderer =
                new QueryRenderer(
                        Syntax.of(store.dialect()),
                        Optional.of(Library.SCHEMA),
                        Library::constants);
    }

    void addAuthor(long number, String name) throws SQLException {
        run(
                "insert into author(number, name, worth) values (?, ?, ?)",
                number,
                name,
                BigDecimal.valueOf(7));
    }

    void addTag(String isbn, String tag) throws SQLException {
        run("insert into book_tags(book_isbn, tags) values (?, ?)", isbn, tag);
    }

    void add(Book... books) throws SQLException {
        for (var b : books) {
            var place = b.place() == null ? new Place(null, null) : b.place();
            run(
                    "insert into book(isbn, title, subtitle, pages, price, weight, genre, shelf,"
                            + " published, added, lent, initial, place_room, place_row, author_number,"
                            + " version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    b.isbn(),
                    b.title(),
                    b.subtitle(),
                    b.pages(),
                    b.price(),
                    b.weight(),
                    b.genre(),
                    b.shelf() == null ? null : b.shelf().ordinal(),
                    b.published(),
                    b.added(),
                    b.lent(),
                    b.initial(),
                    place.room(),
                    place.row(),
                    b.author(),
                    b.version());
        }
    }

    /** Returns the first column of the rows that a search finds. */
    List<String> find(Compiled compiled, Object... arguments) throws SQLException {
        return column(rows(compiled).whole().bind(arguments, READER));
    }

    List<String> find(Compiled compiled, Window window, Object... arguments) throws SQLException {
        return column(rows(compiled).bind(arguments, window, READER));
    }

    RenderedSearch rows(Compiled compiled) {
        return renderer.rows((Search) query(compiled));
    }

    long count(Compiled compiled, Object... arguments) throws SQLException {
        var bound = renderer.count((Search) query(compiled)).bind(arguments, READER);
        return Long.parseLong(column(bound).getFirst());
    }

    boolean exists(Compiled compiled, Object... arguments) throws SQLException {
        var bound = renderer.existence((Search) query(compiled)).bind(arguments, READER);
        return !column(bound).isEmpty();
    }

    /** Changes or deletes rows, and returns how many. */
    int change(Compiled compiled, Object... arguments) throws SQLException {
        var rendered =
                switch (query(compiled)) {
                    case Change change -> renderer.change(change);
                    case Removal removal -> renderer.removal(removal);
                    case Search _ -> throw new IllegalArgumentException("It changes nothing.");
                };
        var bound = rendered.bind(arguments, READER);
        try (var statement = prepare(bound.sql(), bound.values())) {
            return statement.executeUpdate();
        }
    }

    private static CheckedQuery query(Compiled compiled) {
        return switch (compiled) {
            case Compiled.Good(var query) -> query;
            case Compiled.Bad(var flaws) -> throw new AssertionError(flaws.toString());
        };
    }

    private List<String> column(BoundQuery bound) throws SQLException {
        try (var statement = prepare(bound.sql(), bound.values());
                var rows = statement.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var statement = prepare(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        try {
            var statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.length; i++) {
                store.values().bind(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            throw new SQLException(sql + " " + Arrays.toString(values), e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        store.close();
    }
}
