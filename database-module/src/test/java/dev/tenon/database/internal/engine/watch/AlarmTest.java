package dev.tenon.database.internal.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmTest {

    @Test
    void anAlarmThatIsWatchedRingsWhenItsTimeIsUp() throws Exception {
        var rung = new CountDownLatch(1);
        var alarm =
                new Alarm(done -> {
                    rung.countDown();
                    done.run();
                });
        Watchdog.SHARED.watch(alarm);
        Watchdog.SHARED.arm(alarm, System.nanoTime() + Duration.ofMillis(20).toNanos());
        rung.await();
        alarm.disarm();
        Watchdog.SHARED.forget(alarm);
    }

    @Test
    void anAlarmThatIsNotArmedDoesNotRing() {
        var rings = new AtomicInteger();
        var alarm =
                new Alarm(done -> {
                    rings.incrementAndGet();
                    done.run();
                });
        alarm.ringNow();
        alarm.arm(Long.MAX_VALUE);
        alarm.disarm();
        alarm.ringNow();
        assertThat(rings).hasValue(0);
        alarm.arm(Long.MAX_VALUE);
        alarm.ringNow();
        alarm.ringNow();
        alarm.disarm();
        assertThat(rings).hasValue(1);
    }

    /** An interrupt on its way would hit the next statement. */
    @Test
    void whoDisarmsWaitsForARingThatIsUnderWay() throws Exception {
        var ending = new AtomicReference<Runnable>();
        var alarm = new Alarm(ending::set);
        alarm.arm(Long.MAX_VALUE);
        alarm.ringNow();
        var disarming = Thread.ofPlatform().start(alarm::disarm);
        while (disarming.isAlive() && disarming.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(disarming.isAlive()).isTrue();
        ending.get().run();
        disarming.join();
    }
}
