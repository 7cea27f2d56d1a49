package dev.tenon.database.schema;

import java.util.List;
import java.util.stream.Stream;

/** A list with more at its end. */
final class Appended {

    private Appended() {}

    static <T> List<T> to(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
