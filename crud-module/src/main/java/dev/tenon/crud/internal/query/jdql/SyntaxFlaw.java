package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.tree.Span;

/** Ends the reading of a query at what cannot be read. Never leaves this package. */
final class SyntaxFlaw extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Span where;
    private final String fact;
    private final String why;
    private final String remedy;

    SyntaxFlaw(Span where, String fact, String cause, String remedy) {
        super(fact, null, false, false);
        this.where = where;
        this.fact = fact;
        this.why = cause;
        this.remedy = remedy;
    }

    Span where() {
        return where;
    }

    String fact() {
        return fact;
    }

    String why() {
        return why;
    }

    String remedy() {
        return remedy;
    }
}
