package dev.tenon.host.internal.option;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 30s}, {@code 5m}, a number of seconds, and ISO 8601. */
public final class DurationOption implements ITypeConverter<Duration> {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})(ms|s|m|)");

    @Override
    public Duration convert(String value) {
        var duration = read(value.strip().toLowerCase(Locale.ROOT));
        if (duration.isZero() || duration.isNegative()) {
            throw new TypeConversionException("'" + value + "' is not longer than zero");
        }
        return duration;
    }

    private static Duration read(String value) {
        var simple = NUMBER_AND_UNIT.matcher(value);
        if (simple.matches()) {
            var number = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofSeconds(number);
            };
        }
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(
                    "'" + value + "' is not a duration such as 500ms, 30s, 5m or PT30S");
        }
    }
}
