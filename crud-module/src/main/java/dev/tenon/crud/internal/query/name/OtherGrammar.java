package dev.tenon.crud.internal.query.name;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.tree.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Conditions as the names of methods have them elsewhere: with other words, with {@code Is} before
 * them, or with {@code IgnoreCase} at the end. They are no conditions here, but tell what is meant.
 */
final class OtherGrammar {

    /** Other words, with those that mean the same here. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "Containing", "Contains",
                    "StartingWith", "StartsWith",
                    "EndingWith", "EndsWith",
                    "After", "GreaterThan",
                    "Before", "LessThan",
                    "Equals", "",
                    "Equal", "");

    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?<attribute>.+?)(Is)?(?<not>Not)?(?<word>Containing|Contains|StartingWith"
                            + "|StartsWith|EndingWith|EndsWith|After|Before|Equals?|GreaterThanEqual"
                            + "|GreaterThan|LessThanEqual|LessThan|Between|Like|In|Null|True|False)?"
                            + "(?<case>(All)?Ignor(e|es|ing)Case)?");

    private OtherGrammar() {}

    /** Returns how the condition is written here, or nothing if it is not known what it means. */
    static Optional<String> translated(String condition, Attributes attributes) {
        var parts = CONDITION.matcher(condition);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var written =
                parts.group("attribute")
                        + (parts.group("case") == null ? "" : "IgnoreCase")
                        + (parts.group("not") == null ? "" : "Not")
                        + (parts.group("word") == null
                                ? ""
                                : WORDS.getOrDefault(parts.group("word"), parts.group("word")));
        return NamedCondition.of(written, new Span(0, written.length()), attributes)
                .map(_ -> written);
    }
}
