package dev.tenon.core.internal.source;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads true and false in their usual spellings; SmallRye takes every other text for false. */
final class BooleanConverter implements Converter<Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean convert(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on", "1" -> true;
            case "false", "no", "n", "off", "0" -> false;
            default -> throw new IllegalArgumentException("Allowed are true and false.");
        };
    }
}
