package dev.tenon.database.internal.record;

import dev.tenon.core.error.Problem;
import dev.tenon.database.Session;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records to the framework's own database, in their order, on a virtual thread that lives
 * while there is something to write: nobody waits for it. Safe for use by many threads.
 */
public final class Recorder implements AutoCloseable {

    /** What is written of one event. */
    @FunctionalInterface
    public interface Entry {
        /** Writes it. */
        void write(Session session);
    }

    /** How much is kept until it can be written; what is older goes. */
    private static final int KEPT = 1_000;

    /** How often entries are written that hosts on the same server write at the same moment. */
    private static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final Deque<Entry> waiting = new ArrayDeque<>();
    private @Nullable SessionFactory sessions;
    private @Nullable Thread writer;
    private boolean givenUp;
    private long dropped;

    /** Adds an entry. */
    public synchronized void record(Entry entry) {
        if (givenUp) {
            return;
        }
        if (waiting.size() == KEPT) {
            waiting.removeFirst();
            dropped++;
        }
        waiting.add(entry);
        writeSoon();
    }

    /** Begins to write. */
    public synchronized void recordTo(SessionFactory opened) {
        sessions = opened;
        writeSoon();
    }

    /** Writes nothing at all. */
    public synchronized void giveUp() {
        givenUp = true;
        waiting.clear();
    }

    private void writeSoon() {
        var opened = sessions;
        if (opened != null && writer == null && !waiting.isEmpty()) {
            writer =
                    Thread.ofVirtual()
                            .name("tenon framework records")
                            .inheritInheritableThreadLocals(false)
                            .start(() -> writeAll(opened));
        }
    }

    private void writeAll(SessionFactory opened) {
        for (var entries = next(); !entries.isEmpty(); entries = next()) {
            write(opened, entries);
        }
    }

    private synchronized List<Entry> next() {
        if (dropped > 0) {
            LOG.warn("{} records are lost: there were too many to be kept", dropped);
            dropped = 0;
        }
        var entries = new ArrayList<>(waiting);
        waiting.clear();
        if (entries.isEmpty()) {
            writer = null;
            notifyAll();
        }
        return entries;
    }

    private static void write(SessionFactory opened, List<Entry> entries) {
        for (int again = TRIES - 1; again >= 0; again--) {
            try {
                opened.<@Nullable Object>write(session -> {
                    entries.forEach(entry -> entry.write(session));
                    return null;
                });
                return;
            } catch (RuntimeException | Error e) {
                // An Error of one entry must not end the thread, which nobody would begin again.
                if (again > 0 && isThereAlready(e)) {
                    LOG.debug("Another host has written the same rows at the same moment", e);
                    continue;
                }
                LOG.warn(
                        "{} records were not written to the framework's own database: {}",
                        entries.size(),
                        Problem.describe(e),
                        e);
                return;
            }
        }
    }

    /** What was to be inserted is found, and updated, the next time. */
    private static boolean isThereAlready(Throwable e) {
        return e instanceof DatabaseException d && d.code() == DatabaseError.UNIQUE;
    }

    /**
     * Returns when everything is written, or the thread is interrupted, as it is when the time for
     * the stop is up; what comes later is not written.
     */
    @Override
    public synchronized void close() {
        try {
            while (writer != null) {
                wait();
            }
        } catch (InterruptedException _) {
            LOG.warn("The last records were not written to the framework's own database in time");
            Thread.currentThread().interrupt();
        }
        giveUp();
    }
}
