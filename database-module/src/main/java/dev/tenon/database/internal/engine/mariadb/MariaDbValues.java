package dev.tenon.database.internal.engine.mariadb;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.tenon.database.engine.ColumnReader;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.internal.engine.value.Readers;
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
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of Java in the types of MariaDB. A moment is a {@code DATETIME(6)} in UTC: cut to
 * microseconds, and without its offset.
 */
final class MariaDbValues implements ValueFormat {

    private final Readers readers =
            new Readers(
                    "MariaDB",
                    Map.of(
                            Instant.class,
                            Readers.by(LocalDateTime.class, v -> v.toInstant(ZoneOffset.UTC)),
                            OffsetDateTime.class,
                            Readers.by(LocalDateTime.class, v -> v.atOffset(ZoneOffset.UTC)),
                            LocalDateTime.class,
                            Readers.by(LocalDateTime.class, v -> v),
                            LocalDate.class,
                            Readers.by(LocalDate.class, v -> v),
                            LocalTime.class,
                            Readers.by(LocalTime.class, v -> v)));

    @Override
    public void bind(PreparedStatement s, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> s.setNull(index, Types.NULL);
            case String v -> s.setString(index, WellFormed.text(v));
            case Long v -> s.setLong(index, v);
            case Integer v -> s.setInt(index, v);
            case Short v -> s.setShort(index, v);
            case Byte v -> s.setByte(index, v);
            case Boolean v -> s.setBoolean(index, v);
            case Double v -> s.setDouble(index, aNumber(v));
            case Float v -> s.setFloat(index, (float) aNumber(v));
            case byte[] v -> s.setBytes(index, v);
            case BigDecimal v -> s.setBigDecimal(index, v);
            case BigInteger v -> s.setBigDecimal(index, new BigDecimal(v));
            case Instant v -> s.setObject(index, utc(v));
            case OffsetDateTime v -> s.setObject(index, utc(v.toInstant()));
            case LocalDateTime v -> s.setObject(index, v.truncatedTo(MICROS));
            case LocalTime v -> s.setObject(index, v.truncatedTo(MICROS));
            case LocalDate v -> s.setObject(index, v);
            case java.sql.Timestamp v -> bind(s, index, v.toLocalDateTime());
            case java.sql.Date v -> bind(s, index, v.toLocalDate());
            case java.sql.Time v -> bind(s, index, v.toLocalTime());
            case java.util.Date v -> bind(s, index, v.toInstant());
            case Optional<?> v -> bind(s, index, v.orElse(null));
            case UUID v -> s.setString(index, v.toString());
            case Duration v -> s.setString(index, v.toString());
            case Character v -> s.setString(index, WellFormed.text(v.toString()));
            case Enum<?> v -> s.setString(index, v.name());
            default ->
                    throw new IllegalArgumentException(
                            "MariaDB has no form for values of " + value.getClass().getName());
        }
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment.truncatedTo(MICROS), ZoneOffset.UTC);
    }

    private static double aNumber(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("MariaDB has no NaN and no infinity");
        }
        return value;
    }

    @Override
    public ColumnReader reader(Class<?> type) {
        return readers.of(type);
    }
}
