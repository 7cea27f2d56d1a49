package dev.tenon.host.internal.json;

import java.util.Optional;

/**
 * What {@code tenon version --json} prints.
 *
 * @param tenon the version of Tenon, or {@code development}
 * @param java the version of the Java runtime
 * @param vendor who made the Java runtime
 * @param os name and version of the operating system
 * @param arch the processor architecture
 * @param home the folder Tenon is installed in; null when it does not run from an image
 */
public record VersionDocument(
        String tenon, String java, String vendor, String os, String arch, Optional<String> home) {}
