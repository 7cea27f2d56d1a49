package dev.tenon.crud.internal.entity;

import dev.tenon.crud.internal.value.VersionMoment;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.MappingException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The values of a version: numbers that are counted up, or moments, which are those of the change
 * (Jakarta Persistence 3.2, section 2.5).
 *
 * @param type the type of the version, boxed
 */
record Versions(Class<?> type) {

    /** Returns what a row that is inserted has; a number that is set stays. */
    Object first(@Nullable Object given) {
        if (type == Instant.class || type == LocalDateTime.class) {
            return VersionMoment.now(type == Instant.class);
        }
        return given == null ? number(0) : given;
    }

    /** Returns what a row has after a change. */
    Object next(Object before) {
        return switch (before) {
            case Number n when n.longValue() == last() -> throw exhausted();
            case Number n -> number(n.longValue() + 1);
            case Instant moment -> VersionMoment.after(moment);
            case LocalDateTime moment -> VersionMoment.after(moment);
            default -> throw unusable();
        };
    }

    private long last() {
        return type == Long.class
                ? Long.MAX_VALUE
                : type == Integer.class ? Integer.MAX_VALUE : Short.MAX_VALUE;
    }

    private DataException exhausted() {
        return new DataException(
                "The version of a row is "
                        + last()
                        + ", the last one of its type, and cannot be counted up. Set it to 0 with SQL"
                        + " while nobody holds the row, or make the version a long.");
    }

    private Object number(long value) {
        if (type == Long.class) {
            return value;
        } else if (type == Integer.class) {
            return (int) value;
        } else if (type == Short.class) {
            return (short) value;
        }
        throw unusable();
    }

    private MappingException unusable() {
        return new MappingException(
                "A version cannot be a "
                        + type.getName()
                        + ". Make it an int, long, short, Instant or LocalDateTime.");
    }
}
