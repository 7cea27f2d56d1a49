package dev.tenon.crud.internal.query.tree;

/** How two values are compared. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns how it is written in a query, and in SQL. */
    public String symbol() {
        return symbol;
    }
}
