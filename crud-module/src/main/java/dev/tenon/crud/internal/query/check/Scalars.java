package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.checked.Argument;
import dev.tenon.crud.internal.query.checked.Argument.Form;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.checked.Scalar.Constant;
import dev.tenon.crud.internal.query.checked.Scalar.Given;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.query.checked.ValueType.Kind;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.crud.internal.query.tree.Expression.Sign;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.crud.internal.sql.Phrase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the types of values. */
final class Scalars {

    private final Paths paths;
    private final Parameters parameters;
    private final EnumLiterals literals;
    private final Flaws flaws;

    Scalars(Paths paths, Parameters parameters, EnumLiterals literals, Flaws flaws) {
        this.paths = paths;
        this.parameters = parameters;
        this.literals = literals;
        this.flaws = flaws;
    }

    /** Returns the value of an expression, or nothing and adds the flaw if it has none. */
    Optional<? extends Scalar> of(Expression expression) {
        return switch (expression) {
            case Path _, Expression.Key _, Expression.Version _ ->
                    paths.expect(expression)
                            .flatMap(found -> paths.column(found, expression.span()));
            case Expression.Positional _, Expression.Named _ -> given(expression);
            case Expression.Literal(Boolean truth, _) ->
                    Optional.of(new Constant(truth, ValueType.BOOLEAN));
            case Expression.Literal(var text, _) -> Optional.of(new Constant(text, ValueType.TEXT));
            case Expression.Numeral numeral ->
                    Optional.of(
                            new Constant(
                                    numeral.value(),
                                    ValueType.of(numeral.value().getClass().getName())));
            case Expression.Current(var clock, _) -> Optional.of(current(clock));
            case Expression.Call call -> call(call);
            case Expression.Operation operation -> operation(operation);
            case Expression.Negative negative ->
                    number(negative.operand(), "-")
                            .map(operand ->
                                    new Scalar.Negative(
                                            operand, operand.type().promoted(operand.type())));
        };
    }

    /**
     * Returns the value of an expression that is compared with one of the type, or stored in its
     * column.
     */
    Optional<? extends Scalar> of(Expression expression, ValueType beside) {
        if (expression instanceof Path path
                && beside.kind() == Kind.OBJECT
                && paths.find(path).isEmpty()) {
            return literals.of(path, beside);
        }
        var scalar = of(expression);
        if (scalar.isPresent() && !beside.isComparableTo(scalar.get().type())) {
            flaws.add(
                    expression.span(),
                    "A value of the type %s stands beside one of the type %s"
                            .formatted(scalar.get().type().shown(), beside.shown()),
                    "The two are never equal.",
                    expression instanceof Expression.Positional
                                    || expression instanceof Expression.Named
                            ? "Give the parameter the type " + beside.shown() + "."
                            : "Compare values of one type.");
            return Optional.empty();
        }
        return scalar.map(s -> stored(s, beside, expression));
    }

    /** Returns whether an expression can only be understood with what it is compared with. */
    boolean needsOther(Expression expression) {
        return expression instanceof Path path
                && path.names().size() > 1
                && paths.find(path).isEmpty();
    }

    /** Returns the value as it is stored in columns of the type. */
    private static Scalar stored(Scalar scalar, ValueType beside, Expression expression) {
        return switch (scalar) {
            // Exactly what is written, not the nearest double.
            case Constant _
                    when beside.kind() == Kind.BIG_DECIMAL
                            && expression instanceof Expression.Numeral numeral ->
                    new Constant(new BigDecimal(numeral.digits()), beside);
            case Given(var argument, var type) -> new Given(argument.in(beside), type);
            default -> scalar;
        };
    }

    private Optional<Given> given(Expression expression) {
        var index = parameters.use(expression);
        return index.flatMap(i -> given(i, expression.span()));
    }

    private Optional<Given> given(int index, Span span) {
        var parameter = parameters.get(index);
        if (parameter.element().isPresent()) {
            flaws.add(
                    span,
                    "An argument with several values stands where one is expected",
                    "The type of the parameter is " + shown(parameter) + ".",
                    "Write IN, or give the parameter the type of one value.");
            return Optional.empty();
        }
        return Optional.of(
                new Given(new Argument(index, "", Form.ITSELF), ValueType.of(parameter.type())));
    }

    private static Scalar current(Expression.Clock clock) {
        return switch (clock) {
            case DATE -> now(Phrase.TODAY, "java.time.LocalDate");
            case TIME -> now(Phrase.TIME, "java.time.LocalTime");
            case DATETIME -> now(Phrase.NOW, "java.time.LocalDateTime");
        };
    }

    private static Scalar now(Phrase phrase, String type) {
        return new Scalar.Phrased(phrase, List.of(), ValueType.of(type));
    }

    private Optional<Scalar> call(Expression.Call call) {
        var name = call.function().name().toLowerCase(Locale.ROOT);
        var first = call.arguments().getFirst();
        return switch (call.function()) {
            case ABS -> number(first, name).map(n -> phrased(Phrase.ABSOLUTE, n.type(), n));
            case LENGTH -> text(first, name).map(t -> phrased(Phrase.LENGTH, ValueType.INTEGER, t));
            case LOWER -> text(first, name).map(t -> phrased(Phrase.LOWER, ValueType.TEXT, t));
            case UPPER -> text(first, name).map(t -> phrased(Phrase.UPPER, ValueType.TEXT, t));
            case LEFT -> part(Phrase.LEFT, call.arguments(), name);
            case RIGHT -> part(Phrase.RIGHT, call.arguments(), name);
        };
    }

    private Optional<Scalar> part(Phrase phrase, List<Expression> arguments, String name) {
        var text = text(arguments.getFirst(), name);
        var length = number(arguments.get(1), name);
        if (length.isPresent() && !length.get().type().kind().isWhole()) {
            wrongOperand(arguments.get(1), length.get(), name, "a whole number of characters");
            return Optional.empty();
        }
        return text.flatMap(t -> length.map(l -> phrased(phrase, ValueType.TEXT, t, l)));
    }

    private static Scalar phrased(Phrase phrase, ValueType type, Scalar... operands) {
        return new Scalar.Phrased(phrase, List.of(operands), type);
    }

    private Optional<Scalar> operation(Expression.Operation operation) {
        var sign = operation.sign();
        if (sign == Sign.JOINED) {
            var left = text(operation.left(), sign.symbol());
            var right = text(operation.right(), sign.symbol());
            return left.flatMap(
                    l -> right.map(r -> phrased(Phrase.CONCATENATION, ValueType.TEXT, l, r)));
        }
        var left = number(operation.left(), sign.symbol());
        var right = number(operation.right(), sign.symbol());
        return left.flatMap(l -> right.map(r -> computed(l, sign, r)));
    }

    private static Scalar computed(Scalar left, Sign sign, Scalar right) {
        var type = left.type().promoted(right.type());
        if (sign != Sign.BY) {
            return new Scalar.Computed(left, sign.symbol(), right, type);
        }
        return phrased(
                type.kind().isWhole() ? Phrase.WHOLE_QUOTIENT : Phrase.QUOTIENT, type, left, right);
    }

    private Optional<Scalar> number(Expression expression, String operator) {
        return operand(expression, operator, "a number", Kind::isNumber);
    }

    /** Returns the value of an expression that has to be a text. */
    Optional<Scalar> text(Expression expression, String operator) {
        return operand(expression, operator, "a text", Kind::isText);
    }

    private Optional<Scalar> operand(
            Expression expression, String operator, String expected, Predicate<Kind> condition) {
        Optional<Scalar> scalar = of(expression).map(s -> s);
        if (scalar.isPresent() && !condition.test(scalar.get().type().kind())) {
            wrongOperand(expression, scalar.get(), operator, expected);
            return Optional.empty();
        }
        return scalar;
    }

    private void wrongOperand(
            Expression expression, Scalar scalar, String operator, String expected) {
        flaws.add(
                expression.span(),
                "A value of the type "
                        + scalar.type().shown()
                        + " stands beside '"
                        + operator
                        + "'",
                "It takes " + expected + ".",
                "Give it " + expected + ", or leave it out.");
    }

    private static String shown(QueryParameter parameter) {
        return ValueType.of(parameter.type()).shown();
    }
}
