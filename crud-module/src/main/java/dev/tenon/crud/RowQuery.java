package dev.tenon.crud;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which rows are wanted of a table, and what of them. Immutable; the methods return a changed copy:
 *
 * <pre>{@code
 * RowQuery.all()
 *         .where(Filter.and(Filter.eq("author_id", 7), Filter.not(Filter.isNull("title"))))
 *         .sort(SortColumn.descending("created_at"))
 *         .expand("author", "author.publisher")
 *         .size(20)
 * }</pre>
 *
 * @param filter which rows; nothing is all
 * @param sort by what they are sorted first; what is equal by it is sorted by the key, so that
 *     pages neither lose a row nor show it twice. NULL stands where the engine puts it: before
 *     values, on PostgreSQL behind them
 * @param columns which columns; empty is all
 * @param expand along which foreign keys rows of other tables are read, too, see {@link #expand}
 * @param start where the page begins
 * @param size how many rows it has at most; nothing: {@code tenon.crud.page-size}. At most {@code
 *     tenon.crud.max-page-size}
 * @param count whether all rows that the filter finds are counted
 */
public record RowQuery(
        Optional<Filter> filter,
        List<SortColumn> sort,
        List<String> columns,
        List<String> expand,
        PageStart start,
        OptionalInt size,
        CountMode count) {

    private static final RowQuery ALL =
            new RowQuery(
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    new PageStart.Page(1),
                    OptionalInt.empty(),
                    CountMode.NONE);

    public RowQuery {
        sort = List.copyOf(sort);
        columns = List.copyOf(columns);
        expand = List.copyOf(expand);
    }

    /** Returns the query for the first page of all rows. */
    public static RowQuery all() {
        return ALL;
    }

    /** Returns the query for the rows that the filter finds. */
    public RowQuery where(Filter wanted) {
        return new RowQuery(Optional.of(wanted), sort, columns, expand, start, size, count);
    }

    /** Returns the query sorted by these columns instead. */
    public RowQuery sort(SortColumn... by) {
        return new RowQuery(filter, Arrays.asList(by), columns, expand, start, size, count);
    }

    /** Returns the query for these columns alone. */
    public RowQuery columns(String... wanted) {
        return new RowQuery(filter, sort, Arrays.asList(wanted), expand, start, size, count);
    }

    /**
     * Returns the query with the rows of other tables that the paths lead to, steps with dots
     * between them. All rows of one step are read by one query.
     *
     * <p>A step is a column with a foreign key, with or without its ending {@code _id}: {@code
     * author_id}, {@code author}. Or, the way back, a table with rows that refer to this one:
     * {@code book}; where it has several foreign keys to this table, with the column of the meant
     * one: {@code book(editor_id)}. Foreign keys of several columns are not followed. A path has at
     * most {@code tenon.crud.max-expand-depth} steps, all paths together at most {@code
     * tenon.crud.max-expand-steps}, with common beginnings counted once; and a way back leads to at
     * most {@code tenon.crud.max-expanded-rows} rows.
     */
    public RowQuery expand(String... paths) {
        return new RowQuery(filter, sort, columns, Arrays.asList(paths), start, size, count);
    }

    /** Returns the query for the page of that number, from 1. */
    public RowQuery page(long number) {
        return from(new PageStart.Page(number));
    }

    /**
     * Returns the query for the page that begins at a cursor, from {@link RowPage#next()} or {@link
     * RowPage#previous()} of the same table, filter and sort.
     */
    public RowQuery cursor(String cursor) {
        return from(new PageStart.Cursor(cursor));
    }

    /** Returns the query for a page of so many rows at most. */
    public RowQuery size(int rows) {
        return new RowQuery(filter, sort, columns, expand, start, OptionalInt.of(rows), count);
    }

    /** Returns the query that counts all rows that the filter finds, too. */
    public RowQuery count(CountMode how) {
        return new RowQuery(filter, sort, columns, expand, start, size, how);
    }

    private RowQuery from(PageStart where) {
        return new RowQuery(filter, sort, columns, expand, where, size, count);
    }
}
