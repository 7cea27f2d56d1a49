package dev.tenon.crud.internal.entity;

import dev.tenon.crud.internal.value.DecimalColumn;
import dev.tenon.database.Row;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a value stands in one column. Immutable. */
sealed interface ValueForm {

    /** Returns the type of the value in Java. */
    Class<?> type();

    /** Returns the value of a column, null if it is NULL. */
    @Nullable Object read(Row row, int column) throws SQLException;

    /** Returns what is bound for a value. */
    @Nullable Object stored(@Nullable Object value);

    static ValueForm of(Class<?> type, EnumForm form) {
        if (!type.isEnum()) {
            return new Plain(type);
        }
        return form == EnumForm.ORDINAL
                ? new Ordinal(type, List.of(type.getEnumConstants()))
                : new Name(type, constants(type));
    }

    private static Map<String, Object> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(
                        Collectors.toUnmodifiableMap(
                                c -> ((Enum<?>) c).name(), Function.identity()));
    }

    /** As the session binds and reads it. */
    record Plain(Class<?> type) implements ValueForm {

        @Override
        public @Nullable Object read(Row row, int column) throws SQLException {
            return row.get(column, type);
        }

        @Override
        public @Nullable Object stored(@Nullable Object value) {
            return value;
        }
    }

    /** An exact number, with as many digits after the point as its column. */
    record Exact(Class<?> type, DecimalColumn column) implements ValueForm {

        @Override
        public @Nullable Object read(Row row, int position) throws SQLException {
            var read = row.get(position, BigDecimal.class);
            if (read == null) {
                return null;
            }
            return type == BigInteger.class ? whole(read) : column.declared(read);
        }

        private static BigInteger whole(BigDecimal read) {
            try {
                return read.toBigIntegerExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(read + " is no whole number", e);
            }
        }

        @Override
        public @Nullable Object stored(@Nullable Object value) {
            return value == null ? null : column.stored(value);
        }
    }

    /** The name of a constant. */
    record Name(Class<?> type, Map<String, Object> constants) implements ValueForm {

        @Override
        public @Nullable Object read(Row row, int column) throws SQLException {
            var name = row.get(column, String.class);
            if (name == null) {
                return null;
            }
            var constant = constants.get(name);
            if (constant == null) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no constant of " + type.getName());
            }
            return constant;
        }

        @Override
        public @Nullable Object stored(@Nullable Object value) {
            return value instanceof Enum<?> constant ? constant.name() : value;
        }
    }

    /** The position of a constant. */
    record Ordinal(Class<?> type, List<Object> constants) implements ValueForm {

        @Override
        public @Nullable Object read(Row row, int column) throws SQLException {
            var position = row.get(column, Integer.class);
            if (position == null) {
                return null;
            }
            if (position < 0 || position >= constants.size()) {
                throw new IllegalArgumentException(
                        "There is no constant " + position + " of " + type.getName());
            }
            return constants.get(position);
        }

        @Override
        public @Nullable Object stored(@Nullable Object value) {
            return value instanceof Enum<?> constant ? constants.indexOf(constant) : value;
        }
    }
}
