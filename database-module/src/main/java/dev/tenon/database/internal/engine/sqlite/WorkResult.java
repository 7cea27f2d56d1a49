package dev.tenon.database.internal.engine.sqlite;

import org.jspecify.annotations.Nullable;

/** What a work has come to, told only when its transaction has ended. */
sealed interface WorkResult<T extends @Nullable Object> {

    /** It returned. */
    record Returned<T extends @Nullable Object>(T value) implements WorkResult<T> {}

    /** It threw. */
    record Thrown<T extends @Nullable Object>(Throwable thrown) implements WorkResult<T> {}

    default T get() throws Exception {
        return switch (this) {
            case Returned<T>(var value) -> value;
            case Thrown<T>(Error e) -> throw e;
            case Thrown<T>(Exception e) -> throw e;
            case Thrown<T>(var t) -> throw new IllegalStateException(t);
        };
    }
}
