package dev.tenon.crud.internal.repository.declare;

import java.util.Optional;

/**
 * A parameter of a repository's method.
 *
 * @param name its name, if the compiler has kept it
 * @param type its type
 * @param by what {@code @By} says
 * @param param what {@code @Param} says
 */
public record DeclaredParameter(
        Optional<String> name, JavaType type, Optional<String> by, Optional<String> param) {

    /** Returns this parameter with what that of an overridden method says of it. */
    DeclaredParameter overriding(DeclaredParameter other) {
        return new DeclaredParameter(
                name, type, by.or(() -> other.by), param.or(() -> other.param));
    }
}
