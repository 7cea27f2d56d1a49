package dev.tenon.crud.internal.query.name;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Condition.Place;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.crud.internal.query.tree.Span;
import java.util.List;
import java.util.Optional;

/**
 * One condition in the name of a method.
 *
 * @param attribute what it is about
 */
record NamedCondition(
        FoundAttribute attribute,
        boolean ignoresCase,
        boolean isNegated,
        ConditionKind kind,
        Span span) {

    private static final String IGNORE_CASE = "IgnoreCase";
    private static final String NOT = "Not";

    /** Returns what the text says, or nothing if no attribute is called as it begins. */
    static Optional<NamedCondition> of(String text, Span span, Attributes attributes) {
        // An attribute whose name ends with a keyword is meant before the keyword is.
        return attributes
                .called(text)
                .map(a -> new NamedCondition(a, false, false, ConditionKind.EQUAL, span))
                .or(() ->
                        List.of(ConditionKind.values()).stream()
                                .filter(k -> text.endsWith(k.keyword()))
                                .flatMap(k -> ofKind(text, k, span, attributes).stream())
                                .findFirst());
    }

    private static Optional<NamedCondition> ofKind(
            String text, ConditionKind kind, Span span, Attributes attributes) {
        var subject = without(text, kind.keyword());
        boolean isNegated = subject.endsWith(NOT) && attributes.called(subject).isEmpty();
        var positive = isNegated ? without(subject, NOT) : subject;
        boolean ignoresCase = positive.endsWith(IGNORE_CASE);
        var name = ignoresCase ? without(positive, IGNORE_CASE) : positive;
        return attributes
                .called(name)
                .map(a -> new NamedCondition(a, ignoresCase, isNegated, kind, span));
    }

    /** Returns the part before what a text ends with: the beginning that names an attribute. */
    static String subject(String text) {
        var kind =
                List.of(ConditionKind.values()).stream()
                        .filter(k -> text.endsWith(k.keyword()))
                        .findFirst()
                        .orElseThrow();
        var subject = without(text, kind.keyword());
        var positive = subject.endsWith(NOT) ? without(subject, NOT) : subject;
        return positive.endsWith(IGNORE_CASE) ? without(positive, IGNORE_CASE) : positive;
    }

    private static String without(String text, String end) {
        return text.substring(0, text.length() - end.length());
    }

    /**
     * Returns the condition.
     *
     * @param position of the first argument that it takes, from 1
     */
    Condition condition(int position) {
        var operand = new Path(List.of(attribute.path().split("\\.", -1)), span);
        var value = new Expression.Positional(position, span);
        return switch (kind) {
            case EQUAL -> compared(operand, isNegated ? Operator.NOT_EQUAL : Operator.EQUAL, value);
            case LESS_THAN -> ordered(operand, Operator.LESS, value);
            case LESS_THAN_EQUAL -> ordered(operand, Operator.LESS_OR_EQUAL, value);
            case GREATER_THAN -> ordered(operand, Operator.GREATER, value);
            case GREATER_THAN_EQUAL -> ordered(operand, Operator.GREATER_OR_EQUAL, value);
            case BETWEEN ->
                    new Condition.Between(
                            operand,
                            value,
                            new Expression.Positional(position + 1, span),
                            isNegated,
                            ignoresCase);
            case CONTAINS -> like(operand, value, Place.ANYWHERE);
            case STARTS_WITH -> like(operand, value, Place.START);
            case ENDS_WITH -> like(operand, value, Place.END);
            case LIKE -> like(operand, value, Place.WHOLE);
            case IN -> new Condition.In(operand, List.of(value), isNegated, ignoresCase);
            case NULL -> new Condition.IsNull(operand, isNegated);
            case TRUE -> compared(operand, Operator.EQUAL, truth(!isNegated));
            case FALSE -> compared(operand, Operator.EQUAL, truth(isNegated));
        };
    }

    private Expression truth(boolean value) {
        return new Expression.Literal(value, span);
    }

    private Condition compared(Expression operand, Operator operator, Expression value) {
        return new Condition.Comparison(operand, operator, value, ignoresCase);
    }

    private Condition ordered(Expression operand, Operator operator, Expression value) {
        var comparison = compared(operand, operator, value);
        return isNegated ? new Condition.Not(comparison) : comparison;
    }

    private Condition like(Expression operand, Expression pattern, Place place) {
        return new Condition.Like(operand, pattern, place, isNegated, ignoresCase);
    }
}
