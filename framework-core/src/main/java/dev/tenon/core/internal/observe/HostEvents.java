package dev.tenon.core.internal.observe;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.error.Problem;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the listeners what a host does. Each problem is logged once. */
public final class HostEvents {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.core.Host");

    private static final ScopedValue<Boolean> TELLING = ScopedValue.newInstance();

    private final List<HostListener> listeners;
    private volatile Optional<Plan> plan = Optional.empty();

    public HostEvents(List<HostListener> listeners) {
        this.listeners = new CopyOnWriteArrayList<>(listeners);
    }

    /** Adds a listener that has missed the plan, and tells it. */
    public void add(HostListener listener) {
        listeners.add(listener);
        plan.ifPresent(known -> tell(listener, l -> l.planned(known)));
    }

    /** Tells the listener nothing any more. */
    public void remove(HostListener listener) {
        listeners.remove(listener);
    }

    /** Returns whether this thread is inside a call of a listener, for which the host waits. */
    public static boolean isTelling() {
        return TELLING.isBound();
    }

    public void planned(Plan plan, Duration took) {
        LOG.info(
                "Planned {} modules in {} ms, {} problems.",
                plan.modules().size(),
                took.toMillis(),
                plan.problems().size());
        this.plan = Optional.of(plan);
        plan.hostProblems().forEach(HostEvents::log);
        plan.modules().forEach(m -> m.problems().forEach(p -> log(m.state(), p)));
        tell(l -> l.planned(plan));
    }

    public void changed(ModuleStatus module, ModuleState from) {
        switch (module.state()) {
            case STARTED ->
                    LOG.info(
                            "{} has started in {} ms.",
                            module.info().nameAndVersion(),
                            module.startTime().toMillis());
            case STOPPED -> LOG.info("{} has stopped.", module.info().nameAndVersion());
            case FAILED, BLOCKED -> module.error().ifPresent(p -> log(module.state(), p));
            case DISCOVERED, RESOLVED, READY ->
                    LOG.debug("{} is {}.", module.info().nameAndVersion(), module.state());
        }
        tell(l -> l.changed(module, from));
    }

    /** Reports what went wrong without a change of state, as a failing stop does. */
    public void warn(Problem problem) {
        log(problem);
    }

    public void slow(String module, String step, Duration soFar, String where) {
        LOG.info("{} is still in '{}' after {} s, at {}.", module, step, soFar.toSeconds(), where);
    }

    public void ready(List<ModuleStatus> modules, Duration took) {
        LOG.info("The host is up after {} ms: {}.", took.toMillis(), summary(modules));
        tell(l -> l.ready(modules));
    }

    public void takingBack() {
        tell(HostListener::takingBack);
    }

    public void changeEnded() {
        tell(HostListener::changeEnded);
    }

    public void closed(List<ModuleStatus> modules, Duration took) {
        LOG.info("The host is down after {} ms: {}.", took.toMillis(), summary(modules));
        tell(l -> l.closed(modules));
    }

    private void tell(Consumer<HostListener> event) {
        listeners.forEach(listener -> tell(listener, event));
    }

    private static void tell(HostListener listener, Consumer<HostListener> event) {
        try {
            ScopedValue.where(TELLING, true).run(() -> event.accept(listener));
        } catch (Throwable e) {
            // An AssertionError too: the host must come up and down whatever its watchers do.
            LOG.warn("The host listener {} failed; the host goes on.", listener, e);
        }
    }

    private static String summary(List<ModuleStatus> modules) {
        var counts =
                modules.stream().collect(groupingBy(ModuleStatus::state, TreeMap::new, counting()));
        return counts.isEmpty()
                ? "no modules"
                : counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(joining(", "));
    }

    /** What blocks a module has been logged as an error already. */
    private static void log(ModuleState state, Problem problem) {
        if (state == ModuleState.BLOCKED) {
            LOG.warn("{}", problem);
        } else {
            log(problem);
        }
    }

    private static void log(Problem problem) {
        log(problem, problem.thrown().filter(HostEvents::isPrintable).orElse(null));
    }

    /** What a module has thrown is printed with methods of the module's own, which may fail. */
    private static boolean isPrintable(Throwable thrown) {
        try {
            thrown.printStackTrace(new PrintWriter(Writer.nullWriter()));
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    private static void log(Problem problem, @Nullable Throwable thrown) {
        if (problem.isError()) {
            LOG.error("{}", problem, thrown);
        } else {
            LOG.warn("{}", problem, thrown);
        }
    }
}
