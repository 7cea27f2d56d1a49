package dev.tenon.crud.internal.repository.plan;

import java.util.Map;

/**
 * A repository that can be started.
 *
 * @param className the interface
 * @param methods what its methods do, by their names and descriptors: {@code count()J}
 */
public record PlannedRepository(String className, Map<String, PlannedMethod> methods) {

    public PlannedRepository {
        methods = Map.copyOf(methods);
    }
}
