package dev.tenon.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

class ServicesUnderLoadTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int THREADS = 8;
    private static final int ROUNDS = 1500;
    private static final int KEYS = 3;

    private final Services services = new Services();

    /** What stands behind a key, by name of its owner. */
    private record Holding(String owner) {}

    /** Checks that the events of each key alternate, beginning with added. */
    private static final class Alternation implements ServiceListener<Holding> {
        private final Map<ServiceKey<?>, String> there = new HashMap<>();
        private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
        private final AtomicInteger added = new AtomicInteger();
        private final AtomicInteger removed = new AtomicInteger();

        @Override
        public void added(ServiceDescription description, Holding service) {
            var before = there.put(description.key(), description.owner());
            if (before != null || !service.owner().equals(description.owner())) {
                wrong.add(before + " was there when came " + description + " with " + service);
            }
            added.incrementAndGet();
        }

        @Override
        public void removed(ServiceDescription description) {
            var before = there.remove(description.key());
            if (!description.owner().equals(before)) {
                wrong.add(before + " was there when went " + description);
            }
            removed.incrementAndGet();
        }
    }

    @Test
    void aKeyIsHeldByOneServiceAtATimeAndListenersSeeItComeAndGoInTurn() throws Exception {
        var early = new Alternation();
        services.view("watcher").listen(Holding.class, early);
        var holders = new AtomicReferenceArray<String>(KEYS);
        var offered = new AtomicInteger();

        together(number -> {
            var owner = "sample.m" + number;
            var view = services.view(owner);
            for (int i = 0; i < ROUNDS; i++) {
                offered.addAndGet(holdOnce(view, owner, (number + i) % KEYS, holders));
            }
            return "";
        });

        Poll.until(LIMIT, () -> early.removed.get() == offered.get());
        assertThat(early.wrong).isEmpty();
        assertThat(early.added).hasValue(offered.get());
        assertThat(offered.get()).isGreaterThan(ROUNDS);
        assertThat(services.describe()).isEmpty();
    }

    /** Returns 1 if the key could be held, 0 if somebody else held it. */
    private static int holdOnce(
            OwnedServices view, String owner, int number, AtomicReferenceArray<String> holders) {
        var key = ServiceKey.of(Holding.class, "k" + number);
        try {
            var mine = new Holding(owner);
            var handle = view.offer(key, mine);
            assertThat(holders.compareAndSet(number, null, owner)).isTrue();
            assertThat(view.get(key)).isSameAs(mine);
            assertThat(holders.compareAndSet(number, owner, null)).isTrue();
            handle.close();
            return 1;
        } catch (HostException e) {
            assertThat(e.code()).isEqualTo(HostError.SERVICE_TAKEN);
            view.find(key).ifPresent(other -> assertThat(other.owner()).startsWith("sample.m"));
            return 0;
        }
    }

    @Test
    void nothingOfAModuleStaysBehindThatStopsWhileItOffers() throws Exception {
        var watcher = new Alternation();
        services.view("watcher").listen(Holding.class, watcher);

        together(number -> {
            for (int round = 0; round < 20; round++) {
                var view = services.view("sample.m" + number);
                var stopper = Thread.startVirtualThread(view::close);
                offerUntilStopped(view, number);
                stopper.join();
                assertThat(services.describe())
                        .extracting(ServiceDescription::owner)
                        .doesNotContain("sample.m" + number);
            }
            return "";
        });

        Poll.until(LIMIT, () -> watcher.removed.get() == watcher.added.get());
        assertThat(watcher.wrong).isEmpty();
    }

    private static void offerUntilStopped(OwnedServices view, int number) {
        for (int i = 0; true; i++) {
            try {
                view.offer(
                        ServiceKey.of(Holding.class, number + "/" + i),
                        new Holding("sample.m" + number));
            } catch (HostException e) {
                assertThat(e.code()).isEqualTo(HostError.SERVICE_OWNER_GONE);
                return;
            }
        }
    }

    /** What one of the threads does. */
    private interface Part {
        String run(int number) throws Exception;
    }

    private static void together(Part part) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                running.add(threads.submit(() -> part.run(number)));
            }
            for (Future<String> one : running) {
                one.get();
            }
        }
    }
}
