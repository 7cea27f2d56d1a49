package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.checked.Restriction;
import dev.tenon.crud.internal.query.checked.Restriction.Matching;
import dev.tenon.crud.internal.query.checked.Restriction.OneOfMany;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.tree.Condition.Place;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Writes conditions. */
record RestrictionSql(Syntax syntax, ScalarSql scalars) {

    Fragment<Binding> of(Restriction restriction) {
        return switch (restriction) {
            case Restriction.All(var all) -> joined(" and ", all);
            case Restriction.AnyOf(var any) -> joined(" or ", any);
            case Restriction.Opposite(var negated) ->
                    writer().add("not (").add(of(negated)).add(")").fragment();
            case Restriction.Compared(var left, var operator, var right, var ignoresCase) ->
                    writer().add(
                                    byValue(
                                            isEquality(operator),
                                            List.of(left, right),
                                            operand(right, left, ignoresCase)))
                            .add(" " + operator.symbol() + " ")
                            .add(operand(left, right, ignoresCase))
                            .fragment();
            case Restriction.Same(var left, var right) ->
                    syntax.say(
                            Phrase.SAME,
                            byValue(true, List.of(left, right), scalars.beside(right, left)),
                            scalars.beside(left, right));
            case Restriction.Within within -> within(within);
            case Restriction.OneOf oneOf -> oneOf(oneOf);
            case OneOfMany oneOf -> oneOfMany(oneOf);
            case Matching matching -> matching(matching);
            case Restriction.Held held -> held(held);
            case Restriction.Absent(var operand, var isNegated) ->
                    writer().add(scalars.of(operand))
                            .add(isNegated ? " is not null" : " is null")
                            .fragment();
            case Restriction.Present(var argument) ->
                    writer().add(Fragment.value(new Binding.Presence(argument)))
                            .add(" = 1")
                            .fragment();
        };
    }

    private Fragment<Binding> joined(String delimiter, List<Restriction> restrictions) {
        var writer = writer().add("(");
        writer.joined(delimiter, restrictions, r -> writer.add(of(r)));
        return writer.add(")").fragment();
    }

    private Fragment<Binding> within(Restriction.Within within) {
        var operand = within.operand();
        return writer().add(
                        byValue(
                                false,
                                List.of(operand, within.low(), within.high()),
                                operand(operand, within.ignoresCase())))
                .add(within.isNegated() ? " not between " : " between ")
                .add(operand(operand, within.low(), within.ignoresCase()))
                .add(" and ")
                .add(operand(operand, within.high(), within.ignoresCase()))
                .fragment();
    }

    private Fragment<Binding> oneOf(Restriction.OneOf oneOf) {
        var operand = oneOf.operand();
        var operands = new ArrayList<>(oneOf.items());
        operands.add(operand);
        var writer =
                writer().add(byValue(true, operands, operand(operand, oneOf.ignoresCase())))
                        .add(oneOf.isNegated() ? " not in (" : " in (");
        writer.joined(
                ", ",
                oneOf.items(),
                item -> writer.add(operand(operand, item, oneOf.ignoresCase())));
        return writer.add(")").fragment();
    }

    private Fragment<Binding> oneOfMany(OneOfMany oneOf) {
        var item = new Scalar.Given(oneOf.many(), oneOf.operand().type());
        return Fragment.value(
                new Binding.Membership(
                        operand(oneOf.operand(), oneOf.ignoresCase()),
                        oneOf.many(),
                        oneOf.isNegated(),
                        operand(oneOf.operand(), item, oneOf.ignoresCase()).sql(),
                        scalars.kept(oneOf.operand())));
    }

    private Fragment<Binding> held(Restriction.Held held) {
        var collection = held.collection();
        var table = syntax.quote(collection.table());
        var writer =
                writer().add(held.isNegated() ? "not exists" : "exists")
                        .add(" (select 1 from " + table + " where " + table + ".")
                        .name(collection.ownerColumn())
                        .add(" = " + scalars.qualified(held.owner()));
        held.item()
                .ifPresent(item ->
                        writer.add(" and " + table + ".")
                                .name(collection.column())
                                .add(" = ")
                                .add(
                                        scalars.beside(
                                                collection.table(), collection.column(), item)));
        return writer.add(")").fragment();
    }

    private Fragment<Binding> matching(Matching matching) {
        var phrase = matching.isNegated() ? Phrase.NOT_LIKE : Phrase.LIKE;
        var pattern = pattern(matching.pattern(), matching.place());
        return syntax.say(
                phrase,
                operand(matching.operand(), matching.ignoresCase()),
                matching.ignoresCase() ? syntax.say(Phrase.LOWER, pattern) : pattern);
    }

    private Fragment<Binding> pattern(Scalar pattern, Place place) {
        return switch (pattern) {
            case Scalar.Given(var argument, _) ->
                    Fragment.value(new Binding.Pattern(argument, place, syntax));
            case Scalar.Constant(var value, _) ->
                    Fragment.value(new Binding.Constant(syntax.pattern(value.toString())));
            default -> syntax.say(Phrase.PATTERN, scalars.of(pattern));
        };
    }

    private static boolean isEquality(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    }

    /** Returns the first operand so that all are compared by their values if they are not else. */
    private Fragment<Binding> byValue(
            boolean isEquality, List<Scalar> operands, Fragment<Binding> first) {
        return scalars.areComparedByValue(isEquality, operands)
                ? syntax.say(Phrase.KEPT_NUMBER, first)
                : first;
    }

    /** Returns the side of a condition by which the types of the others are known. */
    private Fragment<Binding> operand(Scalar scalar, boolean ignoresCase) {
        return inCase(scalars.of(scalar), ignoresCase);
    }

    private Fragment<Binding> operand(Scalar other, Scalar scalar, boolean ignoresCase) {
        return inCase(
                ignoresCase ? scalars.of(scalar) : scalars.beside(other, scalar), ignoresCase);
    }

    private Fragment<Binding> inCase(Fragment<Binding> operand, boolean ignoresCase) {
        return ignoresCase ? syntax.say(Phrase.LOWER, operand) : operand;
    }

    private SqlWriter<Binding> writer() {
        return new SqlWriter<>(syntax);
    }
}
