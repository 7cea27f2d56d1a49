package dev.tenon.benchmarks.writers;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** One of them: measures each of its calls. Its figures are read after its thread has ended. */
final class Caller implements Runnable {

    private static final int SQLITE_BUSY = 5;

    private final Operation operation;
    private final int number;
    private final CompletableFuture<Period> begin;
    private final LongStream.Builder nanos = LongStream.builder();
    private long done;
    private long all;
    private long busy;
    private Throwable failure = new Throwable("None.");
    private boolean failed;

    Caller(Operation operation, int number, CompletableFuture<Period> begin) {
        this.operation = operation;
        this.number = number;
        this.begin = begin;
    }

    @Override
    public void run() {
        try {
            var period = begin.join();
            // At least once: a busy machine may let a thread begin after the end.
            do {
                call(period);
            } while (!period.isOver(System.nanoTime()));
        } catch (Throwable t) {
            failure = t;
            failed = true;
        }
    }

    private void call(Period period) throws Exception {
        long begun = System.nanoTime();
        boolean succeeded = succeeds();
        long ended = System.nanoTime();
        if (succeeded) {
            all++;
        } else {
            busy++;
        }
        if (period.counts(ended)) {
            nanos.add(ended - begun);
            done += succeeded && !period.isOver(ended) ? 1 : 0;
        }
    }

    private boolean succeeds() throws Exception {
        try {
            operation.run(number);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != SQLITE_BUSY) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Refuses to go on with figures of callers that have failed.
     *
     * @throws IllegalStateException if this one has
     */
    void requireGood() {
        if (failed) {
            throw new IllegalStateException("A caller has failed: " + failure, failure);
        }
    }

    /** Returns how long each call took that ended in the time that counts, and the last. */
    LongStream nanos() {
        return nanos.build();
    }

    /** Returns how many calls succeeded in the time that counts. */
    long done() {
        return done;
    }

    /** Returns how many calls succeeded at any time. */
    long all() {
        return all;
    }

    long busy() {
        return busy;
    }
}
