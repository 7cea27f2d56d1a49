package dev.tenon.core.internal.service;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The problem of asking for a service that is not there. */
final class NotFound {

    private static final int LISTED = 20;

    private NotFound() {}

    static Problem problem(ServiceKey<?> key, String asker, List<ServiceDescription> there) {
        return Problem.error(
                HostError.SERVICE_NOT_FOUND,
                "The service " + key + " that " + asker + " asks for is not there.",
                cause(key, there),
                twin(key, there)
                        ? "Let both modules use one copy of the type: that of the module they require."
                        : "Require the module that offers it, or check that it has started.");
    }

    private static String cause(ServiceKey<?> key, List<ServiceDescription> there) {
        if (there.isEmpty()) {
            return "No services are offered at all.";
        }
        var listed =
                there.stream()
                        .sorted(Comparator.comparingInt(d -> likeness(key, d.key())))
                        .limit(LISTED)
                        .map(ServiceDescription::toString)
                        .collect(Collectors.joining(", "));
        var more = there.size() > LISTED ? " and " + (there.size() - LISTED) + " more" : "";
        var twin =
                twin(key, there)
                        ? "A type of the same name from another module is offered, which is not the same"
                                + " type. "
                        : "";
        return twin + "Offered are: " + listed + more + ".";
    }

    /** Returns 0 for what was most likely meant. */
    private static int likeness(ServiceKey<?> wanted, ServiceKey<?> offered) {
        if (wanted.type().getName().equals(offered.type().getName())) {
            return 0;
        }
        return wanted.type().getSimpleName().equals(offered.type().getSimpleName()) ? 1 : 2;
    }

    private static boolean twin(ServiceKey<?> key, List<ServiceDescription> there) {
        return there.stream()
                .map(d -> d.key().type())
                .anyMatch(t -> t != key.type() && t.getName().equals(key.type().getName()));
    }
}
