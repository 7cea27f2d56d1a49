package dev.tenon.database.engine;

import dev.tenon.database.error.ErrorClass;
import java.util.List;
import java.util.Optional;

/**
 * What a failure of an engine means.
 *
 * @param errorClass its class
 * @param table the table concerned, where the engine names it
 * @param columns the columns concerned, as far as the engine names them
 */
public record Classification(ErrorClass errorClass, Optional<String> table, List<String> columns) {

    /** Returns a classification without a table. */
    public static Classification of(ErrorClass errorClass) {
        return new Classification(errorClass, Optional.empty(), List.of());
    }
}
