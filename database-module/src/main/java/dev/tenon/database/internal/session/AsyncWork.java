package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session on a virtual thread of its own; cancelling it, or completing it otherwise, interrupts
 * statement and thread.
 */
final class AsyncWork<T extends @Nullable Object> extends CompletableFuture<T> {

    private final Cancellation cancellation = new Cancellation();
    private final String database;

    AsyncWork(String database) {
        this.database = database;
    }

    AsyncWork<T> run(Function<Cancellation, T> session) {
        var _ = Thread.ofVirtual().name("tenon-" + database).start(() -> completeBy(session));
        return this;
    }

    private void completeBy(Function<Cancellation, T> session) {
        // Whoever completes it from outside, by cancel or orTimeout, ends the work.
        var _ = whenComplete((value, thrown) -> cancellation.request());
        cancellation.runsHere();
        try {
            T value = session.apply(cancellation);
            cancellation.ended();
            complete(value);
        } catch (Throwable t) {
            cancellation.ended();
            completeExceptionally(t);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
