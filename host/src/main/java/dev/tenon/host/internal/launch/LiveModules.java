package dev.tenon.host.internal.launch;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.PlannedModule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Knows the states of modules also while the host is not there yet. */
final class LiveModules implements HostListener {

    private static final Set<ModuleState> ALIVE =
            EnumSet.of(ModuleState.RESOLVED, ModuleState.READY, ModuleState.STARTED);

    private final Map<String, ModuleState> states =
            Collections.synchronizedMap(new LinkedHashMap<>());

    @Override
    public void planned(Plan plan) {
        for (PlannedModule module : plan.modules()) {
            states.putIfAbsent(module.name(), module.state());
        }
    }

    @Override
    public void changed(ModuleStatus module, ModuleState from) {
        states.put(module.name(), module.state());
    }

    /** Returns the modules that may be running code, with their states, in start order. */
    Map<String, ModuleState> alive() {
        synchronized (states) {
            var alive = new LinkedHashMap<>(states);
            alive.values().retainAll(ALIVE);
            return alive;
        }
    }
}
