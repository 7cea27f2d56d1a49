package dev.tenon.crud.internal.query;

import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.query.check.AnnotatedOrder;
import dev.tenon.crud.internal.query.check.QueryParameter;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The entities of the tests: books of all kinds of attributes, and their authors. */
final class Library {

    enum Genre {
        NOVEL,
        POETRY,
        ESSAY
    }

    enum Shelf {
        UPPER,
        LOWER
    }

    static final String GENRE = Genre.class.getName();
    static final String SHELF = Shelf.class.getName();
    static final String PLACE = "library.Place";

    static final EntityMapping AUTHOR =
            new EntityMapping(
                    "library.Author",
                    "Author",
                    "author",
                    List.of(
                            id("number", "J"),
                            basic("name", "java.lang.String"),
                            basic("worth", "java.math.BigDecimal")));

    static final EntityMapping BOOK =
            new EntityMapping(
                    "library.Book",
                    "Book",
                    "book",
                    List.of(
                            id("isbn", "java.lang.String"),
                            basic("title", "java.lang.String"),
                            basic("subtitle", "java.lang.String"),
                            basic("pages", "I"),
                            basic("price", "java.math.BigDecimal"),
                            basic("weight", "java.lang.Double"),
                            constant("genre", GENRE, EnumForm.NAME),
                            constant("shelf", SHELF, EnumForm.ORDINAL),
                            basic("published", "java.time.LocalDate"),
                            basic("added", "java.time.LocalDateTime"),
                            basic("lent", "Z"),
                            basic("initial", "C"),
                            new Embedded(
                                    "place",
                                    PLACE,
                                    true,
                                    List.of(
                                            at("room", "java.lang.String", "place_room"),
                                            at("row", "java.lang.Integer", "place_row"))),
                            new Reference(
                                    "author",
                                    "library.Author",
                                    true,
                                    "library.Author",
                                    "author_number",
                                    false),
                            new Elements(
                                    "tags",
                                    "java.util.Set",
                                    "java.lang.String",
                                    EnumForm.NONE,
                                    "book_tags",
                                    "book_isbn",
                                    "tags",
                                    Optional.empty()),
                            new Basic(
                                    "version",
                                    "J",
                                    false,
                                    "version",
                                    false,
                                    true,
                                    Generation.NONE,
                                    EnumForm.NONE)));

    static final Schema SCHEMA =
            Schema.of(
                    Table.named("author")
                            .columns(
                                    Column.of("number", Plain.BIGINT),
                                    Column.of("name", Plain.TEXT),
                                    // Exact with so many digits: SQLite keeps it as a text.
                                    Column.of("worth", ColumnType.decimal(20, 2)))
                            .primaryKey("number"),
                    Table.named("book")
                            .columns(
                                    Column.of("isbn", ColumnType.varchar(20)),
                                    Column.of("title", ColumnType.varchar(100)),
                                    Column.of("subtitle", ColumnType.varchar(100)).nullable(),
                                    Column.of("pages", Plain.INTEGER),
                                    Column.of("price", ColumnType.decimal(10, 2)).nullable(),
                                    Column.of("weight", Plain.DOUBLE).nullable(),
                                    Column.of("genre", ColumnType.varchar(20)).nullable(),
                                    Column.of("shelf", Plain.SMALLINT).nullable(),
                                    Column.of("published", Plain.DATE).nullable(),
                                    Column.of("added", Plain.TIMESTAMP_LOCAL).nullable(),
                                    Column.of("lent", Plain.BOOLEAN),
                                    Column.of("initial", ColumnType.varchar(1)),
                                    Column.of("place_room", Plain.TEXT).nullable(),
                                    Column.of("place_row", Plain.INTEGER).nullable(),
                                    Column.of("author_number", Plain.BIGINT).nullable(),
                                    Column.of("version", Plain.BIGINT))
                            .primaryKey("isbn"),
                    Table.named("book_tags")
                            .columns(
                                    Column.of("book_isbn", ColumnType.varchar(20)),
                                    Column.of("tags", ColumnType.varchar(20)))
                            .primaryKey("book_isbn", "tags"));

    private static final QueryCompiler COMPILER =
            new QueryCompiler(new Entities(List.of(BOOK, AUTHOR)), Library::constants);

    private Library() {}

    static Basic basic(String name, String type) {
        return at(name, type, name);
    }

    private static Basic at(String name, String type, String column) {
        return new Basic(name, type, false, column, false, false, Generation.NONE, EnumForm.NONE);
    }

    private static Basic id(String name, String type) {
        return new Basic(name, type, false, name, true, false, Generation.NONE, EnumForm.NONE);
    }

    private static AttributeMapping constant(String name, String type, EnumForm form) {
        return new Basic(name, type, false, name, false, false, Generation.NONE, form);
    }

    static Optional<List<String>> constants(String className) {
        if (className.equals(GENRE)) {
            return Optional.of(Arrays.stream(Genre.values()).map(Genre::name).toList());
        }
        return className.equals(SHELF)
                ? Optional.of(Arrays.stream(Shelf.values()).map(Shelf::name).toList())
                : Optional.empty();
    }

    static QueryMethod method(QueryParameter... parameters) {
        return new QueryMethod(Optional.of(BOOK), List.of(parameters), AnnotatedOrder.NONE);
    }

    static QueryMethod sorted(AnnotatedOrder.OrderBy... order) {
        return new QueryMethod(Optional.of(BOOK), List.of(), new AnnotatedOrder(List.of(order)));
    }

    static QueryParameter parameter(String name, String type) {
        return QueryParameter.of(name, type);
    }

    static QueryParameter many(String name, String element) {
        return new QueryParameter(Optional.of(name), "java.util.Set", Optional.of(element));
    }

    static Compiled text(String query, QueryParameter... parameters) {
        return COMPILER.text(query, method(parameters));
    }

    static Compiled text(String query, QueryMethod method) {
        return COMPILER.text(query, method);
    }

    static Compiled name(String name, QueryParameter... parameters) {
        return COMPILER.name(name, method(parameters));
    }

    static Compiled parameters(List<String> properties, QueryParameter... parameters) {
        return COMPILER.parameters(QueryCompiler.Action.FIND, properties, method(parameters));
    }

    /** Returns the facts of what is wrong. */
    static List<String> facts(Compiled compiled) {
        return flaws(compiled).stream().map(QueryFlaw::fact).toList();
    }

    static List<QueryFlaw> flaws(Compiled compiled) {
        return switch (compiled) {
            case Compiled.Good _ -> List.of();
            case Compiled.Bad(var flaws) -> flaws;
        };
    }
}
