package dev.tenon.crud.internal.service;

import dev.tenon.database.ReadOptions;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import org.jspecify.annotations.Nullable;

/** The way by which operations come to sessions. */
interface Door {

    /** Reads in a session. */
    <T extends @Nullable Object> T read(ReadOptions options, Work<T> work);

    /** Writes in a session. */
    <T extends @Nullable Object> T write(WriteOptions options, Work<T> work);

    /** Reads in a session by several statements. */
    default <T extends @Nullable Object> T read(Work<T> work) {
        return read(ReadOptions.DEFAULT, work);
    }

    /** Writes in a session by several statements. */
    default <T extends @Nullable Object> T write(Work<T> work) {
        return write(WriteOptions.DEFAULT, work);
    }
}
