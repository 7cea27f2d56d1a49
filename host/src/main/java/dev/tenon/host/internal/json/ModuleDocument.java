package dev.tenon.host.internal.json;

import dev.tenon.core.PlannedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One module as it was planned.
 *
 * @param name the module name
 * @param version the version, or null
 * @param title a short name for people
 * @param description one sentence for people; may be empty
 * @param origin {@code FRAMEWORK} or {@code PLUGIN}
 * @param requires the names of the modules it requires
 * @param location the file or folder it was found in, or null
 * @param state {@code RESOLVED}, {@code FAILED} or {@code BLOCKED}
 * @param wave its place in the start order from 0; null if it cannot start
 * @param details what framework modules say of it
 * @param problems what is wrong with it
 */
public record ModuleDocument(
        String name,
        Optional<String> version,
        String title,
        String description,
        String origin,
        List<String> requires,
        Optional<String> location,
        String state,
        Optional<Integer> wave,
        List<Detail> details,
        List<ProblemDocument> problems) {

    /**
     * What a framework module says of the module.
     *
     * @param topic what it is about: {@code database}
     * @param text one line for people
     */
    public record Detail(String topic, String text) {}

    static List<ModuleDocument> of(List<PlannedModule> modules) {
        return modules.stream().map(ModuleDocument::of).toList();
    }

    private static ModuleDocument of(PlannedModule module) {
        var info = module.info();
        return new ModuleDocument(
                info.name(),
                info.version(),
                info.title(),
                info.description(),
                info.origin().name(),
                info.requires(),
                info.location().map(Path::toString),
                module.state().name(),
                Optional.of(module.wave()).filter(w -> w >= 0),
                module.details().stream().map(d -> new Detail(d.topic(), d.text())).toList(),
                ProblemDocument.of(module.problems()));
    }
}
