package dev.tenon.benchmarks.writers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Load load = new Load(Duration.ofMillis(10), Duration.ofMillis(30));

    @Test
    void everyCallThatSucceedsIsCounted() throws Exception {
        var calls = new AtomicLong();

        var sample = load.run(Callers.platform(3, _ -> calls.incrementAndGet())).getFirst();

        assertThat(sample.calls()).isEqualTo(calls.get());
        assertThat(sample.perSecond()).isPositive();
        assertThat(sample.medianMs())
                .isLessThanOrEqualTo(sample.p99Ms())
                .isLessThanOrEqualTo(sample.maxMs());
    }

    @Test
    void callersOfSeveralKindsCallAtOnceAndHaveFiguresOfTheirOwn() throws Exception {
        var inside = new AtomicInteger();
        Operation operation = _ -> inside.incrementAndGet();
        var numbers = ConcurrentHashMap.<Integer>newKeySet();

        var samples =
                load.run(
                        Callers.platform(1, operation),
                        Callers.virtual(4, caller -> numbers.add(caller)));

        assertThat(samples.getFirst().calls()).isEqualTo(inside.get());
        assertThat(numbers).isEqualTo(Set.of(0, 1, 2, 3));
    }

    @Test
    void aCallThatFindsTheDatabaseBusyIsNoCallButIsTold() throws Exception {
        var calls = new AtomicLong();

        var sample =
                load.run(
                                Callers.platform(
                                        1,
                                        _ -> {
                                            if (calls.incrementAndGet() % 2 == 0) {
                                                throw new SQLException(
                                                        "database is locked", null, 5);
                                            }
                                        }))
                        .getFirst();

        assertThat(sample.busy()).isEqualTo(calls.get() / 2);
        assertThat(sample.calls()).isEqualTo(calls.get() - calls.get() / 2);
    }

    @Test
    void aCallThatFailsOtherwiseEndsTheMeasurement() {
        Operation failing =
                _ -> {
                    throw new SQLException("disk I/O error", null, 10);
                };

        assertThatIllegalStateException()
                .isThrownBy(() -> load.run(Callers.platform(1, failing)))
                .withMessageContaining("disk I/O error");
    }
}
