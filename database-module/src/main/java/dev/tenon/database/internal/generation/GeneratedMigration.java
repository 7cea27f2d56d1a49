package dev.tenon.database.internal.generation;

import java.util.List;

/**
 * A migration that was generated, with what takes it back.
 *
 * @param version its version, as it stands in the name of its file
 * @param description what it does, in the words of whoever asked for it
 * @param up the text of its script
 * @param down the text of the script that takes it back
 * @param changes what it does, as parts of sentences; empty for one that only goes on with another
 * @param warnings what is to be known before it is run, as sentences
 * @param losses what it loses, as parts of sentences
 */
public record GeneratedMigration(
        String version,
        String description,
        String up,
        String down,
        List<String> changes,
        List<String> warnings,
        List<String> losses) {

    public GeneratedMigration {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
        losses = List.copyOf(losses);
    }

    /** Returns the migration with a comment above its script. */
    public GeneratedMigration withFirstLine(String comment) {
        return new GeneratedMigration(
                version, description, comment + "\n" + up, down, changes, warnings, losses);
    }
}
