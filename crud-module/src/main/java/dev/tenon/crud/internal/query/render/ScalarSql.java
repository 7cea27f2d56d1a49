package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.attribute.FoundAttribute.Hop;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.value.DecimalColumn;
import dev.tenon.crud.internal.value.DeclaredColumns;
import jakarta.data.exceptions.MappingException;
import java.util.List;
import java.util.Optional;

/**
 * Writes values.
 *
 * @param table the table that is queried
 * @param declared what is declared of the columns of all tables
 */
record ScalarSql(Syntax syntax, String table, DeclaredColumns declared) {

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
        return other instanceof Scalar.Column ? compared(kept(other), scalar) : of(scalar);
    }

    /** Returns the value beside the column of another table, whose type it takes. */
    Fragment<Binding> beside(String otherTable, String column, Scalar scalar) {
        return compared(kept(otherTable, column), scalar);
    }

    private Fragment<Binding> compared(Optional<DecimalColumn> kept, Scalar scalar) {
        var bound = bound(scalar);
        return bound.isPresent() && kept.isPresent()
                ? Fragment.value(new Binding.Compared(bound.get(), kept.get()))
                : plain(scalar);
    }

    /** Returns the value as a column of the table gets it. */
    Fragment<Binding> assigned(String column, Scalar scalar) {
        var decimal = declared.decimal(table, column);
        boolean isOfSameType =
                decimal.map(DecimalColumn::type).equals(decimal(scalar).map(DecimalColumn::type));
        if (decimal.isEmpty() || isOfSameType) {
            return plain(scalar);
        }
        var bound = bound(scalar);
        if (bound.isPresent()) {
            return Fragment.value(new Binding.Stored(bound.get(), decimal.get()));
        }
        var type = decimal.get().type();
        if (syntax.keepsAsText(type)) {
            throw new MappingException(
                    ("The column '%s' of the table '%s' cannot be set to what a query computes: it is a"
                                    + " %s, which this engine keeps as a text, and it computes with 15"
                                    + " digits. Read the rows, compute in Java, and update them.")
                            .formatted(column, table, type));
        }
        return syntax.say(
                Phrase.ROUNDED, of(scalar), Fragment.text(Integer.toString(type.scale())));
    }

    /**
     * Returns whether numbers are compared of which some are kept as texts, and not by these. Each
     * is kept in one form, so those of one type are equal if their texts are.
     */
    boolean areComparedByValue(boolean isEquality, List<Scalar> operands) {
        var kept = operands.stream().map(this::kept).flatMap(Optional::stream).toList();
        if (kept.isEmpty()) {
            return false;
        }
        long types = kept.stream().map(DecimalColumn::type).distinct().count();
        long bound = operands.stream().filter(o -> bound(o).isPresent()).count();
        return !isEquality || types > 1 || kept.size() + bound < operands.size();
    }

    /** Returns the column that the value is, if numbers are kept as texts there. */
    Optional<DecimalColumn> kept(Scalar scalar) {
        return decimal(scalar).filter(d -> syntax.keepsAsText(d.type()));
    }

    private Optional<DecimalColumn> kept(String owner, String column) {
        return declared.decimal(owner, column).filter(d -> syntax.keepsAsText(d.type()));
    }

    private Optional<DecimalColumn> decimal(Scalar scalar) {
        return scalar instanceof Scalar.Column(var hops, var name, _)
                ? declared.decimal(hops.isEmpty() ? table : hops.getLast().target().table(), name)
                : Optional.empty();
    }

    private static Optional<Binding> bound(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Given(var argument, _) -> Optional.of(new Binding.Given(argument));
            case Scalar.Constant(var value, _) -> Optional.of(new Binding.Constant(value));
            default -> Optional.empty();
        };
    }

    private Fragment<Binding> plain(Scalar scalar) {
        return bound(scalar).map(Fragment::value).orElseGet(() -> of(scalar));
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
