package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a module without running it.
 *
 * @param name the module name of its descriptor; for a file that has none, the file's name
 * @param version the version of its descriptor ({@code jar --module-version}), if it has one
 * @param origin whether the module ships with the host or comes from a plugin folder
 * @param title a short name for people; the module name where the module declares none
 * @param description one sentence for people; may be empty
 * @param requires the names of the modules under the same host that this one requires, directly or
 *     through its libraries, sorted
 * @param location the file or folder it was found in, if it comes from one
 */
public record ModuleInfo(
        String name,
        Optional<String> version,
        Origin origin,
        String title,
        String description,
        List<String> requires,
        Optional<Path> location) {

    /** Where a module comes from. */
    public enum Origin {
        /** On the module path of the host itself. */
        FRAMEWORK,
        /** From a plugin folder, in a layer of its own. */
        PLUGIN
    }

    public ModuleInfo {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(origin, "origin");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requires = List.copyOf(requires);
        requireNonNull(location, "location");
    }

    /** Returns the name, followed by the version if there is one: {@code sample.notes 1.2}. */
    public String nameAndVersion() {
        return version.map(v -> name + " " + v).orElse(name);
    }
}
