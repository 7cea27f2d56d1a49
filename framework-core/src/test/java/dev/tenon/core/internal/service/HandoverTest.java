package dev.tenon.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How the services of leaving modules pass to those that arrive. */
class HandoverTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ServiceKey<String> ONLY_OLD = ServiceKey.of(String.class, "old");

    @SuppressWarnings("rawtypes")
    private static final ServiceKey<Supplier> ANSWER = ServiceKey.of(Supplier.class, "answer");

    @SuppressWarnings("rawtypes")
    private static final ServiceKey<Supplier> LATER = ServiceKey.of(Supplier.class, "later");

    private final Services services = new Services();
    private final OwnedServices old = services.view("sample.a");
    private final OwnedServices other = services.view("sample.other");
    private final Handover handover = services.handover(List.of(old));
    private final OwnedServices next = handover.view("sample.a");

    @Test
    void whatArrivesIsSeenByItselfAloneUntilTheSwitch() {
        next.offer(ANSWER, () -> "new");

        assertThat(next.get(ANSWER).get()).isEqualTo("new");
        assertThat(next.describe()).hasSize(1);
        assertThat(other.find(ANSWER)).isEmpty();
        assertThat(other.describe()).isEmpty();

        handover.complete();

        assertThat(other.get(ANSWER).get()).isEqualTo("new");
        assertThat(next.describe()).isEqualTo(other.describe()).hasSize(1);
    }

    @Test
    void whatArrivesSeesTheServicesOfThoseThatStayAndNotOfThoseThatLeave() {
        old.offer(ONLY_OLD, "old");
        other.offer(ANSWER, () -> "other");

        assertThat(next.find(ONLY_OLD)).isEmpty();
        assertThat(next.all(Supplier.class)).containsOnlyKeys(ANSWER);
    }

    @Test
    void whatLeavesGoesOnToSeeItsOwnServicesUntilItWithdrawsThem() {
        old.offer(ONLY_OLD, "old");
        old.offer(ANSWER, () -> "old");
        next.offer(ANSWER, () -> "new");

        handover.complete();

        assertThat(old.get(ONLY_OLD)).isEqualTo("old");
        assertThat(old.get(ANSWER).get()).isEqualTo("old");
        assertThat(other.find(ONLY_OLD)).isEmpty();

        old.close();

        assertThat(old.find(ONLY_OLD)).isEmpty();
        assertThat(other.get(ANSWER).get()).isEqualTo("new");
    }

    @Test
    void eachListenerHearsOfWhatItsModuleSees() {
        old.offer(ANSWER, () -> "old");
        var heardByOld = heardBy(old);
        var heardByOther = heardBy(other);
        var heardByNext = heardBy(next);
        waitFor(heardByOld, "+old");
        waitFor(heardByOther, "+old");

        next.offer(ANSWER, () -> "new");
        waitFor(heardByNext, "+new");
        handover.complete();
        other.offer(LATER, () -> "later");

        waitFor(heardByOld, "+old", "+later");
        waitFor(heardByOther, "+old", "-answer", "+new", "+later");
        waitFor(heardByNext, "+new", "+later");
    }

    @Test
    void aReferenceIsPassedOnThroughManyHandovers() {
        handover.abandon();
        old.offer(ANSWER, () -> "0");
        var held = other.get(ANSWER);

        var last = handOver(old, 50);

        assertThat(held.get()).isEqualTo("50");
        last.close();
        assertThatThrownBy(held::get)
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> assertThat(e.code()).isEqualTo(HostError.SERVICE_GONE));
    }

    @Test
    void aLookupFindsTheOneServiceOrTheOtherWhileTheyChangeHands() throws Exception {
        handover.abandon();
        old.offer(ANSWER, () -> "0");
        var held = other.get(ANSWER);
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(1)) {
            var caller =
                    threads.submit(() -> {
                        while (!done.get()) {
                            other.get(ANSWER).get();
                            held.get();
                            assertThat(other.all(Supplier.class)).containsOnlyKeys(ANSWER);
                            assertThat(other.describe()).hasSize(1);
                        }
                        return "no gap";
                    });
            handOver(old, 5000);
            done.set(true);

            assertThat(caller.get()).isEqualTo("no gap");
        }
    }

    /** Hands over so many times; each side answers with its number. Returns the last view. */
    private OwnedServices handOver(OwnedServices first, int times) {
        var current = first;
        for (int i = 1; i <= times; i++) {
            var again = services.handover(List.of(current));
            var arriving = again.view("sample.a");
            var answer = "" + i;
            arriving.offer(ANSWER, () -> answer);
            again.complete();
            current.close();
            current.drain(LIMIT);
            current = arriving;
        }
        return current;
    }

    @Test
    void aKeyIsRefusedThatAnotherSideHolds() {
        other.offer(ONLY_OLD, "other");
        assertTaken(() -> next.offer(ONLY_OLD, "new"));

        next.offer(ANSWER, () -> "new");
        assertTaken(() -> other.offer(ANSWER, () -> "other"));
        old.offer(ANSWER, () -> "old");

        handover.abandon();

        assertThat(other.get(ANSWER).get()).isEqualTo("old");
    }

    @SuppressWarnings("rawtypes")
    private static Queue<String> heardBy(OwnedServices view) {
        var heard = new ConcurrentLinkedQueue<String>();
        view.listen(
                Supplier.class,
                new ServiceListener<>() {
                    @Override
                    public void added(ServiceDescription description, Supplier service) {
                        heard.add("+" + service.get());
                    }

                    @Override
                    public void removed(ServiceDescription description) {
                        heard.add("-" + description.key().name());
                    }
                });
        return heard;
    }

    private static void waitFor(Queue<String> heard, String... events) {
        Poll.until(LIMIT, () -> heard.size() >= events.length);
        assertThat(heard).containsExactly(events);
    }

    private static void assertTaken(ThrowingCallable offer) {
        assertThatThrownBy(offer)
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> assertThat(e.code()).isEqualTo(HostError.SERVICE_TAKEN));
    }
}
