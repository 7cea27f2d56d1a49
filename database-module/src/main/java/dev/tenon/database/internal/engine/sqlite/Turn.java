package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.internal.failure.Holder;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A turn to write.
 *
 * @param holder who has it
 * @param named whether the log has named him already
 */
record Turn(Holder holder, AtomicBoolean named) {

    Turn(Thread thread, Object work) {
        this(Holder.now(thread, work), new AtomicBoolean());
    }

    /** Returns when it began, by {@link System#nanoTime}. */
    long since() {
        return holder.since();
    }
}
