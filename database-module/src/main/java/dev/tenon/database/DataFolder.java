package dev.tenon.database;

import java.nio.file.Path;

/**
 * Where the database module keeps its files; other framework modules keep theirs beside them. A
 * service for all modules.
 *
 * @param path the folder, which is made when the first file is; the setting {@code
 *     tenon.database.path}
 */
public record DataFolder(Path path) {}
