package dev.tenon.core;

import static java.util.Objects.requireNonNull;

/**
 * What an uninstall does to data that a framework module keeps for the module.
 *
 * @param module the module that goes
 * @param data what is done
 * @param subject to what, for people: {@code the database notes in /srv/data/notes.db}
 */
public record DataEffect(ModuleInfo module, ModuleData data, String subject) {

    public DataEffect {
        requireNonNull(module, "module");
        requireNonNull(data, "data");
        requireNonNull(subject, "subject");
    }

    /** Returns the effect in words: {@code DROP: the database notes in … of sample.notes 1.0}. */
    @Override
    public String toString() {
        return data + ": " + subject + " of " + module.nameAndVersion();
    }
}
