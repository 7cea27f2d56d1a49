package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of writers with its time limits, and with words for those who wait too long. */
final class WriterTurns {

    private static final Logger LOG = LoggerFactory.getLogger(WriterTurns.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final WriterQueue queue = new WriterQueue();
    private final StoreSettings settings;
    private final Failures failures;
    private final SqliteConnection connection;

    WriterTurns(StoreSettings settings, Failures failures, SqliteConnection connection) {
        this.settings = settings;
        this.failures = failures;
        this.connection = connection;
    }

    /** Returns until when a work waits for its turn, or for another process. */
    Deadline patience(Claim claim) {
        return claim.deadline().orEarlier(Deadline.after(settings.connectionTimeout()));
    }

    /** Waits for the turn. */
    void enter(Claim claim) {
        var deadline = patience(claim);
        var entry =
                queue.enter(claim, deadline, settings.longWait().toNanos(), this::nameTheHolder);
        switch (entry) {
            case GRANTED -> {}
            case TOO_LATE -> throw tooLate();
            case CLOSED ->
                    throw failures.of(
                            DatabaseError.CLOSED,
                            "The database " + failures.database() + " is closed.",
                            "");
            case INTERRUPTED ->
                    throw failures.of(
                            DatabaseError.CANCELLED,
                            "The wait to write to " + failures.database() + " was interrupted.",
                            "");
        }
    }

    boolean handOver(long patienceNanos) {
        return queue.handOver(patienceNanos);
    }

    void leave() {
        queue.leave();
    }

    private DatabaseException tooLate() {
        return failures.of(
                DatabaseError.WRITER_TAKEN,
                "The turn to write to " + failures.database() + " did not come in time.",
                "The writer is held by " + holder() + "; " + queue.length() + " more works wait.");
    }

    /** Many may wait for the same one, who is named once. */
    private void nameTheHolder() {
        var turn = queue.turn();
        if (turn != null && turn.named().compareAndSet(false, true)) {
            LOG.warn(
                    "A work has waited {} ms to write to the database {}, which is held by {}",
                    settings.longWait().toMillis(),
                    failures.database(),
                    turn.holder().describe(connection.running()));
        }
    }

    private String holder() {
        var turn = queue.turn();
        return turn == null ? "nobody any more" : turn.holder().describe(connection.running());
    }

    /** Waits until the last has left, and interrupts his statement if that takes too long. */
    void close() {
        try {
            if (queue.close(Deadline.after(GRACE))) {
                return;
            }
            LOG.warn("The database {} closes; interrupting {}", failures.database(), holder());
            connection.interrupt();
            if (!queue.close(Deadline.after(GRACE))) {
                LOG.warn("The database {} closes under {}", failures.database(), holder());
                connection.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.interrupt();
        }
    }
}
