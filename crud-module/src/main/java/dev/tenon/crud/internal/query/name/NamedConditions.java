package dev.tenon.crud.internal.query.name;

import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands behind {@code By} in the name of a method. */
final class NamedConditions {

    private static final Pattern DELIMITER = Pattern.compile("(And|Or)(?=\\p{Lu})");

    /** What stands between two delimiters, and which of them stands before it. */
    private record Piece(Span span, boolean isBehindOr) {}

    private final NameText text;

    NamedConditions(NameText text) {
        this.text = text;
    }

    /** Returns the conditions as one, and adds a flaw for each part that is none. */
    Optional<Condition> read(Span span) {
        if (span.start() == span.end()) {
            text.flaws()
                    .add(
                            new Span(span.start() - "By".length(), span.end()),
                            "Nothing stands behind By",
                            "The conditions of the query stand there.",
                            "Write a condition behind By, or leave By out to mean all rows.");
            return Optional.empty();
        }
        var pieces = pieces(span);
        var any = new ArrayList<Condition>();
        var all = new ArrayList<Condition>();
        int argument = 1;
        for (int i = 0; i < pieces.size(); ) {
            if (pieces.get(i).isBehindOr() && !all.isEmpty()) {
                any.add(conjunction(all));
                all.clear();
            }
            var found = longer(pieces, i);
            if (found.isPresent()) {
                all.add(found.get().condition(argument));
                argument += found.get().kind().arguments();
                int end = found.get().span().end();
                while (i < pieces.size() && pieces.get(i).span().end() <= end) {
                    i++;
                }
            } else {
                var wrong = pieces.get(i++).span();
                addFlaw(wrong);
            }
        }
        if (!all.isEmpty()) {
            any.add(conjunction(all));
        }
        return any.isEmpty()
                ? Optional.empty()
                : Optional.of(any.size() == 1 ? any.getFirst() : new Condition.Or(any));
    }

    private void addFlaw(Span wrong) {
        OtherGrammar.translated(text.of(wrong), text.attributes())
                .ifPresentOrElse(
                        written -> text.otherGrammar(wrong, written),
                        () -> text.unknownAttribute(wrong, NamedCondition.subject(text.of(wrong))));
    }

    /** Returns the shortest condition from a piece on: a name can hold what delimits others. */
    private Optional<NamedCondition> longer(List<Piece> pieces, int first) {
        for (int last = first; last < pieces.size(); last++) {
            var span = pieces.get(first).span().to(pieces.get(last).span());
            var found = NamedCondition.of(text.of(span), span, text.attributes());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Piece> pieces(Span span) {
        var pieces = new ArrayList<Piece>();
        var delimiters = DELIMITER.matcher(text.name()).region(span.start(), span.end());
        int start = span.start();
        boolean isOr = false;
        while (delimiters.find()) {
            pieces.add(new Piece(new Span(start, delimiters.start()), isOr));
            start = delimiters.end();
            isOr = delimiters.group().equals("Or");
        }
        pieces.add(new Piece(new Span(start, span.end()), isOr));
        return pieces;
    }

    private static Condition conjunction(List<Condition> all) {
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }
}
