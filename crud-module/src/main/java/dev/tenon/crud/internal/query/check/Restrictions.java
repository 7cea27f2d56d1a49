package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.checked.Argument;
import dev.tenon.crud.internal.query.checked.Argument.Form;
import dev.tenon.crud.internal.query.checked.Restriction;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.query.checked.ValueType.Kind;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks conditions. */
final class Restrictions {

    /** A parameter that holds several values. */
    private record Many(int index, ValueType element) {}

    private final Paths paths;
    private final Scalars scalars;
    private final Parts parts;
    private final Members members;
    private final Parameters parameters;
    private final Flaws flaws;

    Restrictions(Paths paths, Scalars scalars, Parts parts, Parameters parameters, Flaws flaws) {
        this.paths = paths;
        this.scalars = scalars;
        this.parts = parts;
        this.members = new Members(paths, scalars, flaws);
        this.parameters = parameters;
        this.flaws = flaws;
    }

    /** Returns the condition, or nothing and adds the flaws if it makes no sense. */
    Optional<? extends Restriction> of(Condition condition) {
        return switch (condition) {
            case Condition.And(var all) -> several(all).map(Restriction.All::new);
            case Condition.Or(var any) -> several(any).map(Restriction.AnyOf::new);
            case Condition.Not(var negated) -> opposite(negated);
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Between between -> between(between);
            case Condition.In in -> in(in);
            case Condition.Like like -> like(like);
            case Condition.Member member -> members.member(member);
            case Condition.IsEmpty empty -> members.empty(empty);
            case Condition.IsNull(var operand, var isNegated) -> absent(operand, isNegated);
        };
    }

    /**
     * Takes NOT to what it is said of: where a value is null, neither a condition nor its opposite
     * is met, which a NOT around several would lose.
     */
    private Optional<? extends Restriction> opposite(Condition negated) {
        return switch (negated) {
            case Condition.And(var all) -> of(new Condition.Or(opposites(all)));
            case Condition.Or(var any) -> of(new Condition.And(opposites(any)));
            case Condition.Not(var twice) -> of(twice);
            case Condition.Comparison comparison when parts.isEmbedded(comparison) ->
                    parts.compared(comparison, true);
            case Condition.Between b ->
                    of(
                            new Condition.Between(
                                    b.operand(),
                                    b.low(),
                                    b.high(),
                                    !b.isNegated(),
                                    b.ignoresCase()));
            case Condition.In in ->
                    of(
                            new Condition.In(
                                    in.operand(), in.items(), !in.isNegated(), in.ignoresCase()));
            case Condition.Member member ->
                    of(
                            new Condition.Member(
                                    member.item(), member.collection(), !member.isNegated()));
            case Condition.Comparison _,
                    Condition.Like _,
                    Condition.IsEmpty _,
                    Condition.IsNull _ ->
                    of(negated).map(Restriction.Opposite::new);
        };
    }

    private static List<Condition> opposites(List<Condition> conditions) {
        return conditions.stream().<Condition>map(Condition.Not::new).toList();
    }

    /** Returns all, as every one of them is to be checked, or nothing if one has a flaw. */
    private Optional<List<Restriction>> several(List<Condition> conditions) {
        var checked = new ArrayList<Restriction>();
        for (var condition : conditions) {
            of(condition).ifPresent(checked::add);
        }
        return checked.size() == conditions.size() ? Optional.of(checked) : Optional.empty();
    }

    private Optional<? extends Restriction> comparison(Condition.Comparison comparison) {
        if (parts.isEmbedded(comparison)) {
            return parts.compared(comparison, false);
        }
        boolean isTurned = scalars.needsOther(comparison.left());
        var known = isTurned ? comparison.right() : comparison.left();
        var other = isTurned ? comparison.left() : comparison.right();
        var first = scalars.of(known);
        if (first.isEmpty()) {
            // To find what else is wrong.
            if (!scalars.needsOther(other)) {
                var _ = scalars.of(other);
            }
            return Optional.empty();
        }
        var second = beside(other, first.get());
        if (second.isEmpty() || !isFit(comparison, first.get())) {
            return Optional.empty();
        }
        // The first one may be the argument, whose form the second one tells.
        var again = beside(known, second.get());
        return again.map(left ->
                isTurned
                        ? compared(comparison, second.get(), left)
                        : compared(comparison, left, second.get()));
    }

    private Optional<? extends Scalar> beside(Expression expression, Scalar other) {
        return scalars.of(expression, other.type());
    }

    private static Restriction compared(Condition.Comparison c, Scalar left, Scalar right) {
        return new Restriction.Compared(left, c.operator(), right, c.ignoresCase());
    }

    private boolean isFit(Condition.Comparison comparison, Scalar operand) {
        boolean isOrdered =
                comparison.operator() != Operator.EQUAL
                        && comparison.operator() != Operator.NOT_EQUAL;
        if (isOrdered
                && (operand.type().kind() == Kind.ENTITY || operand.type().kind() == Kind.OBJECT)
                && operand.type().enumForm() == EnumForm.NONE) {
            flaws.add(
                    comparison.left().span(),
                    "Values of the type " + operand.type().shown() + " are put in order",
                    "They have none.",
                    "Compare them with = or <>.");
            return false;
        }
        return canIgnoreCase(comparison.ignoresCase(), comparison.left(), operand);
    }

    private boolean canIgnoreCase(boolean ignoresCase, Expression expression, Scalar operand) {
        if (!ignoresCase || operand.type().kind().isText()) {
            return true;
        }
        flaws.add(
                expression.span(),
                "IgnoreCase is said of a value of the type " + operand.type().shown(),
                "Only texts have capital and small letters.",
                "Leave IgnoreCase out.");
        return false;
    }

    private Optional<Restriction> between(Condition.Between between) {
        var operand = scalars.of(between.operand());
        if (operand.isEmpty()
                || !canIgnoreCase(between.ignoresCase(), between.operand(), operand.get())) {
            return Optional.empty();
        }
        var low = beside(between.low(), operand.get());
        var high = beside(between.high(), operand.get());
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        // The operand may be the argument, whose form a bound tells.
        return beside(between.operand(), low.get())
                .map(o -> {
                    var within =
                            new Restriction.Within(
                                    o,
                                    low.get(),
                                    high.get(),
                                    between.isNegated(),
                                    between.ignoresCase());
                    // A value below a bound is outside, whatever the other bound is.
                    return between.isNegated()
                            ? new Restriction.All(
                                    List.of(
                                            within,
                                            Restriction.notNull(low.get()),
                                            Restriction.notNull(high.get())))
                            : within;
                });
    }

    private Optional<Restriction> in(Condition.In in) {
        var operand = scalars.of(in.operand());
        if (operand.isEmpty() || !canIgnoreCase(in.ignoresCase(), in.operand(), operand.get())) {
            return Optional.empty();
        }
        var many = in.items().size() == 1 ? many(in.items().getFirst()) : Optional.<Many>empty();
        if (many.isPresent()) {
            return oneOfMany(in, operand.get(), many.get());
        }
        var items = new ArrayList<Scalar>();
        for (var item : in.items()) {
            beside(item, operand.get()).ifPresent(items::add);
        }
        return items.size() == in.items().size()
                ? Optional.of(
                        new Restriction.OneOf(
                                operand.get(), items, in.isNegated(), in.ignoresCase()))
                : Optional.empty();
    }

    /** Returns the parameter of an item that holds several values; nothing if it holds one. */
    private Optional<Many> many(Expression item) {
        return parameters
                .known(item)
                .flatMap(index ->
                        parameters.get(index).element().map(e -> new Many(index, ValueType.of(e))));
    }

    private Optional<Restriction> oneOfMany(Condition.In in, Scalar operand, Many many) {
        parameters.use(in.items().getFirst());
        var type = operand.type();
        if (!type.isComparableTo(many.element())) {
            flaws.add(
                    in.items().getFirst().span(),
                    "Values of the type %s stand beside one of the type %s"
                            .formatted(many.element().shown(), type.shown()),
                    "They are never equal.",
                    "Give the parameter elements of the type " + type.shown() + ".");
            return Optional.empty();
        }
        return Optional.of(
                new Restriction.OneOfMany(
                        operand,
                        new Argument(many.index(), "", Form.of(type)),
                        in.isNegated(),
                        in.ignoresCase()));
    }

    private Optional<Restriction> like(Condition.Like like) {
        var operand = scalars.text(like.operand(), "like");
        var pattern = scalars.text(like.pattern(), "like");
        return operand.flatMap(o ->
                pattern.map(p ->
                        new Restriction.Matching(
                                o, p, like.place(), like.isNegated(), like.ignoresCase())));
    }

    private Optional<? extends Restriction> absent(Expression operand, boolean isNegated) {
        var whole = paths.find(operand).flatMap(found -> parts.absent(found, isNegated));
        Function<Scalar, Restriction> one = s -> new Restriction.Absent(s, isNegated);
        return whole.isPresent() ? whole : scalars.of(operand).map(one);
    }
}
