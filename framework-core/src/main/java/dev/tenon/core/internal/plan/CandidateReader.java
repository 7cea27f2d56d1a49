package dev.tenon.core.internal.plan;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.error.ErrorCode;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.content.ClassAnnotations;
import dev.tenon.core.internal.content.ModuleContent;
import dev.tenon.core.internal.plan.Candidate.ModuleText;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.spi.PlanContributor.Findings;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads descriptors and provider classes as files: loads no class, runs no code of a module. */
final class CandidateReader {

    private final Contributions contributions;

    /**
     * @param contributions what framework modules say of the modules that are read
     */
    CandidateReader(Contributions contributions) {
        this.contributions = contributions;
    }

    /** Whatever keeps a file from being a module, on its way to becoming a {@link Problem}. */
    private static final class NotReadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        NotReadable(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }
    }

    /**
     * Reads a plugin.
     *
     * @param location where it was found, for messages
     * @param content what to read: the same, or a copy of it
     */
    Candidate readPlugin(Path location, Path content) {
        var label = labelOf(location);
        try {
            if (!Files.isRegularFile(content) && !Files.isDirectory(content)) {
                throw new IOException(
                        "It is neither a file nor a folder, or a link that leads nowhere.");
            }
            var finder = ModuleFinder.of(partsOf(label, content).toArray(Path[]::new));
            var reference = mainModule(label, finder);
            return named(label, Optional.of(location), Origin.PLUGIN, reference, finder);
        } catch (NotReadable e) {
            return new Candidate.Unreadable(label, location, e.problem);
        } catch (FindException | IOException e) {
            return unreadable(location, e);
        }
    }

    /** Returns the name under which a file is shown that has no module name. */
    static String labelOf(Path location) {
        return String.valueOf(location.toAbsolutePath().normalize().getFileName());
    }

    static Candidate.Unreadable unreadable(Path location, Exception e) {
        var label = labelOf(location);
        return new Candidate.Unreadable(
                label,
                location,
                problem(
                                HostError.BROKEN_JAR,
                                "The file " + label + " cannot be read as a module.",
                                Problem.describe(e))
                        .from(e));
    }

    /** Reads a module on the module path of the host. */
    Candidate readFrameworkModule(ModuleReference reference) {
        var name = reference.descriptor().name();
        return named(name, Optional.empty(), Origin.FRAMEWORK, reference, ModuleFinder.of());
    }

    static Optional<String> providerOf(ModuleDescriptor descriptor) {
        return providersOf(descriptor).stream().findFirst();
    }

    private static List<String> providersOf(ModuleDescriptor descriptor) {
        return descriptor.provides().stream()
                .filter(p -> p.service().equals(ModulePlugin.class.getName()))
                .flatMap(p -> p.providers().stream())
                .toList();
    }

    private static List<Path> partsOf(String label, Path content) throws IOException, NotReadable {
        if (PluginFinder.isJar(content) || PluginFinder.isExploded(content)) {
            return List.of(content);
        }
        var jars = PluginFinder.jarsOf(content);
        if (jars.isEmpty()) {
            throw new NotReadable(
                    problem(
                            HostError.NOT_A_MODULE,
                            "The folder " + label + " is not a plugin.",
                            "It holds neither a module-info.class nor a jar."));
        }
        return jars;
    }

    private static ModuleReference mainModule(String label, ModuleFinder finder)
            throws NotReadable {
        var all = finder.findAll().stream().filter(r -> !r.descriptor().isAutomatic()).toList();
        if (all.isEmpty()) {
            throw new NotReadable(
                    problem(
                            HostError.NOT_A_MODULE,
                            "The file " + label + " is not a module.",
                            "It has no module-info.class."));
        }
        var plugins = all.stream().filter(r -> !providersOf(r.descriptor()).isEmpty()).toList();
        if (plugins.size() == 1) {
            return plugins.getFirst();
        }
        var names = all.stream().map(r -> r.descriptor().name()).sorted().toList();
        throw new NotReadable(
                plugins.isEmpty()
                        ? problem(
                                HostError.NO_PLUGIN,
                                "No module in "
                                        + label
                                        + " is a plugin ("
                                        + String.join(", ", names)
                                        + ").",
                                "Its descriptor does not provide dev.tenon.core.ModulePlugin.")
                        : problem(
                                HostError.SEVERAL_PLUGINS,
                                "Several modules in "
                                        + label
                                        + " are plugins: "
                                        + String.join(", ", names)
                                        + ".",
                                "Each of them provides dev.tenon.core.ModulePlugin."));
    }

    private Candidate.Named named(
            String label,
            Optional<Path> location,
            Origin origin,
            ModuleReference reference,
            ModuleFinder finder) {
        var problems = new ArrayList<Problem>();
        var descriptor = reference.descriptor();
        var text = new ModuleText(descriptor.name(), "");
        var settings = Optional.<DeclaredSettings>empty();
        var findings = Findings.NONE;
        var providers = providersOf(descriptor);
        if (providers.size() > 1) {
            problems.add(
                    problem(
                            HostError.SEVERAL_PLUGINS,
                            "The module "
                                    + descriptor.name()
                                    + " provides several plugins: "
                                    + String.join(", ", providers)
                                    + ".",
                            "A module has one entry point."));
        }
        var provider = providers.getFirst();
        try (var content = ModuleContent.open(reference)) {
            var type = content.classModel(provider);
            type.flatMap(CandidateReader::flaw)
                    .or(() ->
                            type.isEmpty()
                                    ? Optional.of("The module has no such class.")
                                    : Optional.empty())
                    .map(flaw -> badProvider(descriptor.name(), provider, flaw))
                    .ifPresent(problems::add);
            text = type.map(t -> textOf(descriptor.name(), t)).orElse(text);
            if (type.isPresent()) {
                var reader = new SettingsDeclarationReader(descriptor.name(), origin, content);
                settings = reader.read(type.get());
                problems.addAll(reader.problems());
            }
            if (type.isPresent()) {
                findings = contributions.read(descriptor.name(), provider, content);
                problems.addAll(findings.problems());
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add(
                    Problem.error(
                                    HostError.BAD_PROVIDER,
                                    badProvider(descriptor.name(), provider, "").fact(),
                                    "Its class file cannot be read: " + Problem.describe(e),
                                    HostError.BROKEN_JAR.remedy())
                            .from(e));
        }
        return new Candidate.Named(
                label,
                location,
                origin,
                reference,
                finder,
                text,
                settings,
                findings.details(),
                findings.preparations(),
                List.copyOf(problems));
    }

    private static ModuleText textOf(String moduleName, ClassModel type) {
        return new ModuleText(
                ClassAnnotations.stringElement(type, Module.class, "title")
                        .filter(t -> !t.isBlank())
                        .orElse(moduleName),
                ClassAnnotations.stringElement(type, Module.class, "description").orElse(""));
    }

    /** Returns what keeps the class from being a provider, see the Javadoc of ServiceLoader. */
    private static Optional<String> flaw(ClassModel type) {
        if (!type.flags().has(AccessFlag.PUBLIC)) {
            return Optional.of("The class is not public.");
        }
        if (type.methods().stream().anyMatch(CandidateReader::isProviderMethod)) {
            return Optional.empty();
        }
        if (type.flags().has(AccessFlag.ABSTRACT)) {
            return Optional.of("The class is abstract.");
        }
        return type.methods().stream().anyMatch(CandidateReader::isPublicNoArgumentConstructor)
                ? Optional.empty()
                : Optional.of("The class has no public no-argument constructor.");
    }

    private static boolean isProviderMethod(MethodModel method) {
        return method.methodName().equalsString("provider")
                && method.methodTypeSymbol().parameterCount() == 0
                && method.flags().has(AccessFlag.PUBLIC)
                && method.flags().has(AccessFlag.STATIC);
    }

    private static boolean isPublicNoArgumentConstructor(MethodModel method) {
        return method.methodName().equalsString(ConstantDescs.INIT_NAME)
                && method.methodTypeSymbol().parameterCount() == 0
                && method.flags().has(AccessFlag.PUBLIC);
    }

    private static Problem badProvider(String module, String provider, String cause) {
        return problem(
                HostError.BAD_PROVIDER,
                "The module "
                        + module
                        + " provides ModulePlugin with "
                        + provider
                        + ", which cannot be used.",
                cause);
    }

    private static Problem problem(ErrorCode code, String fact, String cause) {
        return Problem.error(code, fact, cause, code.remedy());
    }
}
