package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.ColumnReader;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.internal.engine.value.WellFormed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of Java in the five storage classes of SQLite. Moments are texts of one length with
 * nine digits of a second, so that they sort as texts and SQLite's date functions read them.
 */
final class SqliteValues implements ValueFormat {

    /** No column of any engine has more digits after the point. */
    private static final int LONGEST_SCALE = 1_000;

    @Override
    public void bind(PreparedStatement s, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> s.setNull(index, Types.NULL);
            case String v -> s.setString(index, WellFormed.text(v));
            case Long v -> s.setLong(index, v);
            case Integer v -> s.setInt(index, v);
            case byte[] v -> s.setBytes(index, v);
            case Boolean v -> s.setInt(index, v ? 1 : 0);
            case Double v -> s.setDouble(index, aNumber(v));
            case Float v -> s.setDouble(index, aNumber(v));
            case Short v -> s.setInt(index, v);
            case Byte v -> s.setInt(index, v);
            case Optional<?> v -> bind(s, index, v.orElse(null));
            default -> s.setString(index, WellFormed.text(text(value)));
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal v -> text(v);
            case BigInteger v -> v.toString();
            case Character v -> v.toString();
            case Instant v -> Moments.INSTANT.format(v);
            case LocalDate v -> v.toString();
            case LocalDateTime v -> Moments.DATE_TIME.format(v);
            case LocalTime v -> Moments.TIME.format(v);
            case OffsetDateTime v -> Moments.OFFSET.format(v);
            case Duration v -> v.toString();
            case UUID v -> v.toString();
            case Enum<?> v -> v.name();
            case java.sql.Timestamp v -> Moments.DATE_TIME.format(v.toLocalDateTime());
            case java.sql.Date v -> v.toLocalDate().toString();
            case java.sql.Time v -> Moments.TIME.format(v.toLocalTime());
            case java.util.Date v -> Moments.INSTANT.format(v.toInstant());
            default ->
                    throw new IllegalArgumentException(
                            "SQLite has no form for values of " + value.getClass().getName());
        };
    }

    /** As people write it, unless that would be zeros without end. */
    private static String text(BigDecimal value) {
        return value.scale() >= 0 && value.scale() <= LONGEST_SCALE
                ? value.toPlainString()
                : value.toString();
    }

    /** SQLite stores NaN as NULL. */
    private static double aNumber(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("SQLite has no NaN and would store NULL");
        }
        return value;
    }

    @Override
    public ColumnReader reader(Class<?> type) {
        return SqliteReaders.of(type);
    }
}
