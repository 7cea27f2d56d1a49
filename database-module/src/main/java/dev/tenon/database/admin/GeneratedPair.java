package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A migration that was generated, with what takes it back.
 *
 * @param version its version
 * @param description in words
 * @param up the script that makes the change
 * @param down the script that takes it back
 * @param changes what it does, each as a part of a sentence; empty for one that goes on with the
 *     one before it
 * @param losses what it loses, each as a part of a sentence
 * @param warnings what is to be known before it is run, as sentences
 */
public record GeneratedPair(
        String version,
        String description,
        Script up,
        Script down,
        List<String> changes,
        List<String> losses,
        List<String> warnings) {

    /**
     * A script.
     *
     * @param file where it is written to
     * @param text what it says
     */
    public record Script(Path file, String text) {

        public Script {
            requireNonNull(file, "file");
            requireNonNull(text, "text");
        }
    }

    public GeneratedPair {
        requireNonNull(version, "version");
        requireNonNull(description, "description");
        requireNonNull(up, "up");
        requireNonNull(down, "down");
        changes = List.copyOf(changes);
        losses = List.copyOf(losses);
        warnings = List.copyOf(warnings);
    }
}
