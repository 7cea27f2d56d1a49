package dev.tenon.core.internal.plan;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.content.ClassAnnotations;
import dev.tenon.core.internal.content.ModuleContent;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.internal.settings.SettingsTypeReader;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the settings that a module declares. */
final class SettingsDeclarationReader {

    private final String module;
    private final Origin origin;
    private final ModuleContent content;
    private final List<Problem> problems = new ArrayList<>();

    SettingsDeclarationReader(String module, Origin origin, ModuleContent content) {
        this.module = module;
        this.origin = origin;
        this.content = content;
    }

    /**
     * Returns what the class of the plugin declares, if anything that can be used.
     *
     * @throws IllegalArgumentException if a class file is damaged
     */
    Optional<DeclaredSettings> read(ClassModel plugin) throws IOException {
        var declared = ClassAnnotations.classElement(plugin, Module.class, "settings");
        return declared.isPresent() ? read(declared.get(), prefix(plugin)) : Optional.empty();
    }

    /** Returns what is wrong with it. */
    List<Problem> problems() {
        return problems;
    }

    private String prefix(ClassModel plugin) {
        var chosen =
                ClassAnnotations.stringElement(plugin, Module.class, "settingsPrefix")
                        .filter(prefix -> !prefix.isEmpty());
        if (chosen.isPresent() && origin != Origin.FRAMEWORK) {
            problems.add(
                    problem(
                            "The settings of the module " + module + " cannot begin elsewhere.",
                            "Only a framework module may choose a settingsPrefix."));
            return module;
        }
        return chosen.orElse(module);
    }

    private Optional<DeclaredSettings> read(ClassDesc declared, String prefix) throws IOException {
        var name = declared.descriptorString().replaceAll("^L|;$", "").replace('/', '.');
        var outcome = new SettingsTypeReader(content::classModel).read(name);
        for (String flaw : outcome.flaws()) {
            problems.add(
                    problem(
                            "The settings interface "
                                    + name
                                    + " of the module "
                                    + module
                                    + " cannot be used.",
                            flaw));
        }
        return outcome.flaws().isEmpty()
                ? Optional.of(new DeclaredSettings(module, prefix, outcome.type()))
                : Optional.empty();
    }

    private static Problem problem(String fact, String cause) {
        return Problem.error(
                HostError.SETTINGS_DECLARATION,
                fact,
                cause,
                HostError.SETTINGS_DECLARATION.remedy());
    }
}
