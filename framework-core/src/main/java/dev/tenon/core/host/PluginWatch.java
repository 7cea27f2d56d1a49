package dev.tenon.core.host;

import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostException;
import dev.tenon.core.internal.content.Fingerprint;
import dev.tenon.core.internal.plan.PluginFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the plugin folders at an interval and makes the host follow: files that appear are
 * installed, files that change are upgraded, those that vanish are uninstalled. A file counts when
 * it has not changed between two looks, so that one that is being copied is left alone. What fails
 * is logged, leaves the old version running, and is tried again when the file changes again.
 */
final class PluginWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);

    private final Host host;
    private final List<Path> places;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** What the host has been told of. */
    private final Map<Path, Fingerprint> known;

    private Map<Path, Fingerprint> lastLook = Map.of();

    PluginWatch(Host host, Collection<Path> places, Duration interval) {
        this.host = host;
        this.places = List.copyOf(places);
        this.interval = interval;
        this.known = new HashMap<>(look());
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("tenon plugin watch")
                        .inheritInheritableThreadLocals(false)
                        .start(this::watch);
    }

    /** Ends the watch; waits for a change that is being made. */
    @Override
    public void close() {
        closed.countDown();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                follow(look());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Path, Fingerprint> look() {
        var now = new HashMap<Path, Fingerprint>();
        for (Path plugin : PluginFinder.find(places).plugins()) {
            Fingerprint.of(plugin).ifPresent(print -> now.put(plugin, print));
        }
        return now;
    }

    private void follow(Map<Path, Fingerprint> now) {
        var changed = new HashSet<Path>();
        now.forEach((file, print) -> {
            if (print.equals(lastLook.get(file)) && !print.equals(known.get(file))) {
                changed.add(file);
            }
        });
        var vanished = new HashSet<>(known.keySet());
        vanished.removeAll(now.keySet());
        vanished.removeAll(lastLook.keySet());
        lastLook = now;
        for (Path file : changed) {
            known.put(file, Objects.requireNonNull(now.get(file)));
            attempt("The plugin file " + file + " has changed", () -> take(file, vanished));
        }
        for (Path file : vanished) {
            known.remove(file);
            moduleOf(file)
                    .ifPresent(name ->
                            attempt(
                                    "The plugin file " + file + " is gone",
                                    () -> host.uninstall(name)));
        }
    }

    /** Installs a file, or upgrades the module that it is a version of. */
    private void take(Path file, Set<Path> vanished) {
        var name = host.identify(file);
        var old =
                host.modules().stream()
                        .filter(m -> m.name().equals(name))
                        .flatMap(m -> m.info().location().stream())
                        .findFirst();
        if (old.isPresent() && old.get().equals(file)) {
            host.upgrade(file);
        } else if (old.isPresent() && vanished.remove(old.get())) {
            // A new version under a new file name.
            known.remove(old.get());
            host.upgrade(file);
        } else {
            host.install(file);
        }
    }

    private Optional<String> moduleOf(Path file) {
        return host.modules().stream()
                .filter(m -> m.info().location().filter(file::equals).isPresent())
                .map(ModuleStatus::name)
                .findFirst();
    }

    private static void attempt(String what, Runnable change) {
        try {
            change.run();
            LOG.info("{}: the host has followed.", what);
        } catch (HostException e) {
            LOG.error("{}, but the host cannot follow. {}", what, e.problem());
        } catch (RuntimeException | Error e) {
            LOG.error("{}, but the host failed to follow; it goes on watching.", what, e);
        }
    }
}
