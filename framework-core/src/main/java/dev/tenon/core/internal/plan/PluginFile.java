package dev.tenon.core.internal.plan;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A plugin to be planned.
 *
 * @param location where it is: a jar, an exploded module, or a folder with a plugin and its
 *     libraries
 * @param copy the private copy of it that runs already, which is planned whatever the file holds by
 *     now; nothing to take the file as it is
 */
public record PluginFile(Path location, Optional<Path> copy) {

    /** Returns a plugin to be taken as it is now. */
    public static PluginFile of(Path location) {
        return new PluginFile(location, Optional.empty());
    }
}
