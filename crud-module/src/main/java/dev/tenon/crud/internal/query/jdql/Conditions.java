package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.jdql.Token.Kind;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what rows meet: {@code conditional_expression} of the grammar. */
final class Conditions {

    private static final Set<String> BEHIND_VALUES =
            Set.of("=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "||");

    private final Tokens tokens;
    private final Expressions expressions;

    Conditions(Tokens tokens, Expressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Condition next() throws SyntaxFlaw {
        var any = new ArrayList<>(List.of(conjunction()));
        while (tokens.took("or")) {
            any.add(conjunction());
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private Condition conjunction() throws SyntaxFlaw {
        var all = new ArrayList<>(List.of(negation()));
        while (tokens.took("and")) {
            all.add(negation());
        }
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    private Condition negation() throws SyntaxFlaw {
        if (tokens.took("not")) {
            return new Condition.Not(negation());
        }
        if (tokens.peek().isSymbol("(") && !isValueBehind(tokens.behindParentheses())) {
            tokens.take();
            var inner = next();
            tokens.expectSymbol(")");
            return inner;
        }
        return predicate();
    }

    /** Returns whether what stands in parentheses before this word has to be a value. */
    private static boolean isValueBehind(Token next) {
        return (next.kind() == Kind.SYMBOL && BEHIND_VALUES.contains(next.text()))
                || List.of("not", "between", "like", "in", "is", "member").stream()
                        .anyMatch(next::isWord);
    }

    private Condition predicate() throws SyntaxFlaw {
        var operand = expressions.next();
        for (var operator : Operator.values()) {
            if (tokens.tookSymbol(operator.symbol())) {
                return new Condition.Comparison(operand, operator, expressions.next(), false);
            }
        }
        if (tokens.took("is")) {
            return absence(operand);
        }
        boolean isNegated = tokens.took("not");
        if (tokens.took("between")) {
            var low = expressions.next();
            tokens.expect("and");
            return new Condition.Between(operand, low, expressions.next(), isNegated, false);
        }
        if (tokens.took("like")) {
            return new Condition.Like(
                    operand, expressions.next(), Condition.Place.WHOLE, isNegated, false);
        }
        if (tokens.took("member")) {
            tokens.took("of");
            return new Condition.Member(operand, expressions.path(), isNegated);
        }
        if (tokens.took("in")) {
            return new Condition.In(operand, items(), isNegated, false);
        }
        throw tokens.unexpected("a comparison, such as '=', IN, LIKE, BETWEEN or IS NULL,");
    }

    private Condition absence(Expression operand) throws SyntaxFlaw {
        boolean isNegated = tokens.took("not");
        if (operand instanceof Expression.Path collection && tokens.took("empty")) {
            return new Condition.IsEmpty(collection, isNegated);
        }
        tokens.expect("null");
        return new Condition.IsNull(operand, isNegated);
    }

    private List<Expression> items() throws SyntaxFlaw {
        var first = tokens.peek();
        if (first.kind() == Kind.NAMED || first.kind() == Kind.ORDINAL) {
            return List.of(expressions.next());
        }
        tokens.expectSymbol("(");
        var items = new ArrayList<Expression>();
        do {
            items.add(expressions.next());
        } while (tokens.tookSymbol(","));
        tokens.expectSymbol(")");
        return items;
    }
}
