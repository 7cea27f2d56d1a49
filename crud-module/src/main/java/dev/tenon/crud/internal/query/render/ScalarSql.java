package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.attribute.FoundAttribute.Hop;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import java.util.List;

/**
 * Writes values.
 *
 * @param table the table that is queried
 */
record ScalarSql(Syntax syntax, String table) {

    /** Returns the value, with its type where the engine could not know it. */
    Fragment<Binding> of(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Column column -> Fragment.text(column(column));
            case Scalar.Given(_, var type) -> typed(plain(scalar), type);
            case Scalar.Constant(_, var type) -> typed(plain(scalar), type);
            case Scalar.Phrased(var phrase, var operands, _) -> phrased(phrase, operands);
            case Scalar.Computed(var left, var sign, var right, _) ->
                    writer().add("(")
                            .add(of(left))
                            .add(" " + sign + " ")
                            .add(of(right))
                            .add(")")
                            .fragment();
            case Scalar.Negative(var operand, _) ->
                    writer().add("(-").add(of(operand)).add(")").fragment();
        };
    }

    /** Returns the value as it stands beside another one, whose type it takes. */
    Fragment<Binding> beside(Scalar other, Scalar scalar) {
        return other instanceof Scalar.Column ? plain(scalar) : of(scalar);
    }

    /** Returns the value beside a column, whose type it takes. */
    Fragment<Binding> assigned(Scalar scalar) {
        return plain(scalar);
    }

    private Fragment<Binding> plain(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Given(var argument, _) -> Fragment.value(new Binding.Given(argument));
            case Scalar.Constant(var value, _) -> Fragment.value(new Binding.Constant(value));
            default -> of(scalar);
        };
    }

    private Fragment<Binding> typed(Fragment<Binding> value, ValueType type) {
        return type.kind() == ValueType.Kind.BIG_DECIMAL
                        || type.kind() == ValueType.Kind.BIG_INTEGER
                ? syntax.say(Phrase.EXACT_NUMBER, value)
                : type.column().map(c -> syntax.typed(value, c)).orElse(value);
    }

    private Fragment<Binding> phrased(Phrase phrase, List<Scalar> operands) {
        return switch (operands.size()) {
            case 0 -> syntax.say(phrase);
            case 1 -> syntax.say(phrase, of(operands.getFirst()));
            default -> syntax.say(phrase, of(operands.getFirst()), of(operands.get(1)));
        };
    }

    /** Returns the text of a column; one of another row is looked up by its key. */
    String column(Scalar.Column column) {
        if (column.hops().isEmpty()) {
            return syntax.quote(column.name());
        }
        var start = column.hops().getFirst().column();
        var value = qualified(new Scalar.Column(List.of(), start, column.type()));
        for (int i = 0; i < column.hops().size(); i++) {
            boolean isLast = i == column.hops().size() - 1;
            var wanted = isLast ? column.name() : column.hops().get(i + 1).column();
            value = lookedUp(column.hops().get(i), wanted, value, "tenon_" + i);
        }
        return value;
    }

    /** Returns the text of a column for a place where those of another table are known, too. */
    String qualified(Scalar.Column column) {
        return column.hops().isEmpty()
                ? syntax.quote(table) + "." + syntax.quote(column.name())
                : column(column);
    }

    private String lookedUp(Hop hop, String wanted, String key, String alias) {
        var row = syntax.quote(alias);
        return "(select %s.%s from %s %s where %s.%s = %s)"
                .formatted(
                        row,
                        syntax.quote(wanted),
                        syntax.quote(hop.target().table()),
                        row,
                        row,
                        syntax.quote(hop.key()),
                        key);
    }

    private SqlWriter<Binding> writer() {
        return new SqlWriter<>(syntax);
    }
}
