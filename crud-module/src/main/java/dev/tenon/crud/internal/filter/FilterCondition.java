package dev.tenon.crud.internal.filter;

import dev.tenon.crud.Filter;
import dev.tenon.crud.Filter.Operator;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.Conversion;
import dev.tenon.crud.internal.value.GivenValue;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import java.util.List;

/**
 * Makes conditions of filters. Negations are carried down to the comparisons, where those with NULL
 * are said in full: no part of a condition is unknown then in a way that counts.
 */
public final class FilterCondition {

    /**
     * SQLite reads a chain of conditions as a tree that is as deep as the chain is long, and allows
     * 1,000 levels (https://www.sqlite.org/limits.html, 5). In parentheses of so many, the largest
     * filter that settings allow stays below.
     */
    private static final int LONGEST_CHAIN = 4;

    private final KnownTable table;
    private final Syntax syntax;
    private final Limits limits;

    /** Makes those of a table. */
    public FilterCondition(KnownTable table, Syntax syntax, Limits limits) {
        this.table = table;
        this.syntax = syntax;
        this.limits = limits;
    }

    /**
     * Returns the condition, in parentheses where it needs them beside an AND.
     *
     * @throws dev.tenon.crud.error.RequestException if the filter does not fit the table
     */
    public Fragment<Object> of(Filter filter) {
        new FilterTerms(table, limits).check(filter);
        return of(filter, true);
    }

    /**
     * @param wanted whether the rows that the filter finds are wanted, or the others
     */
    private Fragment<Object> of(Filter filter, boolean wanted) {
        return switch (filter) {
            case Filter.And(var filters) -> joined(filters, wanted, wanted);
            case Filter.Or(var filters) -> joined(filters, wanted, !wanted);
            case Filter.Not(var negated) -> of(negated, !wanted);
            case Filter.IsNull(var name) ->
                    Fragment.text(
                            table.require(name).quoted() + (wanted ? " is null" : " is not null"));
            case Filter.Comparison(var name, var operator, var value) ->
                    compared(name, operator, value, wanted);
            case Filter.In(var name, var values) -> in(name, values, wanted);
            case Filter.Between(var name, var low, var high) -> between(name, low, high, wanted);
            case Filter.Text text -> text(text, wanted);
        };
    }

    private Fragment<Object> joined(List<Filter> filters, boolean wanted, boolean byAnd) {
        if (filters.isEmpty()) {
            return Fragment.text(byAnd ? "1 = 1" : "1 = 0");
        }
        var writer = writer().add("(");
        var delimiter = byAnd ? " and " : " or ";
        if (filters.size() > LONGEST_CHAIN) {
            int half = filters.size() / 2;
            writer.add(joined(filters.subList(0, half), wanted, byAnd))
                    .add(delimiter)
                    .add(joined(filters.subList(half, filters.size()), wanted, byAnd));
        } else {
            writer.joined(delimiter, filters, f -> writer.add(of(f, wanted)));
        }
        return writer.add(")").fragment();
    }

    private Fragment<Object> compared(
            String name, Operator operator, Object given, boolean wanted) {
        var column = table.require(name);
        boolean isEquality = operator == Operator.EQ || operator == Operator.NE;
        var value = value(column, given, isEquality);
        var sign =
                switch (wanted ? operator : opposite(operator)) {
                    case EQ -> " = ";
                    case NE -> " <> ";
                    case LT -> " < ";
                    case LE -> " <= ";
                    case GT -> " > ";
                    case GE -> " >= ";
                };
        var operand = isEquality ? column.quoted() : column.ordered();
        var comparison = writer().add(operand + sign).value(value).fragment();
        boolean findsNull = wanted == (operator == Operator.NE);
        return findsNull ? orNull(column, comparison) : comparison;
    }

    private Fragment<Object> in(String name, List<Object> given, boolean wanted) {
        var column = table.require(name);
        var values = given.stream().map(v -> value(column, v, true)).toList();
        if (values.isEmpty()) {
            return Fragment.text(wanted ? "1 = 0" : "1 = 1");
        }
        var writer = writer().add(column.quoted() + (wanted ? " in (" : " not in ("));
        var condition = writer.joined(", ", values, writer::value).add(")").fragment();
        return wanted ? condition : orNull(column, condition);
    }

    private Fragment<Object> between(String name, Object low, Object high, boolean wanted) {
        var column = table.require(name);
        var condition =
                writer().add("(" + column.ordered() + (wanted ? " between " : " not between "))
                        .value(value(column, low, false))
                        .add(" and ")
                        .value(value(column, high, false))
                        .add(")")
                        .fragment();
        return wanted ? condition : orNull(column, condition);
    }

    private Fragment<Object> text(Filter.Text filter, boolean wanted) {
        var column = table.require(filter.column());
        if (!column.isText()) {
            throw table.refused(
                    CrudError.INVALID_FILTER,
                    "The column '%s' of %s cannot be searched as a text."
                            .formatted(column.name(), table.name()),
                    "It holds " + column.type() + ".");
        }
        var given = (String) value(column, filter.text(), true);
        var pattern =
                switch (filter.operator()) {
                    case LIKE, ILIKE -> syntax.pattern(given);
                    case CONTAINS -> syntax.anything() + syntax.literal(given) + syntax.anything();
                    case STARTS_WITH -> syntax.literal(given) + syntax.anything();
                };
        Fragment<Object> operand = Fragment.text(column.quoted());
        Fragment<Object> like = Fragment.value(pattern);
        if (filter.operator() == Filter.TextOperator.ILIKE) {
            operand = syntax.say(Phrase.LOWER, operand);
            like = syntax.say(Phrase.LOWER, like);
        }
        return wanted
                ? syntax.say(Phrase.LIKE, operand, like)
                : orNull(column, syntax.say(Phrase.NOT_LIKE, operand, like));
    }

    private Fragment<Object> orNull(KnownColumn column, Fragment<Object> condition) {
        return column.isNullable()
                ? writer().add("(")
                        .add(condition)
                        .add(" or " + column.quoted() + " is null)")
                        .fragment()
                : condition;
    }

    /** Texts may be longer than the column has them: they are compared with, and not stored. */
    private Object value(KnownColumn column, Object given, boolean isEquality) {
        if (column.type() == Plain.JSON || (!column.isOrdered() && !isEquality)) {
            throw table.refused(
                    CrudError.INVALID_FILTER,
                    "The column '%s' of %s cannot be compared so."
                            .formatted(column.name(), table.name()),
                    column.holding());
        }
        var type = column.type() instanceof ColumnType.Varchar ? Plain.TEXT : column.type();
        return switch (GivenValue.of(given, type)) {
            case Conversion.Converted(var value) -> value;
            case Conversion.Refused(_, var message) ->
                    throw table.refused(
                            CrudError.INVALID_FILTER,
                            "The filter on the column '%s' of %s does not fit its type %s: %s"
                                    .formatted(column.name(), table.name(), column.type(), message),
                            "Given: " + Refusals.shown(String.valueOf(given)) + ".");
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQ -> Operator.NE;
            case NE -> Operator.EQ;
            case LT -> Operator.GE;
            case LE -> Operator.GT;
            case GT -> Operator.LE;
            case GE -> Operator.LT;
        };
    }

    private SqlWriter<Object> writer() {
        return new SqlWriter<>(syntax);
    }
}
