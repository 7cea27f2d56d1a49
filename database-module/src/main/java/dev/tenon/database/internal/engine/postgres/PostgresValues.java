package dev.tenon.database.internal.engine.postgres;

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
 * The values of Java in the types of PostgreSQL. Texts go without a type, so that the server takes
 * them for what the column is: {@code jsonb}, {@code uuid} or an enum. Moments are cut to
 * microseconds, of which PostgreSQL keeps no more; an offset becomes UTC.
 */
public final class PostgresValues implements ValueFormat {

    private final Readers readers =
            new Readers(
                    "PostgreSQL",
                    Map.of(
                            Instant.class,
                            Readers.by(OffsetDateTime.class, OffsetDateTime::toInstant),
                            OffsetDateTime.class,
                            Readers.by(OffsetDateTime.class, v -> v),
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
            case String v -> s.setString(index, text(v));
            case Long v -> s.setLong(index, v);
            case Integer v -> s.setInt(index, v);
            case Short v -> s.setShort(index, v);
            case Byte v -> s.setShort(index, v);
            case Boolean v -> s.setBoolean(index, v);
            case Double v -> s.setDouble(index, v);
            case Float v -> s.setFloat(index, v);
            case byte[] v -> s.setBytes(index, v);
            case BigDecimal v -> s.setBigDecimal(index, v);
            case BigInteger v -> s.setBigDecimal(index, new BigDecimal(v));
            case Instant v -> s.setObject(index, v.truncatedTo(MICROS).atOffset(ZoneOffset.UTC));
            case OffsetDateTime v -> s.setObject(index, v.truncatedTo(MICROS));
            case LocalDateTime v -> s.setObject(index, v.truncatedTo(MICROS));
            case LocalTime v -> s.setObject(index, v.truncatedTo(MICROS));
            case LocalDate v -> s.setObject(index, v);
            case java.sql.Timestamp v -> s.setTimestamp(index, v);
            case java.sql.Date v -> s.setDate(index, v);
            case java.sql.Time v -> s.setTime(index, v);
            case java.util.Date v -> bind(s, index, v.toInstant());
            case Optional<?> v -> bind(s, index, v.orElse(null));
            case UUID v -> s.setString(index, v.toString());
            case Duration v -> s.setString(index, v.toString());
            case Character v -> s.setString(index, text(v.toString()));
            case Enum<?> v -> s.setString(index, v.name());
            default ->
                    throw new IllegalArgumentException(
                            "PostgreSQL has no form for values of " + value.getClass().getName());
        }
    }

    private static String text(String text) {
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new IllegalArgumentException(
                    "The text has the character U+0000 at "
                            + zero
                            + ", which PostgreSQL has not in texts; bytes take it");
        }
        return WellFormed.text(text);
    }

    @Override
    public ColumnReader reader(Class<?> type) {
        return readers.of(type);
    }
}
