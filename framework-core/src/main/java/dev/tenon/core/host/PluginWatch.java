package dev.tenon.core.host;

import dev.tenon.core.internal.content.Fingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
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

    private final WatchedPlaces places;
    private final PluginFollower follower;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** What the host has been told of. */
    private final Map<Path, Fingerprint> known;

    private Map<Path, Fingerprint> lastLook;

    /**
     * Begins to watch.
     *
     * @param known how the plugins looked before the host read them
     */
    PluginWatch(Host host, WatchedPlaces places, Map<Path, Fingerprint> known, Duration interval) {
        this.places = places;
        this.follower = new PluginFollower(host);
        this.interval = interval;
        this.known = new HashMap<>(known);
        this.lastLook = known;
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
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            follow(places.look());
        } catch (RuntimeException | Error e) {
            LOG.error("The plugin folders could not be looked into; it is tried again.", e);
        }
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
        changed.forEach(file -> known.put(file, Objects.requireNonNull(now.get(file))));
        vanished.forEach(known::remove);
        follower.follow(changed, vanished);
    }
}
