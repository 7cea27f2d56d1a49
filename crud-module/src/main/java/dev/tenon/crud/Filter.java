package dev.tenon.crud;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Which rows are wanted. Immutable; values are of the types that {@link CrudTable} names.
 *
 * <p>A filter finds a row or it does not: there is no third case as in SQL. NULL equals nothing, is
 * neither less nor greater than anything, and like nothing; {@code ne} and {@code not} find all
 * rows that the filter without them does not, those with NULL among them. NULL itself is found by
 * {@link #isNull}.
 */
public sealed interface Filter {

    /** How a value is compared. */
    enum Operator {
        /** It is equal. */
        EQ,
        /** It is another one, or NULL. */
        NE,
        /** It is less. */
        LT,
        /** It is less or equal. */
        LE,
        /** It is greater. */
        GT,
        /** It is greater or equal. */
        GE
    }

    /** How a text is compared. */
    enum TextOperator {
        /** It is as a pattern says, in which % stands for any characters and _ for one. */
        LIKE,
        /** So it is, if capital letters are the same as small ones; on SQLite those of ASCII. */
        ILIKE,
        /** The text is in it. */
        CONTAINS,
        /** It begins with the text. */
        STARTS_WITH
    }

    /** A column compared with a value. */
    record Comparison(String column, Operator operator, Object value) implements Filter {
        public Comparison {
            requireNonNull(value, "value; NULL is found by isNull");
        }
    }

    /** A column with one of some values; of none, it finds nothing. */
    record In(String column, List<Object> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** A column from one value to another, with both of them. */
    record Between(String column, Object low, Object high) implements Filter {
        public Between {
            requireNonNull(low, "low");
            requireNonNull(high, "high");
        }
    }

    /**
     * A column of texts compared with a text of at most 10,000 characters, case by case; a pattern
     * has at most 100 {@code %}.
     */
    record Text(String column, TextOperator operator, String text) implements Filter {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /** A column with NULL. */
    record IsNull(String column) implements Filter {}

    /** All of some filters; of none, it finds every row. */
    record And(List<Filter> filters) implements Filter {
        public And {
            filters = List.copyOf(filters);
        }
    }

    /** At least one of some filters; of none, it finds nothing. */
    record Or(List<Filter> filters) implements Filter {
        public Or {
            filters = List.copyOf(filters);
        }
    }

    /** What the filter does not find. */
    record Not(Filter filter) implements Filter {}

    /** Returns the rows whose column is equal to the value. */
    static Filter eq(String column, Object value) {
        return new Comparison(column, Operator.EQ, value);
    }

    /** Returns the rows whose column is not equal to the value: another one, or NULL. */
    static Filter ne(String column, Object value) {
        return new Comparison(column, Operator.NE, value);
    }

    /** Returns the rows whose column is less than the value. */
    static Filter lt(String column, Object value) {
        return new Comparison(column, Operator.LT, value);
    }

    /** Returns the rows whose column is less than the value or equal to it. */
    static Filter le(String column, Object value) {
        return new Comparison(column, Operator.LE, value);
    }

    /** Returns the rows whose column is greater than the value. */
    static Filter gt(String column, Object value) {
        return new Comparison(column, Operator.GT, value);
    }

    /** Returns the rows whose column is greater than the value or equal to it. */
    static Filter ge(String column, Object value) {
        return new Comparison(column, Operator.GE, value);
    }

    /** Returns the rows whose column has one of the values. */
    static Filter in(String column, Object... values) {
        return new In(column, Arrays.asList(values));
    }

    /** Returns the rows whose column is from one value to the other, with both. */
    static Filter between(String column, Object low, Object high) {
        return new Between(column, low, high);
    }

    /** Returns the rows whose column is as the pattern says; % is any characters, _ one. */
    static Filter like(String column, String pattern) {
        return new Text(column, TextOperator.LIKE, pattern);
    }

    /** Returns the rows whose column is as the pattern says, if case does not count. */
    static Filter ilike(String column, String pattern) {
        return new Text(column, TextOperator.ILIKE, pattern);
    }

    /** Returns the rows whose column has the text in it. */
    static Filter contains(String column, String text) {
        return new Text(column, TextOperator.CONTAINS, text);
    }

    /** Returns the rows whose column begins with the text. */
    static Filter startsWith(String column, String text) {
        return new Text(column, TextOperator.STARTS_WITH, text);
    }

    /** Returns the rows whose column is NULL. */
    static Filter isNull(String column) {
        return new IsNull(column);
    }

    /** Returns the rows that all of the filters find. */
    static Filter and(Filter... filters) {
        return new And(Arrays.asList(filters));
    }

    /** Returns the rows that at least one of the filters finds. */
    static Filter or(Filter... filters) {
        return new Or(Arrays.asList(filters));
    }

    /** Returns the rows that the filter does not find. */
    static Filter not(Filter filter) {
        return new Not(filter);
    }
}
