package dev.tenon.host.internal.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that are there, for those that may not be yet. */
final class Existing {

    private Existing() {}

    /** Returns the path, or the nearest folder above it that exists. */
    static Optional<Path> parentOf(Path path) {
        for (Path place = path.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
