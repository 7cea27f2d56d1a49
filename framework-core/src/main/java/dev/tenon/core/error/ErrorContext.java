package dev.tenon.core.error;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where and when a failure happened.
 *
 * @param time when the exception was made
 * @param id names this one occurrence, so that what a user reports can be found in the log
 * @param module the module concerned, if there is one
 * @param database the database concerned, if there is one
 * @param data further names and values, printable and free of secrets; unmodifiable
 */
public record ErrorContext(
        Instant time,
        String id,
        Optional<String> module,
        Optional<String> database,
        Map<String, String> data) {

    public ErrorContext {
        requireNonNull(time, "time");
        requireNonNull(id, "id");
        requireNonNull(module, "module");
        requireNonNull(database, "database");
        data = Map.copyOf(data);
    }

    /** Returns a context of this moment that names no module. */
    public static ErrorContext now() {
        return new ErrorContext(
                Instant.now(), newId(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Returns a context of this moment for the module of the given name. */
    public static ErrorContext ofModule(String module) {
        return new ErrorContext(
                Instant.now(), newId(), Optional.of(module), Optional.empty(), Map.of());
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
