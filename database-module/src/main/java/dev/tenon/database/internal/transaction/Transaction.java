package dev.tenon.database.internal.transaction;

import dev.tenon.database.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction around a method of a bean, on the thread that calls it. */
final class Transaction {

    /** The innermost transaction of the thread; those around it are its outer ones. */
    static final ScopedValue<Transaction> CURRENT = ScopedValue.newInstance();

    private final Object database;
    private final String method;
    private final Optional<Session> session;
    private final Optional<Transaction> outer;
    private final Thread thread = Thread.currentThread();
    private @Nullable Throwable failure;

    private Transaction(Object database, String method, Optional<Session> session) {
        this.database = database;
        this.method = method;
        this.session = session;
        this.outer = innermost();
    }

    /** Returns a transaction that the session is, around the method. */
    static Transaction of(Object database, String method, Session session) {
        return new Transaction(database, method, Optional.of(session));
    }

    /** Returns what hides the transaction around the method. */
    static Transaction none(Object database, String method) {
        return new Transaction(database, method, Optional.empty());
    }

    /**
     * Returns the transaction on the database that this thread is in. A thread that was forked
     * within it has the value, but not the session, which belongs to one thread.
     */
    static Optional<Transaction> on(Object database) {
        return innermostOf(database).filter(t -> t.session.isPresent());
    }

    /** Returns the transaction on the database, even if a method within it does without. */
    static Optional<Transaction> around(Object database) {
        var found = innermostOf(database);
        while (found.isPresent() && found.get().session.isEmpty()) {
            found = found.get().outerOf(database);
        }
        return found;
    }

    private static Optional<Transaction> innermost() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    private static Optional<Transaction> innermostOf(Object database) {
        var found = innermost();
        return found.isPresent() && found.get().isOn(database)
                ? found
                : found.flatMap(t -> t.outerOf(database));
    }

    private Optional<Transaction> outerOf(Object wanted) {
        var found = outer;
        while (found.isPresent() && !found.get().isOn(wanted)) {
            found = found.get().outer;
        }
        return found;
    }

    private boolean isOn(Object wanted) {
        return database.equals(wanted) && thread.equals(Thread.currentThread());
    }

    /** Returns the method that it is around. */
    String method() {
        return method;
    }

    Session session() {
        return session.orElseThrow();
    }

    /** Notes what failed within, so that the transaction cannot be committed any more. */
    void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
