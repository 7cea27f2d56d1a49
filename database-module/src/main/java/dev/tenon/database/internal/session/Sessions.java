package dev.tenon.database.internal.session;

import dev.tenon.database.ReadOptions;
import dev.tenon.database.RetryPolicy;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.engine.Body;
import dev.tenon.database.engine.Cancellation;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.EngineConnection;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.CallSites;
import dev.tenon.database.internal.failure.Failures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The sessions of one open database. */
public final class Sessions implements SessionFactory {

    // Put back at the end of each session, so that no thread keeps anything.
    private static final ThreadLocal<@Nullable Writing> WRITING = new ThreadLocal<>();

    private final String database;
    private final Store store;
    private final Failures failures;
    private final SessionBasis basis;
    private final Outcomes outcomes;

    /** Makes the sessions of a store; what they throw is logged. */
    public Sessions(String database, Store store) {
        this(database, store, true);
    }

    private Sessions(String database, Store store, boolean isLogged) {
        this.database = database;
        this.store = store;
        failures = new Failures(database);
        basis =
                new SessionBasis(
                        new SqlTexts(
                                new StatementRules(failures, store.forbidden()),
                                store.lexis(),
                                new StatementTraits(store.marks(), store.implicitCommits())),
                        new Rows(store.values(), failures),
                        failures,
                        store::quote);
        outcomes = new Outcomes(store, failures, isLogged);
    }

    /** Makes the sessions of a store for somebody who tells all that they throw. */
    public static Sessions withoutLog(String database, Store store) {
        return new Sessions(database, store, false);
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public <T extends @Nullable Object> T read(ReadOptions options, Work<T> work) {
        return read(options, work, Cancellation.NEVER);
    }

    private <T extends @Nullable Object> T read(
            ReadOptions options, Work<T> work, Cancellation cancellation) {
        var deadline = options.timeout().map(Deadline::after).orElse(Deadline.NEVER);
        var claim =
                new Claim(
                        deadline,
                        cancellation,
                        false,
                        options.isolation(),
                        options.isSingleStatement(),
                        work);
        var begun = new boolean[1];
        Finished<T> finished;
        try {
            finished =
                    new Retries(t -> !begun[0] && outcomes.mayPass(t), RetryPolicy.DEFAULT, claim)
                            .run(() ->
                                    store.read(
                                            claim,
                                            connection -> {
                                                begun[0] = true;
                                                return run(
                                                        claim,
                                                        work,
                                                        connection,
                                                        new Statements(
                                                                connection, store, claim, failures),
                                                        true);
                                            }));
        } catch (Throwable t) {
            throw outcomes.reported(t, CommitOutcome.NOT_APPLIED);
        }
        runAll(finished.afterCommit(), cancellation);
        return finished.value();
    }

    @Override
    public <T extends @Nullable Object> T write(WriteOptions options, Work<T> work) {
        return write(options, work, Cancellation.NEVER);
    }

    private <T extends @Nullable Object> T write(
            WriteOptions options, Work<T> work, Cancellation cancellation) {
        var around = WRITING.get();
        if (Writing.isUnder(around, this)) {
            throw nested();
        }
        var deadline = options.timeout().map(Deadline::after).orElse(Deadline.NEVER);
        boolean repeatable = options.retry().attempts() > 1;
        var claim =
                new Claim(
                        deadline,
                        cancellation,
                        repeatable,
                        options.isolation(),
                        options.isSingleStatement(),
                        work);
        var become = new CommitOutcome[] {CommitOutcome.NOT_APPLIED};
        Body<Finished<T>> body =
                connection -> {
                    var statements = new Statements(connection, store, claim, failures);
                    try {
                        return run(claim, work, connection, statements, false);
                    } finally {
                        become[0] = statements.outcome();
                    }
                };
        Finished<T> finished;
        WRITING.set(new Writing(this, around));
        try {
            finished =
                    new Retries(
                                    t ->
                                            become[0] == CommitOutcome.NOT_APPLIED
                                                    && outcomes.mayPass(t),
                                    options.retry(),
                                    claim)
                            .run(() -> store.write(claim, body));
        } catch (Throwable t) {
            throw outcomes.reported(t, become[0]);
        } finally {
            if (around == null) {
                WRITING.remove();
            } else {
                WRITING.set(around);
            }
        }
        runAll(finished.afterCommit(), cancellation);
        return finished.value();
    }

    private void runAll(List<Runnable> afterCommit, Cancellation cancellation) {
        if (cancellation.isPossible()) {
            // Too late: who cancels now must not hit what belongs to a commit that holds.
            cancellation.ended();
            var _ = Thread.interrupted();
        }
        outcomes.runAll(afterCommit);
    }

    /** What a work has come to in its last run. */
    private record Finished<T extends @Nullable Object>(T value, List<Runnable> afterCommit) {}

    private <T extends @Nullable Object> Finished<T> run(
            Claim claim,
            Work<T> work,
            EngineConnection connection,
            Statements statements,
            boolean readOnly)
            throws Exception {
        var session = new OpenSession(statements, connection, basis, readOnly);
        boolean cancellable = claim.cancellation().isPossible();
        if (cancellable) {
            claim.cancellation().runsOn(connection);
        }
        try {
            T value = work.apply(session);
            statements.requireGoodEnd();
            return new Finished<>(value, session.actions());
        } finally {
            statements.close();
            if (cancellable) {
                claim.cancellation().runsNowhere();
            }
        }
    }

    private DatabaseException nested() {
        return failures.of(
                DatabaseError.NESTED_WRITE,
                within("A write"),
                "It could neither see the changes of the outer one nor get past its lock.");
    }

    /** Whoever waited for it would wait for itself: it waits for the end of the outer one. */
    private DatabaseException asyncWithin() {
        return failures.of(
                DatabaseError.NESTED_WRITE,
                within("An asynchronous write"),
                "It runs on another thread and is no part of the transaction around it: it would"
                        + " neither see its changes nor get past its lock, nor be rolled back with it.",
                "Write without a future (a repository's method without CompletionStage), which is part"
                        + " of the transaction, or start it in afterCommit.");
    }

    private String within(String what) {
        var sites = CallSites.of(Thread.currentThread());
        return what
                + " to "
                + database
                + (sites.isEmpty() ? "" : " at " + sites.getFirst())
                + " stands within a write"
                + (sites.size() < 2 ? "." : " at " + sites.get(1) + ".");
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> readAsync(
            ReadOptions options, Work<T> work) {
        return new AsyncWork<T>(database).run(c -> read(options, work, c));
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> writeAsync(
            WriteOptions options, Work<T> work) {
        if (Writing.isUnder(WRITING.get(), this)) {
            throw asyncWithin();
        }
        return new AsyncWork<T>(database).run(c -> write(options, work, c));
    }
}
