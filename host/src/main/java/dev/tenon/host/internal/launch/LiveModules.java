package dev.tenon.host.internal.launch;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the states of modules also while the host is not there yet. */
final class LiveModules implements HostListener {

    private static final Set<ModuleState> ALIVE =
            EnumSet.of(ModuleState.RESOLVED, ModuleState.READY, ModuleState.STARTED);

    /** By name the states of what is alive, the latest first: two while a change overlaps. */
    private final Map<String, List<ModuleState>> states = new LinkedHashMap<>();

    @Override
    public synchronized void planned(Plan plan) {
        plan.modules().forEach(m -> enter(m.name(), m.state()));
    }

    @Override
    public synchronized void changed(ModuleStatus module, ModuleState from) {
        // Of two in the same state it makes no difference which one this takes away.
        of(module.name()).remove(from);
        enter(module.name(), module.state());
    }

    /** Returns the modules that may be running code, with their states, in start order. */
    synchronized Map<String, ModuleState> alive() {
        var alive = new LinkedHashMap<String, ModuleState>();
        states.forEach((name, all) -> all.stream().limit(1).forEach(s -> alive.put(name, s)));
        return alive;
    }

    private void enter(String name, ModuleState state) {
        var all = of(name);
        if (ALIVE.contains(state)) {
            all.addFirst(state);
        }
    }

    private List<ModuleState> of(String name) {
        return states.computeIfAbsent(name, _ -> new ArrayList<>());
    }
}
