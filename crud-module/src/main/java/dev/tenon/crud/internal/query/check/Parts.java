package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.attribute.FoundAttribute.Hop;
import dev.tenon.crud.internal.query.checked.Argument;
import dev.tenon.crud.internal.query.checked.Argument.Form;
import dev.tenon.crud.internal.query.checked.CheckedQuery.NewValue;
import dev.tenon.crud.internal.query.checked.Restriction;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.checked.Scalar.Column;
import dev.tenon.crud.internal.query.checked.Scalar.Given;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Condition.Comparison;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes what is embedded apart, as it stands in several columns. */
final class Parts {

    /** One of the columns, and which attribute of the embedded object stands in it. */
    private record Part(Column column, String path) {}

    private final Paths paths;
    private final Parameters parameters;
    private final Flaws flaws;

    Parts(Paths paths, Parameters parameters, Flaws flaws) {
        this.paths = paths;
        this.parameters = parameters;
        this.flaws = flaws;
    }

    /** Returns whether a side of the comparison is embedded. */
    boolean isEmbedded(Comparison comparison) {
        return embedded(comparison.left()).isPresent() || embedded(comparison.right()).isPresent();
    }

    /** Returns the comparison, of which a side is embedded, or its opposite. */
    Optional<Restriction> compared(Comparison comparison, boolean isNegated) {
        var left = embedded(comparison.left());
        return left.isPresent()
                ? compared(left.get(), comparison, comparison.right(), isNegated)
                : compared(
                        embedded(comparison.right()).orElseThrow(),
                        comparison,
                        comparison.left(),
                        isNegated);
    }

    private Optional<Restriction> compared(
            FoundAttribute attribute, Comparison comparison, Expression other, boolean isNegated) {
        if (comparison.operator() != Operator.EQUAL
                && comparison.operator() != Operator.NOT_EQUAL) {
            flaws.add(
                    comparison.left().span(),
                    "The embedded attribute '" + attribute.path() + "' is put in order",
                    "Its values have none.",
                    "Compare it with = or <>, or compare one of its attributes.");
            return Optional.empty();
        }
        boolean isEqual = (comparison.operator() == Operator.EQUAL) != isNegated;
        return argument(attribute, other)
                .map(argument ->
                        attribute.mapping().isId()
                                ? comparedKey(attribute, argument, isEqual)
                                : compared(attribute, argument, isEqual));
    }

    /** No column of a key is NULL. */
    private static Restriction comparedKey(
            FoundAttribute attribute, int argument, boolean isEqual) {
        var same =
                new Restriction.All(
                        parts(attribute).stream()
                                .<Restriction>map(part ->
                                        new Restriction.Compared(
                                                part.column(),
                                                Operator.EQUAL,
                                                given(part, argument),
                                                false))
                                .toList());
        return isEqual ? same : new Restriction.Opposite(same);
    }

    /**
     * Some of its columns can be NULL, but where all are, or the argument is null, it is not met.
     */
    private static Restriction compared(FoundAttribute attribute, int argument, boolean isEqual) {
        var same =
                new Restriction.All(
                        parts(attribute).stream()
                                .<Restriction>map(part ->
                                        new Restriction.Same(part.column(), given(part, argument)))
                                .toList());
        return new Restriction.All(
                List.of(
                        isEqual ? same : new Restriction.Opposite(same),
                        new Restriction.Opposite(absent(attribute)),
                        new Restriction.Present(new Argument(argument, "", Form.ITSELF))));
    }

    private static Scalar given(Part part, int argument) {
        var type = part.column().type();
        return new Given(new Argument(argument, part.path(), Form.of(type)), type);
    }

    /** Returns the parameter that has to be an object of the embedded class. */
    private Optional<Integer> argument(FoundAttribute attribute, Expression expression) {
        var type = ValueType.of(((Embedded) attribute.mapping()).className());
        boolean isParameter =
                expression instanceof Expression.Positional
                        || expression instanceof Expression.Named;
        var index = parameters.use(expression);
        if (isParameter && index.isEmpty()) {
            return index;
        }
        var fitting = index.filter(i -> parameters.get(i).type().equals(type.className()));
        if (fitting.isEmpty()) {
            flaws.add(
                    expression.span(),
                    "Something else stands beside the embedded attribute '"
                            + attribute.path()
                            + "'",
                    "It is equal to an argument of the type " + type.shown() + " alone.",
                    "Write a parameter of this type, or name one of its attributes.");
        }
        return fitting;
    }

    /** Returns nothing if the attribute is not embedded. */
    Optional<Restriction> absent(FoundAttribute attribute, boolean isNegated) {
        if (!(attribute.mapping() instanceof Embedded)) {
            return Optional.empty();
        }
        var absent = absent(attribute);
        return Optional.of(isNegated ? new Restriction.Opposite(absent) : absent);
    }

    private static Restriction absent(FoundAttribute attribute) {
        return new Restriction.All(
                parts(attribute).stream()
                        .<Restriction>map(part -> new Restriction.Absent(part.column(), false))
                        .toList());
    }

    /**
     * Returns the new values of the columns of an embedded attribute.
     *
     * @param value nothing is NULL
     */
    List<NewValue> assigned(FoundAttribute attribute, Optional<Expression> value) {
        if (value.isEmpty()) {
            return parts(attribute).stream()
                    .map(p -> new NewValue(p.column().name(), Optional.empty()))
                    .toList();
        }
        var argument = argument(attribute, value.get());
        return argument.isEmpty()
                ? List.of()
                : parts(attribute).stream()
                        .map(p ->
                                new NewValue(
                                        p.column().name(), Optional.of(given(p, argument.get()))))
                        .toList();
    }

    private Optional<FoundAttribute> embedded(Expression expression) {
        return paths.find(expression).filter(a -> a.mapping() instanceof Embedded);
    }

    private static List<Part> parts(FoundAttribute attribute) {
        return parts((Embedded) attribute.mapping(), "", attribute.hops()).toList();
    }

    private static Stream<Part> parts(Embedded embedded, String prefix, List<Hop> hops) {
        return embedded.attributes().stream()
                .flatMap(attribute -> {
                    var path = prefix + attribute.name();
                    return attribute instanceof Embedded inner
                            ? parts(inner, path + ".", hops)
                            : Column.of(hops, attribute).map(c -> new Part(c, path)).stream();
                });
    }
}
