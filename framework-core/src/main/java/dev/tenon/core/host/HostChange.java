package dev.tenon.core.host;

import dev.tenon.core.ChangeEffect.Kind;
import dev.tenon.core.ChangePlan;
import dev.tenon.core.ChangeReport;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.error.HostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change of the modules of a running host: any number of plugins to install, upgrade and
 * uninstall in one go. Made by {@link Host#change()}; nothing happens before {@link #apply}. The
 * host touches no file in a plugin folder: what a change installs is there until the host is
 * closed.
 *
 * <p>Not safe for use by many threads.
 */
public final class HostChange {

    private final Host host;
    private final Map<Path, Kind> files = new LinkedHashMap<>();
    private final Map<String, ModuleData> uninstalled = new LinkedHashMap<>();
    private boolean restartsDependents = true;
    private boolean overlaps;

    HostChange(Host host) {
        this.host = host;
    }

    /** Adds a plugin to install: a jar, an exploded module, or a folder with its libraries. */
    public HostChange install(Path plugin) {
        files.put(plugin, Kind.INSTALL);
        return this;
    }

    /**
     * Adds a plugin to upgrade: the module of the same name is stopped, and this one is started.
     * The two never run at once, unless {@link #overlap} says so. May be the same file as before
     * with another content. A module that has failed is started anew although its content is the
     * same.
     */
    public HostChange upgrade(Path plugin) {
        files.put(plugin, Kind.UPGRADE);
        return this;
    }

    /** Adds a module to uninstall; its data stay where they are, {@link ModuleData#KEEP}. */
    public HostChange uninstall(String module) {
        return uninstall(module, ModuleData.KEEP);
    }

    /**
     * Adds a module to uninstall, and says what becomes of its data. They are archived after it has
     * stopped, and dropped when everything else of the change is done: until then the change is
     * taken back if it fails, and the data are what they were. Not together with {@link #overlap},
     * unless the data are kept; nor for data that a module goes on with which the same change
     * installs.
     */
    public HostChange uninstall(String module, ModuleData data) {
        uninstalled.put(module, data);
        return this;
    }

    /**
     * Refuses the change if it would stop a module that it does not name. Default: such modules are
     * stopped before the change and started again after it; those that require an uninstalled
     * module stay stopped.
     */
    public HostChange refuseIfDependentsStop() {
        restartsDependents = false;
        return this;
    }

    /**
     * Starts the new modules while the old ones still serve, so that two versions of a module run
     * at once for a while. When all new ones have started, their services take the places of the
     * old ones in one go; then the old ones end the calls that are under way, and stop. If a new
     * module does not start, it is released, and the old ones were never interrupted. Default: the
     * old modules are stopped before the new ones are started.
     *
     * <p>Callers of a service whose type is an interface, and not one of the changed modules,
     * notice no gap: a call that is under way ends in the old version, later ones go to the new
     * one, also through a reference that was looked up or injected before. Dependents, which use
     * classes of the old version, are started anew beside their old selves. The new modules never
     * see services of the old ones.
     *
     * <p>Not for a module that holds what only one can hold, such as a port, a lock file or a
     * database: it would fail to start beside itself, or both would write at once.
     */
    public HostChange overlap() {
        overlaps = true;
        return this;
    }

    /**
     * Returns what the change will do, and changes nothing.
     *
     * @throws HostException as {@link #apply} does before anything happens
     */
    public ChangePlan plan() {
        return host.plan(this);
    }

    /**
     * Makes the change. Modules that it does not touch run on. If a new module, an upgraded one or
     * one that ran before does not start, the change is taken back: the modules from before run
     * again or, with {@link #overlap}, have never stopped.
     *
     * @return what was done; it has waited up to 5 s for the class loaders of what is gone to be
     *     collected
     * @throws HostException before anything happens: {@code HOST-MOD-001} if a module to upgrade or
     *     uninstall is not there, {@code HOST-MOD-002} if one to install is there, {@code
     *     HOST-MOD-003} if dependents would stop and that was refused, {@code HOST-MOD-004} if a
     *     new module cannot start, or what framework modules make for it could not be made, which
     *     they try first, without {@link #overlap}, {@code HOST-MOD-007} if data cannot be archived
     *     or dropped as is wanted; after it was taken back: {@code HOST-MOD-005}, also if data
     *     could not be archived, or {@code HOST-MOD-006} if not all that ran before could be
     *     started again; {@code HOST-RUN-009} if the host was closed meanwhile. Data that could not
     *     be dropped are told by {@link ChangeReport#data()}
     * @throws IllegalStateException if the host is closed, or waits for the calling thread: a
     *     listener, or a module in {@code register}, {@code start} or {@code stop}
     */
    public ChangeReport apply() {
        return host.apply(this);
    }

    Map<Path, Kind> files() {
        return files;
    }

    Map<String, ModuleData> uninstalled() {
        return uninstalled;
    }

    boolean overlaps() {
        return overlaps;
    }

    boolean restartsDependents() {
        return restartsDependents;
    }

    /** Whether the change names the module. */
    boolean names(ModuleInfo module) {
        return uninstalled.containsKey(module.name())
                || module.location().filter(files::containsKey).isPresent();
    }
}
