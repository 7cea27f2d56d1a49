package dev.tenon.crud.internal.sql;

import java.util.Optional;

/**
 * Which of the sorted rows are wanted.
 *
 * @param limit how many at most; nothing is all
 * @param offset how many are skipped first; nothing is none
 * @param <V> what stands for a value
 */
public record Portion<V>(Optional<V> limit, Optional<V> offset) {

    /** Writes LIMIT and OFFSET with a space before each; nothing if all rows are wanted. */
    public void write(SqlWriter<V> writer) {
        var noLimit = writer.syntax().noLimit();
        if (limit.isPresent()) {
            writer.add(" limit ").value(limit.get());
        } else if (offset.isPresent() && !noLimit.isEmpty()) {
            writer.add(" limit " + noLimit);
        }
        offset.ifPresent(rows -> writer.add(" offset ").value(rows));
    }
}
