package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A form of conditions, in which {@code @} stands for the column and {@code #} for a number. */
final class ConditionPattern {

    private final List<String> words;

    ConditionPattern(String pattern) {
        words = List.of(pattern.split(" "));
    }

    /** Returns the numbers in a condition of this form, or nothing if it has another one. */
    Optional<List<BigDecimal>> numbers(String condition, String column, Set<Lexis> lexis) {
        var tokens = Tokens.of(condition, lexis);
        if (tokens.size() != words.size()) {
            return Optional.empty();
        }
        var numbers = new ArrayList<BigDecimal>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean fits =
                    switch (words.get(i)) {
                        case "@" -> token.isName() && token.text().equalsIgnoreCase(column);
                        case "#" -> token.kind() == Token.Kind.NUMBER;
                        case String word ->
                                token.is(word)
                                        || (token.kind() == Token.Kind.NUMBER
                                                && token.text().equals(word));
                    };
            if (!fits) {
                return Optional.empty();
            }
            if (words.get(i).equals("#")) {
                numbers.add(new BigDecimal(token.text()));
            }
        }
        return Optional.of(numbers);
    }
}
