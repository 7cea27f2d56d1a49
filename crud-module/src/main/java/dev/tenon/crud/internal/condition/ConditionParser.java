package dev.tenon.crud.internal.condition;

import dev.tenon.crud.internal.condition.Condition.Column;
import dev.tenon.crud.internal.condition.Condition.Comparison;
import dev.tenon.crud.internal.condition.Condition.IsNull;
import dev.tenon.crud.internal.condition.Condition.Length;
import dev.tenon.crud.internal.condition.Condition.Literal;
import dev.tenon.crud.internal.condition.Condition.Not;
import dev.tenon.crud.internal.condition.Condition.Operand;
import dev.tenon.crud.internal.condition.Condition.Sign;
import dev.tenon.crud.internal.table.KnownTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Understands simple conditions: comparisons of columns and of {@code length(column)} with each
 * other and with literals, BETWEEN, IN, IS NULL, AND, OR, NOT. Everything else is left to the
 * database.
 */
final class ConditionParser {

    /** Leaves a condition that is not understood. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    private final Tokens tokens;
    private final KnownTable table;
    private final boolean isOverTexts;
    private final TreeSet<String> columns = new TreeSet<>();

    private ConditionParser(Tokens tokens, KnownTable table, boolean isOverTexts) {
        this.tokens = tokens;
        this.table = table;
        this.isOverTexts = isOverTexts;
    }

    /**
     * Returns the condition, if it is understood.
     *
     * @param isOverTexts whether one over texts is. On MariaDB length counts bytes, texts are equal
     *     that are not the same, and {@code "x"} is a text
     */
    static Optional<TableCheck> parse(String condition, KnownTable table, boolean isOverTexts) {
        return isOverTexts || condition.indexOf('"') < 0
                ? Tokens.of(condition)
                        .flatMap(t -> new ConditionParser(t, table, isOverTexts).whole(condition))
                : Optional.empty();
    }

    private Optional<TableCheck> whole(String text) {
        try {
            var condition = disjunction();
            return tokens.isAtEnd()
                    ? Optional.of(new TableCheck(text, condition, columns))
                    : Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    private Condition disjunction() {
        var parts = separated(this::conjunction, () -> tokens.takeWord("or"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition conjunction() {
        var parts = separated(this::negation, () -> tokens.takeWord("and"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition negation() {
        return tokens.takeWord("not") ? new Not(negation()) : predicate();
    }

    /** A parenthesis holds a condition, or an operand that a comparison follows. */
    private Condition predicate() {
        int start = tokens.position();
        if (tokens.takeSign("(")) {
            try {
                var inner = disjunction();
                require(tokens.takeSign(")"));
                return inner;
            } catch (NotUnderstood e) {
                tokens.back(start);
            }
        }
        var operand = operand();
        if (tokens.takeWord("is")) {
            boolean isNegated = tokens.takeWord("not");
            require(tokens.takeWord("null"));
            return negatedIf(isNegated, new IsNull(operand));
        }
        boolean isNegated = tokens.takeWord("not");
        if (tokens.takeWord("between")) {
            var low = operand();
            require(tokens.takeWord("and"));
            return negatedIf(
                    isNegated,
                    new Condition.And(
                            List.of(
                                    new Comparison(operand, Sign.GREATER_OR_EQUAL, low),
                                    new Comparison(operand, Sign.LESS_OR_EQUAL, operand()))));
        }
        if (tokens.takeWord("in")) {
            require(tokens.takeSign("("));
            var values = separated(this::operand, () -> tokens.takeSign(","));
            require(tokens.takeSign(")"));
            return negatedIf(
                    isNegated,
                    new Condition.Or(
                            values.stream()
                                    .<Condition>map(v -> new Comparison(operand, Sign.EQUAL, v))
                                    .toList()));
        }
        require(!isNegated);
        return new Comparison(operand, sign(), operand());
    }

    private Sign sign() {
        var token = tokens.next().orElseThrow(NotUnderstood::new);
        require(token.kind() == Tokens.Kind.SIGN);
        return switch (token.text()) {
            case "=" -> Sign.EQUAL;
            case "<>", "!=" -> Sign.UNEQUAL;
            case "<" -> Sign.LESS;
            case "<=" -> Sign.LESS_OR_EQUAL;
            case ">" -> Sign.GREATER;
            case ">=" -> Sign.GREATER_OR_EQUAL;
            default -> throw new NotUnderstood();
        };
    }

    private Operand operand() {
        if (tokens.takeSign("(")) {
            var inner = operand();
            require(tokens.takeSign(")"));
            return inner;
        }
        if (tokens.takeSign("-")) {
            var number = tokens.next().orElseThrow(NotUnderstood::new);
            require(number.kind() == Tokens.Kind.NUMBER);
            return new Literal(new BigDecimal(number.text()).negate());
        }
        var token = tokens.next().orElseThrow(NotUnderstood::new);
        return switch (token.kind()) {
            case NUMBER -> new Literal(new BigDecimal(token.text()));
            case TEXT -> text(token.text());
            case QUOTED -> column(token.text());
            case WORD -> word(token.text());
            case SIGN -> throw new NotUnderstood();
        };
    }

    private Operand text(String text) {
        require(isOverTexts);
        return new Literal(text);
    }

    private Operand word(String word) {
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return new Literal(Boolean.valueOf(word));
        }
        if (word.equalsIgnoreCase("length") && tokens.takeSign("(")) {
            if (!(operand() instanceof Column(var name))) {
                throw new NotUnderstood();
            }
            require(tokens.takeSign(")"));
            return new Length(name);
        }
        return column(word);
    }

    /** A name in other letters than those of the column may or may not mean it. */
    private Operand column(String name) {
        require(table.find(name).filter(c -> isOverTexts || !c.isText()).isPresent());
        columns.add(name);
        return new Column(name);
    }

    private static Condition negatedIf(boolean isNegated, Condition condition) {
        return isNegated ? new Not(condition) : condition;
    }

    private static <T> List<T> separated(Supplier<T> item, Supplier<Boolean> separator) {
        var items = new ArrayList<T>();
        do {
            items.add(item.get());
        } while (separator.get());
        return List.copyOf(items);
    }

    private static void require(boolean isSo) {
        if (!isSo) {
            throw new NotUnderstood();
        }
    }
}
