package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.render.Binding.Compared;
import dev.tenon.crud.internal.query.render.Binding.Constant;
import dev.tenon.crud.internal.query.render.Binding.Extra;
import dev.tenon.crud.internal.query.render.Binding.Given;
import dev.tenon.crud.internal.query.render.Binding.Membership;
import dev.tenon.crud.internal.query.render.Binding.Pattern;
import dev.tenon.crud.internal.query.render.Binding.Presence;
import dev.tenon.crud.internal.query.render.Binding.Stored;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.value.DecimalColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement for many calls. Its text is made once, unless it asks whether a value is one of
 * several, which a call gives. Immutable.
 */
public final class RenderedQuery {

    /** What each engine takes, with some to spare for the rest of the statement. */
    private static final int MOST_VALUES = 30_000;

    private final Fragment<Binding> fragment;
    private final String sql;
    private final Binding[] bindings;
    private final boolean isFixed;

    RenderedQuery(Fragment<Binding> fragment) {
        this.fragment = fragment;
        this.sql = fragment.sql();
        this.bindings = fragment.values().toArray(Binding[]::new);
        this.isFixed = fragment.values().stream().noneMatch(Membership.class::isInstance);
    }

    /**
     * Returns the statement with the values of a call.
     *
     * @param arguments those of the query's parameters, in their order
     */
    public BoundQuery bind(@Nullable Object[] arguments, ArgumentReader reader) {
        return bind(new Values(arguments, List.of(), reader));
    }

    BoundQuery bind(Values values) {
        if (isFixed) {
            var bound = new @Nullable Object[bindings.length];
            for (int i = 0; i < bound.length; i++) {
                bound[i] = value(bindings[i], values);
            }
            return new BoundQuery(sql, bound);
        }
        var text = new StringBuilder();
        var bound = new ArrayList<@Nullable Object>();
        write(fragment, values, text, bound);
        return new BoundQuery(text.toString(), bound.toArray());
    }

    private static void write(
            Fragment<Binding> fragment,
            Values values,
            StringBuilder text,
            List<@Nullable Object> bound) {
        for (var part : fragment.parts()) {
            switch (part) {
                case Fragment.Text<Binding>(var sql) -> text.append(sql);
                case Fragment.Value<Binding>(Membership membership) ->
                        write(membership, values, text, bound);
                case Fragment.Value<Binding>(var binding) -> {
                    text.append('?');
                    bound.add(value(binding, values));
                }
            }
        }
    }

    private static void write(
            Membership membership,
            Values values,
            StringBuilder text,
            List<@Nullable Object> bound) {
        var many = numbers(values.ofMany(membership.many()), membership.kept());
        if (many.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "The argument number %d has %d values, and a query takes %d at most."
                                    .formatted(
                                            membership.many().position() + 1,
                                            many.size(),
                                            MOST_VALUES)
                            + " Call the method several times with some of them each.");
        }
        if (many.isEmpty()) {
            if (membership.isNegated()) {
                write(membership.operand(), values, text, bound);
                text.append(" is not null");
            } else {
                text.append("1 = 0");
            }
            return;
        }
        write(membership.operand(), values, text, bound);
        text.append(membership.isNegated() ? " not in (" : " in (");
        // As few different texts as possible, as statements are cached by their texts.
        int places = Math.min(MOST_VALUES, Integer.highestOneBit(2 * many.size() - 1));
        for (int i = 0; i < places; i++) {
            text.append(i == 0 ? "" : ", ").append(membership.item());
            bound.add(many.get(Math.min(i, many.size() - 1)));
        }
        text.append(')');
    }

    private static List<?> numbers(List<?> many, Optional<DecimalColumn> kept) {
        return kept.isPresent() ? many.stream().map(kept.get()::compared).toList() : many;
    }

    private static @Nullable Object value(Binding binding, Values values) {
        return switch (binding) {
            case Constant(var value) -> value;
            case Given(var argument) -> values.of(argument);
            case Presence(var argument) -> values.of(argument) == null ? 0 : 1;
            case Pattern pattern -> {
                var like = values.of(pattern.argument());
                yield like == null ? null : pattern.of(like.toString());
            }
            case Stored(var number, var column) -> {
                var given = value(number, values);
                yield given == null ? null : column.stored(given);
            }
            case Compared(var number, var column) -> {
                var given = value(number, values);
                yield given == null ? null : column.compared(given);
            }
            case Extra(var position) -> values.extra(position);
            case Membership _ ->
                    throw new IllegalArgumentException("A membership has no single value.");
        };
    }

    /** Returns the text, which is not complete where it depends on the call. */
    @Override
    public String toString() {
        return sql;
    }
}
