package dev.tenon.host.internal.json;

import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceDescription;
import java.util.List;

/**
 * What {@code tenon services --json} prints.
 *
 * @param services the services, ordered by type and name
 * @param hostProblems why the host itself has not started; empty if it has
 */
public record ServicesDocument(List<Offer> services, List<ProblemDocument> hostProblems) {

    /**
     * One service.
     *
     * @param type the name of the class it is found by
     * @param name its name; empty for the one of its type that has none
     * @param owner the module that offers it
     */
    public record Offer(String type, String name, String owner) {}

    /** Returns the document for the given services. */
    public static ServicesDocument of(List<ServiceDescription> services) {
        return new ServicesDocument(
                services.stream()
                        .map(s -> new Offer(s.key().type().getName(), s.key().name(), s.owner()))
                        .toList(),
                List.of());
    }

    /** Returns the document for a host that could not start. */
    public static ServicesDocument notStarted(List<Problem> problems) {
        return new ServicesDocument(List.of(), ProblemDocument.of(problems));
    }
}
