package dev.tenon.crud.internal.query.check;

import java.util.List;
import java.util.Optional;

/** Knows the constants of enums, without loading them. */
@FunctionalInterface
public interface EnumConstants {

    /**
     * Returns the names of the constants of an enum in their order, or nothing if its class file
     * cannot be found.
     */
    Optional<List<String>> of(String className);
}
