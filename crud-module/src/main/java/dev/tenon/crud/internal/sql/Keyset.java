package dev.tenon.crud.internal.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The condition that finds the rows behind a given one in a sorted result, so that a page begins
 * there without the rows before it being read.
 *
 * @param keys by what the rows are sorted: together unique, at least one
 * @param values what the given row has in these columns; nothing is NULL
 * @param <V> what stands for a value
 */
public record Keyset<V>(List<SortKey> keys, List<Optional<V>> values) {

    /**
     * Makes the condition.
     *
     * @throws IllegalArgumentException if there is not one value for each key
     */
    public Keyset {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
        if (keys.isEmpty() || keys.size() != values.size()) {
            throw new IllegalArgumentException(
                    "There are " + keys.size() + " sort keys and " + values.size() + " values.");
        }
    }

    /** Returns the condition, in parentheses where it needs them beside an AND. */
    public Fragment<V> condition(Syntax syntax) {
        var writer = new SqlWriter<V>(syntax);
        if (keys.size() > 1 && syntax.comparesRows() && areOfOneDirection()) {
            writeRows(writer);
        } else {
            if (keys.size() > 1) {
                writeBound(writer);
            }
            writeBeyond(writer, 0);
        }
        return writer.fragment();
    }

    private boolean areOfOneDirection() {
        return keys.stream().noneMatch(SortKey::isNullable)
                && values.stream().allMatch(Optional::isPresent)
                && keys.stream().map(SortKey::isAscending).distinct().count() == 1;
    }

    private void writeRows(SqlWriter<V> writer) {
        writer.add("(").joined(", ", keys, key -> writer.add(column(writer, key)));
        writer.add(keys.getFirst().isAscending() ? ") > (" : ") < (");
        writer.joined(", ", positions(), i -> writer.add(value(writer, i))).add(")");
    }

    /** Writes what all rows behind have in common, for an index that begins with the first key. */
    private void writeBound(SqlWriter<V> writer) {
        var key = keys.getFirst();
        boolean isNullsFirst = key.putsNullsFirst(writer.syntax());
        if (values.getFirst().isEmpty()) {
            if (!isNullsFirst) {
                writer.add(column(writer, key)).add(" is null and ");
            }
        } else if (isNullsFirst || !key.isNullable()) {
            compare(writer, 0, key.isAscending() ? " >= " : " <= ");
            writer.add(" and ");
        }
    }

    /** Writes which rows are behind by the key at this position or by one after it. */
    private void writeBeyond(SqlWriter<V> writer, int position) {
        boolean isLast = position == keys.size() - 1;
        writer.add("(");
        writeStrictlyBeyond(writer, position);
        if (!isLast) {
            writer.add(" or ");
            writeSame(writer, position);
            writer.add(" and ");
            writeBeyond(writer, position + 1);
        }
        writer.add(")");
    }

    private void writeStrictlyBeyond(SqlWriter<V> writer, int position) {
        var key = keys.get(position);
        boolean isNullsFirst = key.putsNullsFirst(writer.syntax());
        if (values.get(position).isEmpty()) {
            if (isNullsFirst) {
                writer.add(column(writer, key)).add(" is not null");
            } else {
                writer.add("1 = 0");
            }
            return;
        }
        compare(writer, position, key.isAscending() ? " > " : " < ");
        if (key.isNullable() && !isNullsFirst) {
            writer.add(" or ").add(column(writer, key)).add(" is null");
        }
    }

    private void writeSame(SqlWriter<V> writer, int position) {
        if (values.get(position).isEmpty()) {
            writer.add(column(writer, keys.get(position))).add(" is null");
        } else {
            compare(writer, position, " = ");
        }
    }

    private void compare(SqlWriter<V> writer, int position, String operator) {
        writer.add(column(writer, keys.get(position))).add(operator).add(value(writer, position));
    }

    private Fragment<V> column(SqlWriter<V> writer, SortKey key) {
        return key.operand(writer.syntax(), Fragment.text(key.column()));
    }

    private Fragment<V> value(SqlWriter<V> writer, int position) {
        return keys.get(position)
                .operand(writer.syntax(), Fragment.value(values.get(position).orElseThrow()));
    }

    private List<Integer> positions() {
        return IntStream.range(0, keys.size()).boxed().toList();
    }
}
