package dev.tenon.crud.internal.service;

import dev.tenon.database.Work;
import org.jspecify.annotations.Nullable;

/** The way by which operations come to sessions. */
interface Door {

    /** Reads in a session. */
    <T extends @Nullable Object> T read(Work<T> work);

    /** Writes in a session. */
    <T extends @Nullable Object> T write(Work<T> work);
}
