package dev.tenon.host.internal.scaffold;

import java.nio.file.Path;

/**
 * A file of a new project.
 *
 * @param path where it stands, relative to the folder of the project
 * @param text what it holds
 */
public record ProjectFile(Path path, String text) {}
