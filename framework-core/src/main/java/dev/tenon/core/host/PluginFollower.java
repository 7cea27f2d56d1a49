package dev.tenon.core.host;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.ErrorCode;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a host follow its plugin files. What is refused because of other modules is tried again
 * when something has changed with them, such as a plugin whose requirement comes later. Not safe
 * for use by many threads.
 */
final class PluginFollower {

    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);
    private static final Set<ErrorCode> MAY_SUCCEED_LATER =
            Set.of(HostError.CHANGE_REFUSED, HostError.ALREADY_INSTALLED);

    private final Host host;

    /** The files that were refused, with what was logged about them. */
    private final Map<Path, String> refused = new TreeMap<>();

    PluginFollower(Host host) {
        this.host = host;
    }

    /**
     * Installs and upgrades the files that have changed, and uninstalls those that have vanished.
     */
    void follow(Collection<Path> changed, Collection<Path> vanished) {
        if (changed.isEmpty() && vanished.isEmpty()) {
            return;
        }
        changed.forEach(refused::remove);
        vanished.forEach(refused::remove);
        var gone = new TreeSet<>(vanished);
        var waiting = new TreeSet<>(changed);
        waiting.addAll(refused.keySet());
        var failures = new TreeMap<Path, HostException>();
        while (pass(waiting, gone, failures)) {
            failures.clear();
        }
        for (Path file : gone) {
            moduleOf(file).ifPresent(name -> uninstall(file, name));
        }
        failures.forEach(this::fail);
    }

    /** Returns whether something succeeded, so that what was refused has another chance. */
    private boolean pass(Set<Path> waiting, Set<Path> gone, Map<Path, HostException> failures) {
        var progress = false;
        for (Path file : Set.copyOf(waiting)) {
            try {
                take(file, gone);
                waiting.remove(file);
                refused.remove(file);
                progress = true;
                LOG.info("The plugin file {} has changed: the host has followed.", file);
            } catch (HostException e) {
                if (MAY_SUCCEED_LATER.contains(e.code())) {
                    failures.put(file, e);
                } else {
                    waiting.remove(file);
                    fail(file, e);
                }
            } catch (RuntimeException | Error e) {
                waiting.remove(file);
                LOG.error(
                        "The plugin file {} has changed, but the host failed to follow; it goes on"
                                + " watching.",
                        file,
                        e);
            }
        }
        return progress && !waiting.isEmpty();
    }

    /** Installs a file, or upgrades the module that it is a version of. */
    private void take(Path file, Set<Path> gone) {
        var name = host.identify(file);
        var old =
                host.modules().stream()
                        .map(ModuleStatus::info)
                        .filter(m -> m.name().equals(name))
                        .flatMap(m -> m.location().stream())
                        .findFirst();
        if (old.filter(file::equals).isPresent()) {
            host.upgrade(file);
        } else if (old.filter(gone::contains).isPresent()) {
            // A new version under a new file name.
            host.upgrade(file);
            gone.remove(old.get());
        } else {
            host.install(file);
        }
    }

    private void uninstall(Path file, String name) {
        try {
            host.uninstall(name);
            LOG.info("The plugin file {} is gone: the host has followed.", file);
        } catch (HostException e) {
            LOG.error(
                    "The plugin file {} is gone, but the host cannot follow. {}",
                    file,
                    e.problem());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "The plugin file {} is gone, but the host failed to follow; it goes on"
                            + " watching.",
                    file,
                    e);
        }
    }

    /** Logs a failure, unless it was logged before and nothing about it is new. */
    private void fail(Path file, HostException failure) {
        var text = failure.problem().toString();
        var isKnown = text.equals(refused.get(file));
        if (MAY_SUCCEED_LATER.contains(failure.code())) {
            refused.put(file, text);
        }
        if (!isKnown) {
            LOG.error("The plugin file {} has changed, but the host cannot follow. {}", file, text);
        }
    }

    private Optional<String> moduleOf(Path file) {
        return host.modules().stream()
                .map(ModuleStatus::info)
                .filter(m -> m.location().filter(file::equals).isPresent())
                .map(ModuleInfo::name)
                .findFirst();
    }
}
