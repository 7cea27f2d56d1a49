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
 * @param isAsync whether the work is done on a thread of its own, and a future is handed over
 */
record Executor(SessionFactory sessions, Failures failures, boolean isAsync) {

    /** Runs a work that reads. */
    <T extends @Nullable Object> @Nullable Object read(
            ReadOptions options, Work<T> work, Function<T, @Nullable Object> finish) {
        return isAsync
                ? later(sessions.readAsync(options, work), finish)
                : now(() -> finish.apply(sessions.read(options, work)));
    }

    /** Runs a work that writes; on another thread only if this one is in no transaction. */
    <T extends @Nullable Object> @Nullable Object write(
            WriteOptions options, Work<T> work, Function<T, @Nullable Object> finish) {
        return isAsync
                ? later(now(() -> sessions.writeAsync(options, work)), finish)
                : now(() -> finish.apply(sessions.write(options, work)));
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
