package dev.tenon.host.internal.option;

import picocli.CommandLine.TypeConversionException;

/** A setting on the command line. */
public record Setting(String name, String value) {

    /** Reads {@code NAME=VALUE}. */
    public static Setting parse(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 0 || argument.substring(0, equals).isBlank()) {
            throw new TypeConversionException("'" + argument + "' is not of the form NAME=VALUE");
        }
        return new Setting(
                argument.substring(0, equals).strip(), argument.substring(equals + 1).strip());
    }
}
