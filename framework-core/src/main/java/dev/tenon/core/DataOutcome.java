package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an uninstall has done to data that a framework module kept for the module.
 *
 * @param effect what it was to do
 * @param archive the file that the data are in now, if they were archived and there were any
 * @param problem why not all of the data are dropped, and what remains; the module is uninstalled
 *     all the same, and an archive is whole
 */
public record DataOutcome(DataEffect effect, Optional<Path> archive, Optional<Problem> problem) {

    public DataOutcome {
        requireNonNull(effect, "effect");
        requireNonNull(archive, "archive");
        requireNonNull(problem, "problem");
    }
}
