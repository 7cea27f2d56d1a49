package dev.tenon.crud.internal.service;

import dev.tenon.database.ReadOptions;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Sessions whose statement ends when the thread that waits for them is interrupted. */
record CancellableDoor(SessionFactory sessions) implements Door {

    @Override
    public <T extends @Nullable Object> T read(ReadOptions options, Work<T> work) {
        return await(sessions.readAsync(options, work));
    }

    @Override
    public <T extends @Nullable Object> T write(WriteOptions options, Work<T> work) {
        return await(sessions.writeAsync(options, work));
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> session) {
        try {
            return session.get();
        } catch (InterruptedException e) {
            session.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("The operation was cancelled.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // Sessions throw nothing that is checked.
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(e.getCause());
        }
    }
}
