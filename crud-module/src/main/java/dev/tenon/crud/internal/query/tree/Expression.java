package dev.tenon.crud.internal.query.tree;

import java.util.List;

/** What has a value for each row. */
public sealed interface Expression {

    /** Returns where it stands. */
    Span span();

    /**
     * The names of attributes, each within the one before it; or the constant of an enum, as names
     * alone do not tell.
     *
     * @param names at least one
     */
    record Path(List<String> names, Span span) implements Expression {

        public Path {
            names = List.copyOf(names);
        }

        /** Returns the names with dots between them. */
        public String text() {
            return String.join(".", names);
        }
    }

    /** The key of the row: {@code id(this)}. */
    record Key(Span span) implements Expression {}

    /** What counts the changes of the row: {@code version(this)}. */
    record Version(Span span) implements Expression {}

    /** The argument of the repository method at a position, from 1. */
    record Positional(int position, Span span) implements Expression {}

    /** The argument of the repository method with a name. */
    record Named(String name, Span span) implements Expression {}

    /** A text, or true or false. */
    record Literal(Object value, Span span) implements Expression {}

    /**
     * A number.
     *
     * @param value of the type that its form has in Java
     * @param digits its text without what tells its type
     */
    record Numeral(Number value, String digits, Span span) implements Expression {}

    /** A function of the language. */
    enum Function {
        ABS,
        LENGTH,
        LOWER,
        UPPER,
        LEFT,
        RIGHT
    }

    /** A function with its arguments. */
    record Call(Function function, List<Expression> arguments, Span span) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What time it is, as the database sees it. */
    enum Clock {
        DATE,
        TIME,
        DATETIME
    }

    /** The current date or time. */
    record Current(Clock clock, Span span) implements Expression {}

    /** An operator between two values. */
    enum Sign {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        BY("/"),
        JOINED("||");

        private final String symbol;

        Sign(String symbol) {
            this.symbol = symbol;
        }

        /** Returns how it is written. */
        public String symbol() {
            return symbol;
        }
    }

    /** Two values made one. */
    record Operation(Expression left, Sign sign, Expression right) implements Expression {

        @Override
        public Span span() {
            return left.span().to(right.span());
        }
    }

    /** A number with the opposite sign. */
    record Negative(Expression operand, Span span) implements Expression {}
}
