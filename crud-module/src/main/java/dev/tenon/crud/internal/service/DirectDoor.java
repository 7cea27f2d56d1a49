package dev.tenon.crud.internal.service;

import dev.tenon.database.ReadOptions;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import org.jspecify.annotations.Nullable;

/** Sessions of the thread that asks, which take part in its transaction. */
record DirectDoor(SessionFactory sessions) implements Door {

    @Override
    public <T extends @Nullable Object> T read(ReadOptions options, Work<T> work) {
        return sessions.read(options, work);
    }

    @Override
    public <T extends @Nullable Object> T write(WriteOptions options, Work<T> work) {
        return sessions.write(options, work);
    }
}
