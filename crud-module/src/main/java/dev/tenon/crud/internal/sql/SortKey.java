package dev.tenon.crud.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column by which rows are sorted. NULL stands where the engine puts it: before the values of an
 * ascending order, and after them on PostgreSQL.
 *
 * @param column the column as it stands in the statement, in quotation marks
 * @param isAscending whether small values come first
 * @param ignoresCase whether capital letters are the same as small ones
 * @param isNullable whether the column can be NULL
 */
public record SortKey(String column, boolean isAscending, boolean ignoresCase, boolean isNullable) {

    /** Returns the keys of the opposite order. */
    public static List<SortKey> reversed(List<SortKey> keys) {
        return keys.stream()
                .map(k -> new SortKey(k.column, !k.isAscending, k.ignoresCase, k.isNullable))
                .toList();
    }

    /** Writes an ORDER BY with a space before it; nothing if there are no keys. */
    public static <V extends @Nullable Object> void write(SqlWriter<V> writer, List<SortKey> keys) {
        if (!keys.isEmpty()) {
            writer.add(" order by ")
                    .joined(
                            ", ",
                            keys,
                            key -> {
                                writer.add(key.operand(writer.syntax(), Fragment.text(key.column)));
                                if (!key.isAscending) {
                                    writer.add(" desc");
                                }
                            });
        }
    }

    /** Returns what is compared: the operand itself, or its small letters. */
    <V extends @Nullable Object> Fragment<V> operand(Syntax syntax, Fragment<V> operand) {
        return ignoresCase ? syntax.say(Phrase.LOWER, operand) : operand;
    }

    /** Returns whether NULL comes before the values in this order. */
    boolean putsNullsFirst(Syntax syntax) {
        return syntax.putsNullsLast() != isAscending;
    }
}
