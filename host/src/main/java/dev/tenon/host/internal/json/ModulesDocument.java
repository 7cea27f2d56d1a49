package dev.tenon.host.internal.json;

import dev.tenon.core.PlannedModule;
import java.util.List;

/**
 * What {@code tenon modules --json} prints.
 *
 * @param modules the modules in start order, those that cannot start last
 */
public record ModulesDocument(List<ModuleDocument> modules) {

    /** Returns the document for the given modules. */
    public static ModulesDocument of(List<PlannedModule> modules) {
        return new ModulesDocument(ModuleDocument.of(modules));
    }
}
