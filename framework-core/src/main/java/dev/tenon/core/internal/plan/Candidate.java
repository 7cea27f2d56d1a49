package dev.tenon.core.internal.plan;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.spi.Preparation;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Something that wants to be a module of the host, as far as it could be read. */
sealed interface Candidate {

    /** A file or folder from which no module can be made. */
    record Unreadable(String label, Path location, Problem problem) implements Candidate {}

    /**
     * A module with a descriptor.
     *
     * @param label the file's name, for messages; the module's name for a framework module
     * @param location the file or folder it was found in, if any
     * @param reference the module
     * @param finder the module and its private libraries; empty for a framework module
     * @param text title and description from its class
     * @param settings the settings that it declares, if any
     * @param details what framework modules say of it
     * @param preparations what framework modules make for it when it starts
     * @param problems what is wrong with it in itself
     */
    record Named(
            String label,
            Optional<Path> location,
            Origin origin,
            ModuleReference reference,
            ModuleFinder finder,
            ModuleText text,
            Optional<DeclaredSettings> settings,
            List<PlanDetail> details,
            List<Preparation> preparations,
            List<Problem> problems)
            implements Candidate {

        String name() {
            return reference.descriptor().name();
        }

        /** Returns where it was found, for messages. */
        String file() {
            return location.map(Path::toString).orElse(label);
        }

        ModuleInfo info(String shownName, List<String> requires) {
            return new ModuleInfo(
                    shownName,
                    reference.descriptor().rawVersion(),
                    origin,
                    text.title(),
                    text.description(),
                    requires,
                    location);
        }
    }

    /** What a module says of itself to people. */
    record ModuleText(String title, String description) {}
}
