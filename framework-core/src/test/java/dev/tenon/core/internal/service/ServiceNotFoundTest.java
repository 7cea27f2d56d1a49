package dev.tenon.core.internal.service;

import static dev.tenon.core.internal.service.ServicesTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.fixtures.PluginSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNotFoundTest {

    private final Services services = new Services();
    private final OwnedServices a = services.view("sample.a");
    private final OwnedServices b = services.view("sample.b");

    @Test
    void theMessageNamesWhatIsAskedForAndByWhom() {
        assertFails(() -> b.get(Runnable.class), HostError.SERVICE_NOT_FOUND)
                .hasMessageContainingAll(
                        "The service java.lang.Runnable that sample.b asks for is not there.",
                        "No services are offered at all.")
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> assertThat(e.context().module()).contains("sample.b"));
    }

    @Test
    void theMessageListsWhatIsThereWithTheLikeliestFirst() {
        a.offer(Comparable.class, "");
        a.offer(ServiceKey.of(Runnable.class, "nightly"), () -> {});

        assertFails(() -> b.get(Runnable.class), HostError.SERVICE_NOT_FOUND)
                .hasMessageContaining(
                        "Offered are: java.lang.Runnable \"nightly\" (sample.a),"
                                + " java.lang.Comparable (sample.a).");
    }

    @Test
    void aLongListIsCutOffAndSaysSo() {
        for (int i = 10; i < 35; i++) {
            a.offer(ServiceKey.of(Runnable.class, "r" + i), () -> {});
        }

        assertFails(() -> b.get(String.class), HostError.SERVICE_NOT_FOUND)
                .hasMessageContainingAll("\"r10\"", "\"r29\"", " and 5 more.")
                .hasMessageNotContaining("\"r30\"");
    }

    @Test
    void aTypeOfTheSameNameFromAnotherLoaderIsExplained(@TempDir Path folder) throws Exception {
        var jar =
                PluginSource.module("twin", "")
                        .noDescriptor()
                        .source("twin.Clock", "package twin; public class Clock {}")
                        .jar(folder.resolve("twin.jar"));
        try (var first = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
                var second = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            offerNew(first.loadClass("twin.Clock"));

            var wanted = second.loadClass("twin.Clock");

            assertThat(b.find(wanted)).isEmpty();
            assertFails(() -> b.get(wanted), HostError.SERVICE_NOT_FOUND)
                    .hasMessageContainingAll(
                            "A type of the same name from another module is offered, which is not"
                                    + " the same type.",
                            "Let both modules use one copy of the type");
        }
    }

    private <S> void offerNew(Class<S> type) throws ReflectiveOperationException {
        a.offer(type, type.getConstructor().newInstance());
    }
}
