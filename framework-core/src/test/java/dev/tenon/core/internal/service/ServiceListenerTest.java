package dev.tenon.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceListenerTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Services services = new Services();
    private final OwnedServices a = services.view("sample.a");
    private final OwnedServices b = services.view("sample.b");
    private final Recorder recorder = new Recorder();

    /** Writes down what it is told. */
    private static class Recorder implements ServiceListener<String> {
        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void added(ServiceDescription description, String service) {
            seen.add("+" + service);
        }

        @Override
        public void removed(ServiceDescription description) {
            seen.add("-" + description.key().name());
        }

        void waitFor(String... events) {
            Poll.until(LIMIT, () -> seen.size() >= events.length);
            assertThat(seen).containsExactly(events);
        }
    }

    @Test
    void hearsOfWhatIsThereAlreadyAndThenOfWhatComesAndGoes() {
        a.offer(key("2"), "2");
        a.offer(key("1"), "1");
        b.listen(String.class, recorder);
        var third = a.offer(key("3"), "3");
        third.close();
        a.offer(key("4"), "4");

        recorder.waitFor("+1", "+2", "+3", "-3", "+4");
    }

    @Test
    void hearsOfItsTypeAlone() {
        b.listen(String.class, recorder);
        a.offer(Runnable.class, () -> {});
        a.offer(CharSequence.class, "x");
        a.offer(key("1"), "1");

        recorder.waitFor("+1");
    }

    @Test
    void hearsThatTheServicesOfAModuleThatStopsAreGoneTheLastFirst() {
        a.offer(key("1"), "1");
        a.offer(key("2"), "2");
        b.listen(String.class, recorder);
        a.close();

        recorder.waitFor("+1", "+2", "-2", "-1");
    }

    @Test
    void hearsEverythingInItsOrder() {
        b.listen(String.class, recorder);
        var numbers = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        numbers.forEach(n -> a.offer(key(n), n).close());

        recorder.waitFor(
                numbers.stream().flatMap(n -> Stream.of("+" + n, "-" + n)).toArray(String[]::new));
    }

    @Test
    void isNeverCalledTwiceAtATime() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var calls = new AtomicInteger();
        b.listen(
                String.class,
                new ServiceListener<>() {
                    @Override
                    public void added(ServiceDescription description, String service) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        calls.incrementAndGet();
                    }
                });
        IntStream.range(0, 200)
                .parallel()
                .forEach(n -> services.view("m" + n).offer(key("" + n), ""));

        Poll.until(LIMIT, () -> calls.get() == 200);
        assertThat(most).hasValue(1);
    }

    @Test
    void isNotCalledOnTheThreadOfTheOneWhoOffers() {
        var threads = new ConcurrentLinkedQueue<Thread>();
        b.listen(
                String.class,
                new ServiceListener<>() {
                    @Override
                    public void added(ServiceDescription description, String service) {
                        threads.add(Thread.currentThread());
                    }
                });
        a.offer(key("1"), "1");

        Poll.until(LIMIT, () -> !threads.isEmpty());
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void staysSubscribedWhenItThrowsAndHarmsNobody() {
        var throwing =
                new Recorder() {
                    @Override
                    public void added(ServiceDescription description, String service) {
                        super.added(description, service);
                        throw new NoClassDefFoundError("a defect of the listener");
                    }
                };
        b.listen(String.class, throwing);
        b.listen(String.class, recorder);
        a.offer(key("1"), "1");
        a.offer(key("2"), "2").close();

        throwing.waitFor("+1", "+2", "-2");
        recorder.waitFor("+1", "+2", "-2");
    }

    @Test
    void blocksNeitherOfferNorCloseNorOtherListenersWhenItHangs() {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var hanging =
                new Recorder() {
                    @Override
                    public void added(ServiceDescription description, String service) {
                        super.added(description, service);
                        entered.countDown();
                        await(released);
                    }
                };
        try {
            b.listen(String.class, hanging);
            services.view("sample.c").listen(String.class, recorder);
            a.offer(key("1"), "1");
            await(entered);
            a.offer(key("2"), "2").close();
            b.close();
            a.close();

            recorder.waitFor("+1", "+2", "-2", "-1");
            assertThat(hanging.seen).containsExactly("+1");
        } finally {
            released.countDown();
        }
    }

    @Test
    void isToldNothingMoreOnceItsHandleIsClosed() {
        var handle = b.listen(String.class, recorder);
        a.offer(key("1"), "1");
        recorder.waitFor("+1");
        handle.close();
        a.offer(key("2"), "2");

        assertThat(deliveredAfterwards()).containsExactly("+1");
    }

    @Test
    void isToldNothingMoreOnceItsModuleHasStopped() {
        b.listen(String.class, recorder);
        a.offer(key("1"), "1");
        recorder.waitFor("+1");
        b.close();
        a.offer(key("2"), "2");

        assertThat(deliveredAfterwards()).containsExactly("+1");
    }

    /** Gives a wrong delivery the chance to happen: another listener has heard of all, later. */
    private List<String> deliveredAfterwards() {
        var later = new Recorder();
        services.view("sample.later").listen(String.class, later);
        later.waitFor("+1", "+2");
        return List.copyOf(recorder.seen);
    }

    @Test
    void mayItselfOfferListenAndLookUp() {
        b.listen(
                String.class,
                new ServiceListener<>() {
                    @Override
                    public void added(ServiceDescription description, String service) {
                        if (service.length() < 4) {
                            b.offer(key(service + "x"), b.get(key(service)) + "x");
                        }
                        if (service.length() == 4) {
                            b.listen(String.class, recorder);
                        }
                    }
                });
        a.offer(key("1"), "1");

        recorder.waitFor("+1", "+1x", "+1xx", "+1xxx");
    }

    private static ServiceKey<String> key(String name) {
        return ServiceKey.of(String.class, name);
    }

    private static void await(CountDownLatch latch) {
        Poll.until(LIMIT, () -> latch.getCount() == 0);
    }
}
