package dev.tenon.crud.internal.query.flaw;

import dev.tenon.crud.internal.query.tree.Span;
import java.util.ArrayList;
import java.util.List;

/** The flaws that are found in one query. For one thread. */
public final class Flaws {

    private final Source source;
    private final List<QueryFlaw> found;

    /** Makes a list without any. */
    public Flaws(Source source) {
        this(source, new ArrayList<>());
    }

    private Flaws(Source source, List<QueryFlaw> found) {
        this.source = source;
        this.found = found;
    }

    /** Returns the same list for what stands elsewhere. */
    public Flaws in(Source other) {
        return new Flaws(other, found);
    }

    /**
     * Adds one.
     *
     * @param fact the beginning of a sentence, which goes on with the place
     */
    public void add(Span where, String fact, String cause, String remedy) {
        found.add(new QueryFlaw(fact + " " + source.place(where) + ".", cause, remedy));
    }

    /** Adds one of the query as a whole. */
    public void add(QueryFlaw flaw) {
        found.add(flaw);
    }

    /** Returns whether there is none so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns all, in the order in which they were found. */
    public List<QueryFlaw> all() {
        return List.copyOf(found);
    }
}
