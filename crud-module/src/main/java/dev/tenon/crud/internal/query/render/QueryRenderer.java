package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.check.EnumConstants;
import dev.tenon.crud.internal.query.checked.CheckedQuery;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Change;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Removal;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Search;
import dev.tenon.crud.internal.query.checked.Scalar.Column;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.value.DeclaredColumns;
import dev.tenon.database.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Makes SQL of queries for one database. Immutable. */
public final class QueryRenderer {

    private final Syntax syntax;
    private final DeclaredColumns declared;
    private final EnumConstants constants;

    /**
     * Makes one.
     *
     * @param declared the tables of the database, to tell which columns can be NULL, and how exact
     *     numbers are
     * @param constants tells the constants of the enums of entities
     */
    public QueryRenderer(Syntax syntax, Optional<Schema> declared, EnumConstants constants) {
        this.syntax = syntax;
        this.declared = new DeclaredColumns(declared);
        this.constants = constants;
    }

    /** Returns the statement that finds rows: with the columns of the selection, else of all. */
    public RenderedSearch rows(Search search) {
        var scalars = scalars(search);
        var head = writer().add("select ");
        head.joined(", ", columns(search, scalars), head::add);
        return new RenderedSearch(
                syntax,
                head.add(" from ").name(table(search)).fragment(),
                search.where().map(w -> restrictions(scalars).of(w)),
                new Ordering(search.attributes(), search.order(), scalars, constants),
                search.limit());
    }

    /** Returns the statement that counts the rows of a search, without its limit. */
    public RenderedQuery count(Search search) {
        return new RenderedQuery(
                writer().add("select count(*) from ")
                        .name(table(search))
                        .add(where(search))
                        .fragment());
    }

    /** Returns the statement that finds one row of one column if the search finds anything. */
    public RenderedQuery existence(Search search) {
        return new RenderedQuery(
                writer().add("select 1 from ")
                        .name(table(search))
                        .add(where(search))
                        .add(" limit 1")
                        .fragment());
    }

    /** Returns the statement that changes rows. */
    public RenderedQuery change(Change change) {
        var scalars = scalars(change);
        var writer = writer().add("update ").name(table(change)).add(" set ");
        writer.joined(
                ", ",
                change.values(),
                value -> {
                    writer.name(value.column()).add(" = ");
                    value.value()
                            .ifPresentOrElse(
                                    v -> writer.add(scalars.assigned(value.column(), v)),
                                    () -> writer.add("null"));
                });
        return new RenderedQuery(writer.add(where(change)).fragment());
    }

    /** Returns the statement that deletes rows. */
    public RenderedQuery removal(Removal removal) {
        return new RenderedQuery(
                writer().add("delete from ").name(table(removal)).add(where(removal)).fragment());
    }

    private Fragment<Binding> where(CheckedQuery query) {
        var writer = writer();
        query.where().ifPresent(w -> writer.add(" where ").add(restrictions(scalars(query)).of(w)));
        return writer.fragment();
    }

    private List<String> columns(Search search, ScalarSql scalars) {
        if (search.selection().isEmpty()) {
            return TableColumns.of(search.attributes().entity()).stream()
                    .map(syntax::quote)
                    .toList();
        }
        return search.selection().stream()
                .flatMap(attribute -> columns(attribute, scalars).stream())
                .toList();
    }

    private static List<String> columns(FoundAttribute attribute, ScalarSql scalars) {
        return TableColumns.of(attribute.mapping()).stream()
                .map(name -> new Column(attribute.hops(), name, ValueType.TEXT))
                .map(scalars::column)
                .toList();
    }

    private ScalarSql scalars(CheckedQuery query) {
        return new ScalarSql(syntax, table(query), declared);
    }

    private RestrictionSql restrictions(ScalarSql scalars) {
        return new RestrictionSql(syntax, scalars);
    }

    private static String table(CheckedQuery query) {
        return query.attributes().entity().table();
    }

    private SqlWriter<Binding> writer() {
        return new SqlWriter<>(syntax);
    }
}
