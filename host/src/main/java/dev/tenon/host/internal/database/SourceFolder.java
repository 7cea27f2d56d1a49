package dev.tenon.host.internal.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of migrations in the sources of a module. */
final class SourceFolder {

    private SourceFolder() {}

    /**
     * Returns it, if the classes of the module are where Maven compiles them to: {@code
     * target/classes} beside a {@code pom.xml}. The folder need not be there.
     *
     * @param module where the module was found
     */
    static Optional<Path> ofMigrations(Path module) {
        var classes = module.toAbsolutePath().normalize();
        if (!classes.endsWith(Path.of("target", "classes")) || !Files.isDirectory(classes)) {
            return Optional.empty();
        }
        var project = classes.resolveSibling("..").normalize();
        return Files.isRegularFile(project.resolve("pom.xml"))
                ? Optional.of(project.resolve(Path.of("src", "main", "resources", "migrations")))
                : Optional.empty();
    }
}
