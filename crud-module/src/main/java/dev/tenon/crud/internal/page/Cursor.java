package dev.tenon.crud.internal.page;

import java.util.List;
import java.util.Optional;

/**
 * A place in sorted rows.
 *
 * @param isBackward whether the page before it is meant, and not the one behind
 * @param values what the row there has in the columns of the sort; nothing is NULL
 */
record Cursor(boolean isBackward, List<Optional<Object>> values) {

    Cursor {
        values = List.copyOf(values);
    }
}
