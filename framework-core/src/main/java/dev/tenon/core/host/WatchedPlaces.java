package dev.tenon.core.host;

import dev.tenon.core.internal.content.Fingerprint;
import dev.tenon.core.internal.plan.PluginFinder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places that are watched for plugins. Not safe for use by many threads.
 *
 * <p>While a place cannot be read its plugins count as they were: a file share that is away for a
 * moment, or a folder of classes that is being built anew, is no reason to uninstall anything.
 */
final class WatchedPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);

    private final List<Path> places;

    /** The places that are a plugin themselves; they are never taken for folders of plugins. */
    private final Set<Path> plugins = new HashSet<>();

    private final Set<Path> away = new HashSet<>();
    private Map<Path, Fingerprint> last = Map.of();

    WatchedPlaces(Collection<Path> places) {
        this.places = List.copyOf(places);
    }

    /** Returns the plugins that are there now. */
    Map<Path, Fingerprint> look() {
        var now = new HashMap<Path, Fingerprint>();
        for (Path place : places) {
            if (isThere(place)) {
                away.remove(place);
            } else {
                last.forEach((file, print) -> {
                    if (file.startsWith(place)) {
                        now.put(file, print);
                    }
                });
                if (away.add(place)) {
                    LOG.warn(
                            "{} cannot be read as it could before: its plugins run on, and it is"
                                    + " watched for its return.",
                            place);
                }
            }
        }
        var readable = places.stream().filter(place -> !away.contains(place)).toList();
        for (Path plugin : PluginFinder.find(readable).plugins()) {
            Fingerprint.of(plugin).ifPresent(print -> now.put(plugin, print));
        }
        last = now;
        return now;
    }

    private boolean isThere(Path place) {
        try {
            var found = PluginFinder.find(List.of(place));
            var isPlugin = found.plugins().equals(List.of(place));
            if (isPlugin) {
                plugins.add(place);
            }
            return found.problems().isEmpty() && (isPlugin || !plugins.contains(place));
        } catch (UncheckedIOException e) {
            // The folder was removed while it was listed.
            return false;
        }
    }
}
