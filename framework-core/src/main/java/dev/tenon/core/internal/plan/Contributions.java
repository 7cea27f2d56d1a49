package dev.tenon.core.internal.plan;

import dev.tenon.core.Inspection;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.content.ModuleContent;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.settings.ModuleSettings;
import dev.tenon.core.settings.Settings;
import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.core.spi.PlanContributor;
import dev.tenon.core.spi.PlanContributor.Findings;
import dev.tenon.core.spi.PlanContributor.PlanSettings;
import dev.tenon.core.spi.PlanContributor.Reading;
import dev.tenon.core.spi.Preparation;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** What framework modules say of the modules of one plan. Used by one thread. */
final class Contributions {

    /** The content of a module, as contributors see it. */
    private record Files(String moduleName, String pluginClass, ModuleContent content)
            implements ModuleFiles {

        @Override
        public List<String> classNames() throws IOException {
            return content.classNames();
        }

        @Override
        public Optional<ClassModel> classModel(String binaryName) throws IOException {
            return content.classModel(binaryName);
        }

        @Override
        public List<String> fileNames(String folder) throws IOException {
            return content.fileNames(folder);
        }

        @Override
        public Optional<byte[]> file(String path) throws IOException {
            return content.file(path);
        }

        @Override
        public List<String> providers(String service) {
            return content.providers(service);
        }
    }

    private final List<Reading> readings;

    private Contributions(List<Reading> readings) {
        this.readings = readings;
    }

    /**
     * Begins a plan with the contributors of the host's layer.
     *
     * @param declared the settings that framework modules declare, by the modules' names
     */
    static Contributions begin(
            ModuleLayer base, HostSettings settings, Map<String, DeclaredSettings> declared) {
        var providers = ServiceLoader.load(base, PlanContributor.class).stream().toList();
        return new Contributions(
                ContributorOrder.of(base, providers).stream()
                        .map(provider -> {
                            var module = ContributorOrder.module(provider);
                            var own = Optional.ofNullable(declared.get(module));
                            var known = new Known(settings.all(), settings.ofModule(module, own));
                            return provider.get().begin(known);
                        })
                        .toList());
    }

    /** What a framework module gets to know of the settings. */
    private record Known(Settings all, ModuleSettings own) implements PlanSettings {

        @Override
        public <T> T as(Class<T> type) {
            return own.asFarAsRight(type);
        }
    }

    /** Returns contributions to which nobody contributes. */
    static Contributions none() {
        return new Contributions(List.of());
    }

    /** Returns what there is to say of one module in itself. */
    Findings read(String module, String pluginClass, ModuleContent content) {
        var details = new ArrayList<PlanDetail>();
        var problems = new ArrayList<Problem>();
        var preparations = new ArrayList<Preparation>();
        for (Reading reading : readings) {
            try {
                var findings = reading.read(new Files(module, pluginClass, content));
                details.addAll(findings.details());
                problems.addAll(findings.problems());
                preparations.addAll(findings.preparations());
            } catch (IOException | RuntimeException e) {
                // Whatever a class file does to those who read it, the other modules are planned.
                problems.add(unreadable(module, reading, e));
            }
        }
        return new Findings(details, problems, preparations);
    }

    /** Returns what is wrong between the modules, by their names, when all have been read. */
    Map<String, List<Problem>> conclude() {
        var all = new HashMap<String, List<Problem>>();
        for (Reading reading : readings) {
            reading.conclude()
                    .forEach((module, problems) ->
                            all.computeIfAbsent(module, _ -> new ArrayList<>()).addAll(problems));
        }
        return all;
    }

    /** Returns those who read the modules. */
    List<Reading> readings() {
        return readings;
    }

    /** Returns what is found outside of the process, when all modules have been read. */
    List<Inspection> inspect() {
        return readings.stream().flatMap(reading -> reading.inspect().stream()).toList();
    }

    private static Problem unreadable(String module, Reading reading, Exception e) {
        return Problem.error(
                        HostError.DECLARATION_UNREADABLE,
                        "What the module "
                                + module
                                + " declares to "
                                + reading.getClass().getModule().getName()
                                + " cannot be read.",
                        Problem.describe(e),
                        HostError.DECLARATION_UNREADABLE.remedy())
                .from(e);
    }
}
