package dev.tenon.crud.internal.condition;

import dev.tenon.crud.internal.condition.Condition.Column;
import dev.tenon.crud.internal.condition.Condition.Comparison;
import dev.tenon.crud.internal.condition.Condition.IsNull;
import dev.tenon.crud.internal.condition.Condition.Length;
import dev.tenon.crud.internal.condition.Condition.Literal;
import dev.tenon.crud.internal.condition.Condition.Not;
import dev.tenon.crud.internal.condition.Condition.Operand;
import dev.tenon.crud.internal.condition.Condition.Sign;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditions with the three values of SQL: true, false, and nothing for unknown. What an
 * engine may see otherwise, such as the order of texts, is unknown here.
 *
 * @param row the values of the columns, null for NULL
 */
record Evaluation(Map<String, @Nullable Object> row) {

    Optional<Boolean> of(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts) -> joined(parts, false);
            case Condition.Or(var parts) -> joined(parts, true);
            case Not(var part) -> of(part).map(met -> !met);
            case IsNull(var operand) -> isNull(operand);
            case Comparison(var left, var sign, var right) -> compared(left, sign, right);
        };
    }

    /** The one value that decides alone makes it so; otherwise one that is unknown. */
    private Optional<Boolean> joined(List<Condition> parts, boolean deciding) {
        boolean isUnknown = false;
        for (Condition part : parts) {
            var met = of(part);
            if (met.isEmpty()) {
                isUnknown = true;
            } else if (met.get() == deciding) {
                return met;
            }
        }
        return isUnknown ? Optional.empty() : Optional.of(!deciding);
    }

    private Optional<Boolean> isNull(Operand operand) {
        return switch (operand) {
            case Column(var name) -> Optional.of(row.get(name) == null);
            case Length(var name) -> Optional.of(row.get(name) == null);
            case Literal _ -> Optional.of(false);
        };
    }

    private Optional<Boolean> compared(Operand left, Sign sign, Operand right) {
        var one = value(left);
        var other = value(right);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (one.get() instanceof BigDecimal a && other.get() instanceof BigDecimal b) {
            return Optional.of(is(sign, a.compareTo(b)));
        }
        return switch (sign) {
            case EQUAL -> equal(one.get(), other.get());
            case UNEQUAL -> equal(one.get(), other.get()).map(isEqual -> !isEqual);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Optional.empty();
        };
    }

    /** A collation may see no difference in case or in spaces at the end. */
    private static Optional<Boolean> equal(Object one, Object other) {
        if (one instanceof String text && other instanceof String another) {
            boolean isAlike = text.strip().equalsIgnoreCase(another.strip());
            return isAlike && !text.equals(another)
                    ? Optional.empty()
                    : Optional.of(text.equals(another));
        }
        return one.getClass() == other.getClass()
                ? Optional.of(one.equals(other))
                : Optional.empty();
    }

    private static boolean is(Sign sign, int order) {
        return switch (sign) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** Returns a number, text or truth value; nothing for NULL, and for everything else. */
    private Optional<Object> value(Operand operand) {
        return switch (operand) {
            case Literal(var value) -> Optional.of(value);
            case Length(var name) ->
                    row.get(name) instanceof String text
                            ? Optional.of(BigDecimal.valueOf(text.codePointCount(0, text.length())))
                            : Optional.empty();
            case Column(var name) ->
                    switch (row.get(name)) {
                        case Integer number -> Optional.of(BigDecimal.valueOf(number));
                        case Long number -> Optional.of(BigDecimal.valueOf(number));
                        case BigDecimal number -> Optional.of(number);
                        case String text -> Optional.of(text);
                        case Boolean truth -> Optional.of(truth);
                        case null, default -> Optional.empty();
                    };
        };
    }
}
