package dev.tenon.crud.internal.filter;

import dev.tenon.crud.Filter;
import dev.tenon.crud.Filter.TextOperator;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.table.KnownTable;
import java.util.List;

/** Holds filters to what may be asked for at once. */
final class FilterTerms {

    /**
     * SQLite takes patterns of 50,000 bytes (https://www.sqlite.org/limits.html, 5), and a
     * character is up to four of them.
     */
    private static final int LONGEST_PATTERN = 10_000;

    /** MariaDB calls itself for each, on a stack of 292 KiB. */
    private static final int MOST_WILDCARDS = 100;

    private final KnownTable table;
    private final Limits limits;

    FilterTerms(KnownTable table, Limits limits) {
        this.table = table;
        this.limits = limits;
    }

    void check(Filter filter) {
        int terms = count(filter, 1);
        if (terms > limits.maxFilterTerms()) {
            throw table.refused(
                    CrudError.LIMIT_EXCEEDED,
                    "The filter has %d comparisons and values of lists.".formatted(terms),
                    "At most %d are allowed (tenon.crud.max-filter-terms)."
                            .formatted(limits.maxFilterTerms()));
        }
    }

    private void requireSearchable(String text) {
        int characters = text.codePointCount(0, text.length());
        if (characters > LONGEST_PATTERN) {
            throw table.refused(
                    CrudError.INVALID_FILTER,
                    "A text of %d characters is searched for.".formatted(characters),
                    "At most %d are looked for within a text.".formatted(LONGEST_PATTERN));
        }
    }

    private void requireMatchable(String pattern) {
        long wildcards = pattern.chars().filter(c -> c == '%').count();
        if (wildcards > MOST_WILDCARDS) {
            throw table.refused(
                    CrudError.INVALID_FILTER,
                    "A pattern has %d '%%'.".formatted(wildcards),
                    "It can have at most %d.".formatted(MOST_WILDCARDS));
        }
    }

    private int count(Filter filter, int depth) {
        if (depth > limits.maxFilterDepth()) {
            throw table.refused(
                    CrudError.LIMIT_EXCEEDED,
                    "Filters stand in filters more than %d deep.".formatted(depth - 1),
                    "That is the setting tenon.crud.max-filter-depth.");
        }
        return switch (filter) {
            case Filter.And(var filters) -> count(filters, depth + 1);
            case Filter.Or(var filters) -> count(filters, depth + 1);
            case Filter.Not(var negated) -> count(negated, depth + 1);
            case Filter.In(_, var values) -> Math.max(1, values.size());
            case Filter.Text(_, var operator, var text) -> {
                requireSearchable(text);
                if (operator == TextOperator.LIKE || operator == TextOperator.ILIKE) {
                    requireMatchable(text);
                }
                yield 1;
            }
            case Filter.Comparison _, Filter.Between _, Filter.IsNull _ -> 1;
        };
    }

    /** Also one of nothing takes a place in the statement. */
    private int count(List<Filter> filters, int depth) {
        return Math.max(1, filters.stream().mapToInt(f -> count(f, depth)).sum());
    }
}
