package dev.tenon.crud.internal.value;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.internal.value.Conversion.Refused;
import dev.tenon.database.schema.ColumnType.Plain;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.function.Function;

/** Takes dates and times that were given for columns. */
final class GivenTime {

    /** Years beyond are written in more than four digits, and no longer sort as texts. */
    private static final int LAST_YEAR = 9999;

    private static final int NANOS_OF_MICRO = 1000;

    private GivenTime() {}

    static Conversion of(Object given, Plain type) {
        return switch (type) {
            case DATE ->
                    switch (given) {
                        case LocalDate date -> inRange(date, date.getYear());
                        case String text -> parsed(text, type, LocalDate::parse);
                        default -> wrong("date: 2026-11-21");
                    };
            case TIME ->
                    switch (given) {
                        case LocalTime time -> Conversion.to(time.truncatedTo(MICROS));
                        case String text -> parsed(text, type, LocalTime::parse);
                        default -> wrong("time of day: 17:30:00");
                    };
            case TIMESTAMP_LOCAL ->
                    switch (given) {
                        case LocalDateTime time ->
                                inRange(time.truncatedTo(MICROS), time.getYear());
                        case String text -> parsed(text, type, LocalDateTime::parse);
                        default -> wrong("date and time without a zone: 2026-11-21T17:30:00");
                    };
            default ->
                    switch (given) {
                        case Instant time -> instant(time);
                        case OffsetDateTime time -> instant(time.toInstant());
                        case ZonedDateTime time -> instant(time.toInstant());
                        case String text -> parsed(text, type, OffsetDateTime::parse);
                        default -> wrong("point in time: 2026-11-21T17:30:00Z");
                    };
        };
    }

    private static Conversion instant(Instant given) {
        try {
            var cut = given.truncatedTo(MICROS);
            return inRange(cut, cut.atOffset(ZoneOffset.UTC).getYear());
        } catch (DateTimeException e) {
            return outOfRange();
        }
    }

    private static Conversion parsed(String text, Plain type, Function<String, Temporal> parse) {
        Temporal read;
        try {
            read = parse.apply(text);
        } catch (DateTimeException e) {
            return wrong("text of ISO 8601");
        }
        if (read.isSupported(ChronoField.NANO_OF_SECOND)
                && read.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO != 0) {
            return new Refused(Rule.SCALE, "It is finer than a microsecond.");
        }
        return of(read, type);
    }

    private static Conversion inRange(Object time, int year) {
        return year >= 1 && year <= LAST_YEAR ? Conversion.to(time) : outOfRange();
    }

    private static Conversion outOfRange() {
        return new Refused(Rule.RANGE, "Its year has to be from 1 to " + LAST_YEAR + ".");
    }

    private static Conversion wrong(String example) {
        return Conversion.wrongType("It has to be a " + example + ".");
    }
}
