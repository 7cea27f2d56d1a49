package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.engine.Cancellation;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterQueueTest {

    private static final long AT_ONCE = 0;

    private final WriterQueue queue = new WriterQueue();
    private final Claim claim =
            new Claim(Deadline.NEVER, new Cancellation(), true, Optional.empty(), false, this);

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

    /** Turns are short, so that those who come next are awake; some are long, some give up. */
    @Test
    void everyTurnIsHandedToOneOnly() throws Exception {
        var counted = new int[1];
        var turns = new AtomicInteger();
        try (var threads = Executors.newThreadPerTaskExecutor(mixed())) {
            var all =
                    IntStream.range(0, 24)
                            .mapToObj(n -> threads.submit(() -> takeTurns(n, counted, turns)))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(counted[0]).isEqualTo(turns.get());
        assertThat(queue.length()).isZero();
        assertThat(enter(() -> {})).isEqualTo(WriterQueue.Entry.GRANTED);
    }

    private static ThreadFactory mixed() {
        var made = new AtomicInteger();
        return work ->
                made.getAndIncrement() % 2 == 0
                        ? Thread.ofPlatform().unstarted(work)
                        : Thread.ofVirtual().unstarted(work);
    }

    private void takeTurns(int thread, int[] counted, AtomicInteger turns) {
        for (int i = 0; i < 5_000; i++) {
            boolean hurries = (thread + i) % 50 == 0;
            var patience = hurries ? Duration.ofNanos(20_000) : Duration.ofSeconds(60);
            var entry = queue.enter(claim, Deadline.after(patience), Long.MAX_VALUE, () -> {});
            if (entry == WriterQueue.Entry.GRANTED) {
                counted[0]++;
                turns.incrementAndGet();
                if (i % 500 == 0) {
                    LockSupport.parkNanos(100_000);
                }
                if (i % 3 > 0 || !queue.handOver(i % 2 * 50_000)) {
                    queue.leave();
                }
            } else {
                assertThat(hurries).isTrue();
            }
        }
    }

    @Test
    void nobodyIsWaitedForWithoutPatience() {
        enter(() -> {});
        assertThat(queue.handOver(0)).isFalse();
        assertThat(queue.handOver(1_000)).isFalse();
        queue.leave();
    }

    private WriterQueue.Entry enter(Runnable onLongWait) {
        return queue.enter(claim, Deadline.after(Duration.ofSeconds(10)), AT_ONCE, onLongWait);
    }
}
