package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.engine.Cancellation;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterQueueTest {

    private static final long AT_ONCE = 0;

    private final WriterQueue queue = new WriterQueue();
    private final Claim claim =
            new Claim(Deadline.NEVER, new Cancellation(), true, Optional.empty(), this);

    @Test
    void whoFailsToSayThatHeWaitsLeavesTheQueue() {
        enter(() -> {});
        var waiter =
                CompletableFuture.runAsync(() ->
                        enter(() -> {
                            throw new IllegalStateException("The log is broken.");
                        }));
        assertThatThrownBy(waiter::join).hasMessageContaining("The log is broken.");
        assertThat(queue.length()).isZero();
        queue.leave();
        assertThat(enter(() -> {})).isEqualTo(WriterQueue.Entry.GRANTED);
    }

    @Test
    void whoGotTheTurnMeanwhileKeepsIt() {
        enter(() -> {});
        var waiter =
                CompletableFuture.supplyAsync(() ->
                        enter(() -> {
                            queue.leave();
                            throw new IllegalStateException("The log is broken.");
                        }));
        assertThat(waiter.join()).isEqualTo(WriterQueue.Entry.GRANTED);
        queue.leave();
        assertThat(enter(() -> {})).isEqualTo(WriterQueue.Entry.GRANTED);
    }

    private WriterQueue.Entry enter(Runnable onLongWait) {
        return queue.enter(claim, Deadline.after(Duration.ofSeconds(10)), AT_ONCE, onLongWait);
    }
}
