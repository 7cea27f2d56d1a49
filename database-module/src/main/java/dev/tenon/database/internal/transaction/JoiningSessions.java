package dev.tenon.database.internal.transaction;

import dev.tenon.core.error.Problem;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one database, as its module has them: within a method with {@code Transactional},
 * a read or write is part of the method's transaction, and its options do not count. What it throws
 * keeps the transaction from being committed, even if somebody catches it.
 */
public final class JoiningSessions implements SessionFactory {

    private final SessionFactory sessions;

    /** Makes joining sessions of those that join nothing. */
    public JoiningSessions(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String database() {
        return sessions.database();
    }

    @Override
    public <T extends @Nullable Object> T read(ReadOptions options, Work<T> work) {
        var around = Transaction.on(this);
        return around.isPresent() ? join(around.get(), work) : sessions.read(options, work);
    }

    @Override
    public <T extends @Nullable Object> T write(WriteOptions options, Work<T> work) {
        var around = Transaction.on(this);
        return around.isPresent() ? join(around.get(), work) : sessions.write(options, work);
    }

    private <T extends @Nullable Object> T join(Transaction transaction, Work<T> work) {
        try {
            return work.apply(transaction.session());
        } catch (RuntimeException | Error e) {
            transaction.fail(e);
            throw e;
        } catch (Exception e) {
            transaction.fail(e);
            throw new Failures(database())
                    .of(
                            DatabaseError.WORK_FAILED,
                            "The work on " + database() + " threw.",
                            Problem.describe(e),
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> readAsync(
            ReadOptions options, Work<T> work) {
        return sessions.readAsync(options, work);
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> writeAsync(
            WriteOptions options, Work<T> work) {
        return sessions.writeAsync(options, work);
    }

    /** Returns the sessions that join nothing. */
    SessionFactory alone() {
        return sessions;
    }
}
