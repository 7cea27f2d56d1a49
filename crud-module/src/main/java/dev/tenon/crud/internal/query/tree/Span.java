package dev.tenon.crud.internal.query.tree;

/**
 * Where something stands in the text of a query or in the name of a method.
 *
 * @param start the position of its first character, from 0
 * @param end the position behind its last character
 */
public record Span(int start, int end) {

    /** Returns what reaches from the beginning of this one to the end of the other. */
    public Span to(Span other) {
        return new Span(start, other.end);
    }
}
