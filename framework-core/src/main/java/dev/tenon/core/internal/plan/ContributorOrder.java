package dev.tenon.core.internal.plan;

import dev.tenon.core.spi.PlanContributor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts contributors in order: each comes after those of the modules that its own requires, so that
 * what it makes for a module can build on what they have made. Used once.
 */
final class ContributorOrder {

    private final List<ServiceLoader.Provider<PlanContributor>> providers;
    private final Requirements requirements;
    private final Set<String> visited = new HashSet<>();
    private final List<ServiceLoader.Provider<PlanContributor>> ordered = new ArrayList<>();

    private ContributorOrder(
            ModuleLayer base, List<ServiceLoader.Provider<PlanContributor>> providers) {
        this.providers = providers;
        var modules = providers.stream().map(ContributorOrder::module).collect(Collectors.toSet());
        this.requirements = new Requirements(base.configuration(), modules, Set.of());
    }

    /** Returns the same contributors in that order. */
    static List<ServiceLoader.Provider<PlanContributor>> of(
            ModuleLayer base, List<ServiceLoader.Provider<PlanContributor>> providers) {
        var order = new ContributorOrder(base, providers);
        providers.forEach(provider -> order.visit(module(provider)));
        return List.copyOf(order.ordered);
    }

    private void visit(String module) {
        if (visited.add(module)) {
            requirements.behind(module).forEach(this::visit);
            providers.stream().filter(p -> module(p).equals(module)).forEach(ordered::add);
        }
    }

    static String module(ServiceLoader.Provider<PlanContributor> provider) {
        return provider.type().getModule().getName();
    }
}
