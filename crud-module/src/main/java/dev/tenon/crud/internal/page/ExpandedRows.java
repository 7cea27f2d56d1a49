package dev.tenon.crud.internal.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tenon.crud.Expanded;
import dev.tenon.crud.TableRow;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.page.Expansions.Branch;
import dev.tenon.crud.internal.page.Expansions.Step;
import dev.tenon.crud.internal.row.RowShape;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.sql.SortKey;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.value.StoredValue;
import dev.tenon.database.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the rows that steps lead to, those of one step by one query, and puts them into rows. */
record ExpandedRows(Session session, Syntax syntax, Limits limits) {

    /** Returns the rows of the values, with what the steps lead to from each. */
    List<TableRow> rows(RowShape shape, List<@Nullable Object[]> read, Expansions expansions) {
        var found = new ArrayList<Map<String, Expanded>>();
        read.forEach(_ -> found.add(new LinkedHashMap<>()));
        expansions
                .steps()
                .forEach((name, branch) -> {
                    var byValue = follow(branch, shape, read);
                    for (int i = 0; i < read.size(); i++) {
                        var value = shape.value(read.get(i), branch.step().from());
                        var rows =
                                value == null
                                        ? List.<TableRow>of()
                                        : byValue.getOrDefault(StoredValue.text(value), List.of());
                        found.get(i).put(name, expanded(branch.step(), rows));
                    }
                });
        return IntStream.range(0, read.size())
                .mapToObj(i -> shape.row(read.get(i), found.get(i)))
                .toList();
    }

    private static Expanded expanded(Step step, List<TableRow> rows) {
        return step.isBack()
                ? new Expanded.Many(rows)
                : new Expanded.One(rows.stream().findFirst());
    }

    /** Returns the rows that a step leads to, by the text of the value that they were found by. */
    private Map<String, List<TableRow>> follow(
            Branch branch, RowShape shape, List<@Nullable Object[]> read) {
        var step = branch.step();
        var values = new LinkedHashMap<String, Object>();
        for (var row : read) {
            var value = shape.value(row, step.from());
            if (value != null) {
                values.put(StoredValue.text(value), value);
            }
        }
        if (values.isEmpty()) {
            return Map.of();
        }
        var target = RowShape.whole(step.target());
        var found = found(step, target, values.values());
        var rows = rows(target, found, branch.then());
        return IntStream.range(0, rows.size())
                .boxed()
                .collect(
                        groupingBy(
                                i -> StoredValue.text(required(target, found.get(i), step)),
                                mapping(rows::get, toList())));
    }

    private static Object required(RowShape target, @Nullable Object[] row, Step step) {
        return Objects.requireNonNull(target.value(row, step.to()));
    }

    private List<@Nullable Object[]> found(Step step, RowShape target, Collection<Object> values) {
        var writer = new SqlWriter<Object>(syntax);
        writer.add("select " + target.list() + " from " + step.target().quoted())
                .add(" where " + step.to().quoted() + " in (")
                .joined(", ", values, writer::value)
                .add(")");
        if (step.isBack()) {
            SortKey.write(writer, SortOrder.of(step.target(), List.of()).keys());
            writer.add(" limit ").value(limits.maxExpandedRows() + 1);
        }
        var statement = writer.fragment();
        var rows = session.query(statement.sql(), statement.values().toArray()).list(target::read);
        if (step.isBack() && rows.size() > limits.maxExpandedRows()) {
            throw step.target()
                    .refused(
                            CrudError.LIMIT_EXCEEDED,
                            "More than %d rows of the table '%s' refer to those of the page."
                                    .formatted(limits.maxExpandedRows(), step.target().name()),
                            "That is the setting tenon.crud.max-expanded-rows; a smaller page leads"
                                    + " to fewer.");
        }
        return rows;
    }
}
