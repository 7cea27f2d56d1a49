package dev.tenon.benchmarks.writers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedThreadsTest {

    @TempDir Path folder;

    @Test
    void aVirtualThreadThatWaitsInAClassInitializerIsCounted() throws Exception {
        try (var pinned = new PinnedThreads()) {
            Thread.ofVirtual().start(Waiting::initialize).join();

            assertThat(pinned.count(folder.resolve("pinned.jfr"))).isPositive();
        }
    }

    @Test
    void aVirtualThreadThatWaitsOtherwiseIsNot() throws Exception {
        try (var pinned = new PinnedThreads()) {
            Thread.ofVirtual().start(() -> parkFor(Duration.ofMillis(1))).join();

            assertThat(pinned.count(folder.resolve("pinned.jfr"))).isZero();
        }
    }

    private static void parkFor(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static final class Waiting {
        static {
            // The initializer stands on the stack below a frame of the JVM.
            parkFor(Duration.ofMillis(1));
        }

        static void initialize() {}
    }
}
