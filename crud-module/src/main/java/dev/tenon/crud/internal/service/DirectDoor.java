package dev.tenon.crud.internal.service;

import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import org.jspecify.annotations.Nullable;

/** Sessions of the thread that asks, which take part in its transaction. */
record DirectDoor(SessionFactory sessions) implements Door {

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return sessions.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return sessions.write(work);
    }
}
