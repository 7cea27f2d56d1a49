package dev.tenon.database.internal.transaction;

import dev.tenon.core.error.Problem;
import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method with {@code Transactional}, see Jakarta Transactions 2.0, section 3.7. The
 * method runs once: a transient failure is not retried, because the method may do more than work on
 * the database.
 */
record TransactionalCall(InvocationContext call, JoiningSessions sessions) {

    /** Carries what rolls the transaction back past those who would wrap it. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Throwable thrown;

        RolledBack(Throwable thrown) {
            super("The method threw.", null, false, false);
            this.thrown = thrown;
        }
    }

    /** What the method has come to, if the transaction is to be committed. */
    private record Result(@Nullable Object value, Optional<Throwable> thrown) {}

    /** Joins the transaction that is there, or begins one. */
    @Nullable Object required() throws Exception {
        var around = Transaction.on(sessions);
        return around.isPresent() ? joined(around.get()) : inNew();
    }

    /** Joins the transaction that has to be there. */
    @Nullable Object mandatory() throws Exception {
        var around =
                Transaction.on(sessions)
                        .orElseThrow(() ->
                                refused(
                                        DatabaseError.TRANSACTION_MISSING,
                                        "It is MANDATORY, and there is none on this thread."));
        return joined(around);
    }

    /** Joins the transaction that is there, or does without. */
    @Nullable Object supports() throws Exception {
        var around = Transaction.on(sessions);
        return around.isPresent() ? joined(around.get()) : call.proceed();
    }

    /** Does without, whether one is there or not. */
    @Nullable Object notSupported() throws Exception {
        return ScopedValue.where(Transaction.CURRENT, Transaction.none(sessions, method()))
                .call(call::proceed);
    }

    /** Does without, and must not be called within one. */
    @Nullable Object never() throws Exception {
        if (Transaction.on(sessions).isPresent()) {
            throw refused(
                    DatabaseError.TRANSACTION_THERE,
                    "It is NEVER, and there is one on this thread.");
        }
        return call.proceed();
    }

    /**
     * Begins one. It cannot wait for the end of one around it, which waits for it, and would not
     * see what that one has changed.
     */
    @Nullable Object inNew() throws Exception {
        var around = Transaction.around(sessions);
        if (around.isPresent()) {
            throw refused(
                    DatabaseError.NESTED_WRITE,
                    "It would stand within that of "
                            + around.get().method()
                            + ", could not see its changes and not get past its lock.");
        }
        Result result;
        try {
            result = sessions.alone().write(WriteOptions.DEFAULT.noRetry(), this::run);
        } catch (RolledBack e) {
            throw thrown(e.thrown);
        }
        if (result.thrown.isPresent()) {
            throw thrown(result.thrown.get());
        }
        return result.value;
    }

    private Result run(Session session) throws Exception {
        var transaction = Transaction.of(sessions, method(), session);
        var result = ScopedValue.where(Transaction.CURRENT, transaction).call(() -> proceed(call));
        if (transaction.failure().isPresent()) {
            // What the method throws itself tells its caller more.
            throw result.thrown
                    .<RuntimeException>map(RolledBack::new)
                    .orElseGet(() -> rolledBack(transaction.failure().get()));
        }
        return result;
    }

    private Result proceed(InvocationContext invoked) {
        try {
            return new Result(invoked.proceed(), Optional.empty());
        } catch (Throwable t) {
            if (rollsBack(t)) {
                throw new RolledBack(t);
            }
            return new Result(null, Optional.of(t));
        }
    }

    private @Nullable Object joined(Transaction around) throws Exception {
        try {
            return call.proceed();
        } catch (Throwable t) {
            if (rollsBack(t)) {
                around.fail(t);
            }
            throw thrown(t);
        }
    }

    /** Unchecked exceptions do, unless the annotation says otherwise. */
    private boolean rollsBack(Throwable thrown) {
        var annotation = call.getInterceptorBinding(Transactional.class);
        if (isOneOf(annotation.dontRollbackOn(), thrown)) {
            return false;
        }
        return isOneOf(annotation.rollbackOn(), thrown)
                || thrown instanceof RuntimeException
                || thrown instanceof Error;
    }

    private static boolean isOneOf(Class<?>[] types, Throwable thrown) {
        return Arrays.stream(types).anyMatch(type -> type.isInstance(thrown));
    }

    private static Exception thrown(Throwable t) {
        return switch (t) {
            case Error e -> throw e;
            case Exception e -> e;
            default -> new IllegalStateException(t);
        };
    }

    private DatabaseException refused(DatabaseError error, String cause) {
        return failures().of(error, "The transaction of " + method() + " cannot be.", cause);
    }

    private DatabaseException rolledBack(Throwable cause) {
        return failures()
                .of(
                        DatabaseError.ROLLED_BACK,
                        "The transaction of " + method() + " was rolled back.",
                        "Something within it failed, though the method returned: "
                                + Problem.describe(cause),
                        cause,
                        CommitOutcome.NOT_APPLIED);
    }

    private String method() {
        var method = call.getMethod();
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private Failures failures() {
        return new Failures(sessions.database());
    }
}
