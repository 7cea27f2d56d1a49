package dev.tenon.crud.internal.service;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An operation on a virtual thread of its own; who completes it from outside interrupts it. */
final class AsyncOperation<T> extends CompletableFuture<T> {

    private volatile boolean ended;

    /** Starts it. */
    static <T> CompletableFuture<T> start(String name, Supplier<? extends T> operation) {
        var started = new AsyncOperation<T>();
        var thread =
                Thread.ofVirtual()
                        .name("tenon-crud-" + name)
                        .unstarted(() -> {
                            try {
                                T value = operation.get();
                                started.ended = true;
                                started.complete(value);
                            } catch (Throwable t) {
                                started.ended = true;
                                started.completeExceptionally(t);
                            }
                        });
        var _ =
                started.whenComplete((_, _) -> {
                    // Whoever goes on with the value on this thread is not to be interrupted.
                    if (!started.ended) {
                        thread.interrupt();
                    }
                });
        thread.start();
        return started;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
