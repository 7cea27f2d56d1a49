package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of the data that framework modules keep for a module, such as its database, when it
 * is uninstalled. A module for which nothing is kept may be uninstalled with each of them.
 */
public sealed interface ModuleData {

    /** The data stay where they are, for when the module is installed again: the default. */
    ModuleData KEEP = new Keep();

    /**
     * The data are put into one file each in a folder that the framework module chooses, for
     * databases {@code archive} in the folder of the data; then they are dropped.
     */
    ModuleData ARCHIVE = new Archive(Optional.empty());

    /**
     * The data are deleted for good, with what is kept beside them to go back, such as snapshots.
     * Backups and archives stay.
     */
    ModuleData DROP = new Drop();

    /** Returns an {@link #ARCHIVE} in the folder, which is made where it is missing. */
    static ModuleData archiveTo(Path folder) {
        return new Archive(Optional.of(folder));
    }

    /** See {@link #KEEP}. */
    record Keep() implements ModuleData {
        @Override
        public String toString() {
            return "KEEP";
        }
    }

    /**
     * See {@link #ARCHIVE}.
     *
     * @param folder where the files come to; nothing: where the framework module puts them
     */
    record Archive(Optional<Path> folder) implements ModuleData {

        public Archive {
            requireNonNull(folder, "folder");
        }

        @Override
        public String toString() {
            return "ARCHIVE" + folder.map(f -> " to " + f).orElse("");
        }
    }

    /** See {@link #DROP}. */
    record Drop() implements ModuleData {
        @Override
        public String toString() {
            return "DROP";
        }
    }
}
