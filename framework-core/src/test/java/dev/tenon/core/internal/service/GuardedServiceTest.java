package dev.tenon.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.service.ServiceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of calls of a service whose module stops. */
class GuardedServiceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Services services = new Services();
    private final OwnedServices owner = services.view("sample.a");
    private final OwnedServices user = services.view("sample.b");
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void aCallThatIsUnderWayEndsBeforeTheModuleGoesOn() throws Exception {
        offer(this::waitInside);
        var call = call();
        inside.await();

        owner.close();
        var drained = CompletableFuture.supplyAsync(() -> owner.drain(LIMIT));
        assertThat(drained).isNotDone();
        goOn.countDown();

        assertThat(drained.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void aCallAfterTheModuleHasStoppedFailsWithTheServiceAndItsModule() {
        offer(() -> "done");
        var service = service();
        owner.close();

        assertThatExceptionOfType(HostException.class)
                .isThrownBy(service::call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(HostError.SERVICE_GONE))
                .withMessageContainingAll("java.util.concurrent.Callable", "sample.a", "call");
    }

    @Test
    void aCallThatTakesLongerThanTheLimitIsInterruptedAndFails() throws Exception {
        offer(this::waitInside);
        var call = call();
        inside.await();
        owner.close();

        assertThat(owner.drain(SHORT)).isEqualTo(1);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> call.get(20, TimeUnit.SECONDS))
                .satisfies(e -> {
                    assertThat(e.getCause()).isInstanceOf(HostException.class);
                    assertThat(((HostException) e.getCause()).code())
                            .isEqualTo(HostError.SERVICE_GONE);
                    assertThat(e.getCause().getCause()).isInstanceOf(InterruptedException.class);
                });
    }

    @Test
    void aModuleThatStopsItselfInsideItsOwnServiceDoesNotWaitForItself() throws Exception {
        offer(() -> {
            owner.close();
            return "interrupted: " + owner.drain(LIMIT);
        });

        assertThat(call().get(10, TimeUnit.SECONDS)).isEqualTo("interrupted: 0");
    }

    @Test
    void whatAServiceThrowsArrivesAsItIs() {
        var failure = new IOException("no");
        offer(() -> {
            throw failure;
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(service()::call).isSameAs(failure);
    }

    @Test
    void aServiceOfAClassIsHandedOutAsItIs() {
        var text = new StringBuilder("text");
        owner.offer(StringBuilder.class, text);

        assertThat(user.get(StringBuilder.class)).isSameAs(text);
    }

    @Test
    void aGuardedServiceEqualsItselfAndSaysWhatItIs() {
        offer(() -> "done");

        assertThat(service()).isEqualTo(service()).hasSameHashCodeAs(service());
        assertThat(service()).isNotEqualTo(owner.get(Callable.class));
        assertThat(service()).hasToString("service java.util.concurrent.Callable of sample.a");
    }

    @Test
    void manyCallsAndAStopLeaveNoCallInside() throws Exception {
        offer(() -> "done");
        var service = service();
        int callers = 8;
        var refused = new CountDownLatch(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                threads.submit(() -> {
                    while (true) {
                        try {
                            service.call();
                        } catch (HostException e) {
                            refused.countDown();
                            return null;
                        }
                    }
                });
            }
            owner.close();
            assertThat(owner.drain(LIMIT)).isZero();
            Poll.until(LIMIT, () -> refused.getCount() == 0);
        }
    }

    private String waitInside() throws InterruptedException {
        inside.countDown();
        goOn.await();
        return "done";
    }

    private void offer(Callable<String> service) {
        owner.offer(ServiceKey.of(Callable.class), service);
    }

    private Callable<?> service() {
        return user.get(Callable.class);
    }

    private CompletableFuture<Object> call() {
        var result = new CompletableFuture<Object>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        result.complete(service().call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }
}
