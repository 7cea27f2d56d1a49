package dev.tenon.crud.internal.page;

import dev.tenon.crud.CountMode;
import dev.tenon.crud.PageStart;
import dev.tenon.crud.RowPage;
import dev.tenon.crud.RowQuery;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.filter.FilterCondition;
import dev.tenon.crud.internal.page.Expansions.Branch;
import dev.tenon.crud.internal.page.Expansions.Step;
import dev.tenon.crud.internal.row.RowShape;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Keyset;
import dev.tenon.crud.internal.sql.Portion;
import dev.tenon.crud.internal.sql.SortKey;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import dev.tenon.database.engine.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads pages of one table: checks a query first, without the database. */
public final class PageReading {

    private final KnownTable table;
    private final RowQuery query;
    private final Dialect dialect;
    private final Syntax syntax;
    private final Limits limits;
    private final int size;
    private final SortOrder order;
    private final Fragment<Object> condition;
    private final Expansions expansions;
    private final RowShape shape;
    private final CursorSeal seal;
    private final Optional<Cursor> cursor;
    private final long offset;

    /**
     * Checks a query.
     *
     * @param tables all tables of the database, by their names
     * @throws dev.tenon.crud.error.RequestException if it does not fit the table
     */
    public PageReading(
            KnownTable table,
            RowQuery query,
            Map<String, KnownTable> tables,
            Dialect dialect,
            Syntax syntax,
            Limits limits,
            CursorKey key) {
        this.table = table;
        this.query = query;
        this.dialect = dialect;
        this.syntax = syntax;
        this.limits = limits;
        size = size();
        order = SortOrder.of(table, query.sort());
        condition =
                query.filter()
                        .map(new FilterCondition(table, syntax, limits)::of)
                        .orElseGet(() -> new Fragment<>(List.of()));
        expansions = Expansions.of(table, query.expand(), tables, limits);
        shape = shape();
        seal = new CursorSeal(key, table, order.columns(), condition, order.keys().toString());
        cursor = cursor();
        offset = offset();
    }

    private int size() {
        int wanted = query.size().orElse(Math.min(limits.pageSize(), limits.maxPageSize()));
        if (wanted < 1 || wanted > limits.maxPageSize()) {
            throw table.refused(
                    CrudError.INVALID_PAGE,
                    "A page of %d rows was asked for.".formatted(wanted),
                    "It has from 1 to %d (tenon.crud.max-page-size)."
                            .formatted(limits.maxPageSize()));
        }
        return wanted;
    }

    private RowShape shape() {
        var shown =
                query.columns().isEmpty()
                        ? table.columns()
                        : query.columns().stream().distinct().map(table::require).toList();
        var besides = new ArrayList<KnownColumn>(order.columns());
        expansions.steps().values().stream()
                .map(Branch::step)
                .map(Step::from)
                .forEach(besides::add);
        return RowShape.of(table, shown, besides);
    }

    private Optional<Cursor> cursor() {
        if (query.start() instanceof PageStart.Cursor(var text)) {
            table.requireKey();
            return Optional.of(seal.open(text));
        }
        return Optional.empty();
    }

    private long offset() {
        if (!(query.start() instanceof PageStart.Page(long number))) {
            return 0;
        }
        if (number < 1 || number > Long.MAX_VALUE / size) {
            throw table.refused(
                    CrudError.INVALID_PAGE,
                    "The page %d was asked for.".formatted(number),
                    "The first one has the number 1.");
        }
        return (number - 1) * size;
    }

    /** Returns how a session has to read that reads it. */
    public ReadOptions options() {
        return query.count() == CountMode.NONE && expansions.steps().isEmpty()
                ? ReadOptions.SINGLE_STATEMENT
                : ReadOptions.DEFAULT;
    }

    /** Reads the page. */
    public RowPage read(Session session) {
        boolean isBackward = cursor.map(Cursor::isBackward).orElse(false);
        var statement = statement(isBackward);
        var read =
                new ArrayList<>(
                        session.query(statement.sql(), statement.values().toArray())
                                .list(shape::read));
        boolean isMore = read.size() > size;
        if (isMore) {
            read.removeLast();
        }
        List<@Nullable Object[]> inOrder = isBackward ? read.reversed() : read;
        boolean hasNext = isBackward ? cursor.isPresent() : isMore;
        boolean hasPrevious = isBackward ? isMore : cursor.isPresent() || offset > 0;
        return new RowPage(
                new ExpandedRows(session, syntax, limits).rows(shape, inOrder, expansions),
                size,
                hasNext,
                hasPrevious,
                hasNext ? end(inOrder, false) : Optional.empty(),
                hasPrevious ? end(inOrder, true) : Optional.empty(),
                total(session));
    }

    private Fragment<Object> statement(boolean isBackward) {
        var keys = isBackward ? SortKey.reversed(order.keys()) : order.keys();
        var writer =
                new SqlWriter<Object>(syntax)
                        .add("select " + shape.list() + " from " + table.quoted());
        var conditions = new ArrayList<Fragment<Object>>();
        if (!condition.parts().isEmpty()) {
            conditions.add(condition);
        }
        cursor.map(c -> new Keyset<>(keys, c.values()).condition(syntax))
                .ifPresent(conditions::add);
        if (!conditions.isEmpty()) {
            writer.add(" where ").joined(" and ", conditions, writer::add);
        }
        SortKey.write(writer, keys);
        new Portion<Object>(
                        Optional.of(size + 1), offset > 0 ? Optional.of(offset) : Optional.empty())
                .write(writer);
        return writer.fragment();
    }

    /** Returns the cursor at one end of the page; of an empty one nobody knows where it is. */
    private Optional<String> end(List<@Nullable Object[]> read, boolean isBackward) {
        if (table.key().isEmpty() || read.isEmpty()) {
            return Optional.empty();
        }
        var row = isBackward ? read.getFirst() : read.getLast();
        var values =
                order.columns().stream()
                        .map(c -> Optional.ofNullable(shape.value(row, c)))
                        .toList();
        return Optional.of(seal.seal(new Cursor(isBackward, values)));
    }

    private OptionalLong total(Session session) {
        var count = new RowCount(session, dialect, table);
        return switch (query.count()) {
            case NONE -> OptionalLong.empty();
            case EXACT -> OptionalLong.of(count.exact(condition));
            case CountMode.ESTIMATED -> {
                var estimated =
                        condition.parts().isEmpty() ? count.estimated() : OptionalLong.empty();
                yield estimated.isPresent() ? estimated : OptionalLong.of(count.exact(condition));
            }
        };
    }
}
