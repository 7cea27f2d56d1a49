package dev.tenon.crud.internal.query.jdql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Jakarta Persistence has in queries and Jakarta Data has not, and what does it instead. */
final class BeyondJdql {

    private static final String BODY =
            "Write the query in SQL in the body of a default method, with the sessions that a method"
                    + " of the repository which returns SessionFactory hands over.";

    private static final Map<String, String> REMEDIES =
            Map.ofEntries(
                    Map.entry("distinct", BODY),
                    Map.entry("max", BODY),
                    Map.entry("min", BODY),
                    Map.entry("sum", BODY),
                    Map.entry("avg", BODY),
                    Map.entry("group", BODY),
                    Map.entry("having", BODY),
                    Map.entry("union", BODY),
                    Map.entry("insert", "Give the repository a method with @Insert."),
                    Map.entry("limit", "Give the method a parameter of type Limit."),
                    Map.entry("offset", "Give the method a parameter of type Limit."),
                    Map.entry("nulls", BODY),
                    Map.entry("join", "Write the path: author.name stands for a join."),
                    Map.entry("left", "Write the path: author.name stands for a join."),
                    Map.entry("inner", "Write the path: author.name stands for a join."));

    private BeyondJdql() {}

    /** Returns the flaw that a word is none of the language, if it is known from elsewhere. */
    static Optional<SyntaxFlaw> flaw(Token word) {
        return Optional.ofNullable(REMEDIES.get(word.text().toLowerCase(Locale.ROOT)))
                .map(remedy ->
                        new SyntaxFlaw(
                                word.span(),
                                "There is " + word.shown(),
                                "The query language of Jakarta Data does not have it.",
                                remedy));
    }
}
