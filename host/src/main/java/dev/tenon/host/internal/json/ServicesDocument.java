package dev.tenon.host.internal.json;

import dev.tenon.core.service.ServiceDescription;
import java.util.List;

/**
 * What {@code tenon services --json} prints.
 *
 * @param services the services, ordered by type and name
 */
public record ServicesDocument(List<Offer> services) {

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
                        .toList());
    }
}
