package dev.tenon.crud.internal.repository.run;

import dev.tenon.database.ReadOptions;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of calls, each in a session, and throws what Jakarta Data says instead of what the
 * database throws. What is made of the result afterwards is no part of the session: that there is
 * no result does not roll back a transaction around the call.
 *
 * @param failures says what is thrown
 */
record Executor(SessionFactory sessions, Failures failures) {

    /** Runs a work that reads; on a thread of its own if a future is wanted. */
    <T extends @Nullable Object> @Nullable Object read(
            boolean isAsync, Work<T> work, Function<T, @Nullable Object> finish) {
        return isAsync
                ? later(sessions.readAsync(ReadOptions.DEFAULT, work), finish)
                : now(() -> finish.apply(sessions.read(work)));
    }

    /**
     * Runs a work that writes; on a thread of its own if a future is wanted, which is refused at
     * once on a thread that is in a transaction.
     */
    <T extends @Nullable Object> @Nullable Object write(
            boolean isAsync, Work<T> work, Function<T, @Nullable Object> finish) {
        return isAsync
                ? later(now(() -> sessions.writeAsync(WriteOptions.DEFAULT, work)), finish)
                : now(() -> finish.apply(sessions.write(work)));
    }

    private <T extends @Nullable Object> T now(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw failures.of(e);
        }
    }

    private <T extends @Nullable Object> CompletableFuture<@Nullable Object> later(
            CompletableFuture<T> running, Function<T, @Nullable Object> finish) {
        var result = new CompletableFuture<@Nullable Object>();
        var _ =
                running.whenComplete((value, thrown) -> {
                    if (thrown != null) {
                        result.completeExceptionally(failures.of(thrown));
                        return;
                    }
                    try {
                        result.complete(finish.apply(value));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(failures.of(e));
                    }
                });
        // Whoever gives up waiting does not want the statement to go on.
        var _ =
                result.whenComplete((_, _) -> {
                    if (result.isCancelled()) {
                        running.cancel(true);
                    }
                });
        return result;
    }
}
