package dev.tenon.crud.internal.query.check;

import java.util.Optional;

/**
 * A parameter of a repository method that the query can use.
 *
 * @param name that of {@code @Param}, else its own, if the class file has it
 * @param type its type, as class files name it
 * @param element the type of its elements, if it is a collection or an array other than of bytes
 */
public record QueryParameter(Optional<String> name, String type, Optional<String> element) {

    /** Returns one that holds one value. */
    public static QueryParameter of(String name, String type) {
        return new QueryParameter(Optional.of(name), type, Optional.empty());
    }
}
