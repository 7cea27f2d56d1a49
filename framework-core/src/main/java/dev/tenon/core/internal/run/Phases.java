package dev.tenon.core.internal.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Does something with every module, in the order of their requirements, in parallel otherwise. */
final class Phases {

    private static final Executor THREADS =
            task ->
                    Thread.ofVirtual()
                            .name("tenon phase")
                            .inheritInheritableThreadLocals(false)
                            .start(task);

    private Phases() {}

    /** Acts on each module after those it requires. */
    static CompletableFuture<Void> forward(
            List<HostedModule> modules, Consumer<HostedModule> action) {
        return run(modules, HostedModule::predecessors, action);
    }

    /** Acts on each module after those that require it. */
    static CompletableFuture<Void> backward(
            List<HostedModule> modules, Consumer<HostedModule> action) {
        Map<HostedModule, Set<HostedModule>> successors = new HashMap<>();
        for (HostedModule module : modules) {
            module.predecessors()
                    .forEach(p -> successors.computeIfAbsent(p, _ -> new HashSet<>()).add(module));
        }
        return run(modules.reversed(), m -> successors.getOrDefault(m, Set.of()).stream(), action);
    }

    /** Waits for the phase; what an action threw is a defect of the host and is thrown again. */
    static void await(CompletableFuture<Void> phase) throws InterruptedException {
        try {
            phase.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A phase of the host failed.", e.getCause());
        }
    }

    private static CompletableFuture<Void> run(
            Collection<HostedModule> order,
            Function<HostedModule, Stream<HostedModule>> before,
            Consumer<HostedModule> action) {
        var futures = new HashMap<HostedModule, CompletableFuture<Void>>();
        for (HostedModule module : order) {
            var awaited =
                    before.apply(module)
                            .flatMap(m -> Stream.ofNullable(futures.get(m)))
                            .toArray(CompletableFuture<?>[]::new);
            futures.put(
                    module,
                    CompletableFuture.allOf(awaited)
                            .thenRunAsync(() -> action.accept(module), THREADS));
        }
        return CompletableFuture.allOf(futures.values().toArray(CompletableFuture<?>[]::new));
    }
}
