package dev.tenon.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import java.util.Objects;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private static final ServiceKey<Runnable> NAMED = ServiceKey.of(Runnable.class, "nightly");

    private final Services services = new Services();
    private final OwnedServices a = services.view("sample.a");
    private final OwnedServices b = services.view("sample.b");
    private final Counter service = new Counter();

    /** A service that tells whether it was called. */
    private static final class Counter implements Runnable {
        private int runs;

        @Override
        public void run() {
            runs++;
        }
    }

    /** Asserts that a call of what was found arrives at the service. */
    private static void assertReaches(Runnable found, Counter service) {
        int before = service.runs;
        found.run();
        assertThat(service.runs).isEqualTo(before + 1);
    }

    @Test
    void whatOneModuleOffersAnotherFindsByItsType() {
        a.offer(Runnable.class, service);

        assertReaches(b.get(Runnable.class), service);
        assertReaches(b.find(Runnable.class).orElseThrow(), service);
        assertThat(b.get(Runnable.class)).isSameAs(b.get(Runnable.class));
        assertThat(a.get(Runnable.class)).isSameAs(service);
    }

    @Test
    void aNameIsPartOfTheKey() {
        var other = new Counter();
        a.offer(Runnable.class, service);
        a.offer(NAMED, other);

        assertReaches(b.get(Runnable.class), service);
        assertReaches(b.get(NAMED), other);
        assertThat(b.find(ServiceKey.of(Runnable.class, "daily"))).isEmpty();
    }

    @Test
    void aServiceIsNotFoundByASupertypeOfItsKey() {
        a.offer(StringBuilder.class, new StringBuilder());

        assertThat(b.find(CharSequence.class)).isEmpty();
    }

    @Test
    void aTakenKeyIsAnErrorThatNamesBothOwners() {
        a.offer(NAMED, service);

        assertFails(() -> b.offer(NAMED, () -> {}), HostError.SERVICE_TAKEN)
                .hasMessageContainingAll(
                        "The module sample.b cannot offer the service java.lang.Runnable"
                                + " \"nightly\".",
                        "The module sample.a offers a service of this key already.");
        assertReaches(b.get(NAMED), service);
    }

    @Test
    void anObjectThatIsNotOfTheTypeOfItsKeyIsRefused() {
        @SuppressWarnings("unchecked")
        var key = (ServiceKey<Object>) (ServiceKey<?>) NAMED;

        assertFails(() -> a.offer(key, "a text"), HostError.SERVICE_OF_WRONG_TYPE)
                .hasMessageContainingAll(
                        "The module sample.a cannot offer",
                        "java.lang.Runnable",
                        "java.lang.String");
        assertThat(a.describe()).isEmpty();
    }

    @Test
    void nullIsNotAService() {
        assertFails(() -> a.offer(Runnable.class, null), HostError.SERVICE_OF_WRONG_TYPE)
                .hasMessageContaining("The object is null.");
    }

    @Test
    void aPrimitiveTypeIsNoKey() {
        assertThatThrownBy(() -> ServiceKey.of(int.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("int");
    }

    @Test
    void allReturnsTheServicesOfOneTypeOrderedByName() {
        var unnamed = new Counter();
        b.offer(ServiceKey.of(Runnable.class, "z"), service);
        a.offer(NAMED, service);
        a.offer(Runnable.class, unnamed);
        a.offer(String.class, "other");

        var all = b.all(Runnable.class);
        assertThat(all.keySet())
                .containsExactly(
                        ServiceKey.of(Runnable.class), NAMED, ServiceKey.of(Runnable.class, "z"));
        assertReaches(Objects.requireNonNull(all.get(ServiceKey.of(Runnable.class))), unnamed);
        assertReaches(Objects.requireNonNull(all.get(NAMED)), service);
        assertThat(b.all(Supplier.class)).isEmpty();
        assertThatThrownBy(() -> b.all(Runnable.class).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void describeListsEveryServiceByTypeAndNameWithItsOwner() {
        a.offer(String.class, "");
        b.offer(NAMED, service);
        a.offer(Runnable.class, service);

        assertThat(b.describe())
                .containsExactly(
                        new ServiceDescription(ServiceKey.of(Runnable.class), "sample.a"),
                        new ServiceDescription(NAMED, "sample.b"),
                        new ServiceDescription(ServiceKey.of(String.class), "sample.a"))
                .extracting(ServiceDescription::toString)
                .contains("java.lang.Runnable \"nightly\" (sample.b)");
        assertThatThrownBy(() -> b.describe().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void closingTheHandleWithdrawsTheServiceAndFreesItsKey() {
        var handle = a.offer(NAMED, service);
        handle.close();

        assertThat(b.find(NAMED)).isEmpty();
        var other = new Counter();
        b.offer(NAMED, other);
        assertReaches(a.get(NAMED), other);
    }

    @Test
    void closingAHandleAgainDoesNotWithdrawTheNextHolder() {
        var handle = a.offer(NAMED, service);
        handle.close();
        b.offer(NAMED, service);
        handle.close();

        assertThat(a.find(NAMED)).isPresent();
    }

    @Test
    void aModuleThatStopsLosesWhatItOfferedAndNothingElse() {
        a.offer(NAMED, service);
        a.offer(Runnable.class, service);
        b.offer(String.class, "stays");
        a.close();

        assertThat(b.describe()).extracting(ServiceDescription::owner).containsExactly("sample.b");
    }

    @Test
    void aModuleThatHasStoppedOffersAndListensNoMore() {
        a.close();

        assertFails(() -> a.offer(NAMED, service), HostError.SERVICE_OWNER_GONE)
                .hasMessageContainingAll(
                        "The module sample.a cannot offer the service java.lang.Runnable",
                        "It has stopped.");
        assertFails(
                        () -> a.listen(Runnable.class, new ServiceListener<>() {}),
                        HostError.SERVICE_OWNER_GONE)
                .hasMessageContaining("cannot listen to services of type java.lang.Runnable");
        assertThat(b.describe()).isEmpty();
    }

    @Test
    void closingAHandleAfterTheModuleHasStoppedDoesNothing() {
        var handle = a.offer(NAMED, service);
        a.close();
        b.offer(NAMED, service);
        handle.close();
        a.close();

        assertThat(b.find(NAMED)).isPresent();
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            ThrowingCallable call, HostError code) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HostException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
