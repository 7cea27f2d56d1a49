package dev.tenon.core.internal.run;

import dev.tenon.core.DataEffect;
import dev.tenon.core.DataOutcome;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.spi.Disposal;
import dev.tenon.core.spi.Preparation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What becomes of the data of the modules that a change uninstalls. Different modules may be
 * disposed of by different threads at once.
 */
public final class Disposals {

    /** How long it takes depends on the data, not on the module, which has stopped. */
    private static final Duration UNLIMITED = Duration.ofDays(10_000);

    private record Planned(HostedModule module, DataEffect effect, Disposal disposal) {

        boolean isKept() {
            return effect.data().equals(ModuleData.KEEP);
        }

        boolean isArchived() {
            return effect.data() instanceof ModuleData.Archive;
        }
    }

    private final List<Planned> planned;
    private final Map<Planned, Path> archives = new ConcurrentHashMap<>();
    private final Map<Planned, Problem> failures = new ConcurrentHashMap<>();
    private final Consumer<Problem> warnings;

    private Disposals(List<Planned> planned, Consumer<Problem> warnings) {
        this.planned = List.copyOf(planned);
        this.warnings = warnings;
    }

    /** Returns those of no modules. */
    static Disposals none() {
        return new Disposals(List.of(), _ -> {});
    }

    /**
     * Asks the framework modules; changes nothing.
     *
     * @param wanted what is wanted of the data of each module, by its name
     * @param modules the modules that run
     * @param staying those that are there after the change
     * @param warnings is told what goes wrong and does not take the change back
     * @throws HostException {@code HOST-MOD-007} if that cannot be
     */
    static Disposals of(
            Map<String, ModuleData> wanted,
            List<HostedModule> modules,
            Collection<HostedModule> staying,
            Consumer<Problem> warnings) {
        var found = new ArrayList<Planned>();
        wanted.forEach((name, data) ->
                modules.stream()
                        .filter(m -> m.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(
                                module -> found.addAll(of(module, data, staying)),
                                () -> {
                                    if (!data.equals(ModuleData.KEEP)) {
                                        throw unknown(name, data);
                                    }
                                }));
        return new Disposals(found, warnings);
    }

    private static List<Planned> of(
            HostedModule module, ModuleData data, Collection<HostedModule> staying) {
        var others = staying.stream().flatMap(m -> m.node().preparations().stream()).toList();
        var found = new ArrayList<Planned>();
        for (Preparation preparation : Preparations.of(module)) {
            var framework = Preparations.find(module, preparation);
            if (framework.isPresent()) {
                planned(preparation, framework.get(), module, data, others).ifPresent(found::add);
            } else if (!data.equals(ModuleData.KEEP)) {
                throw refused(
                        module.name(),
                        data,
                        "The module "
                                + Preparations.framework(preparation)
                                + ", which keeps them, does not run, or is not required by it.");
            }
        }
        return found;
    }

    private static Optional<Planned> planned(
            Preparation preparation,
            ModulePlugin framework,
            HostedModule module,
            ModuleData data,
            List<Preparation> others) {
        try {
            return preparation
                    .disposal(framework, module.info(), data, others)
                    .map(disposal ->
                            new Planned(
                                    module,
                                    new DataEffect(module.info(), data, disposal.subject()),
                                    disposal));
        } catch (TenonException e) {
            throw refused(module.name(), data, e.problem().toString());
        } catch (Exception e) {
            throw refused(module.name(), data, Problem.describe(e));
        }
    }

    private static HostException unknown(String module, ModuleData data) {
        return refused(
                module,
                data,
                "It cannot start as it is planned, so what is kept for it is not known.");
    }

    /** Returns the exception for a change that would lose data, or cannot do what is wanted. */
    public static HostException refused(String module, ModuleData data, String cause) {
        return new HostException(
                Problem.error(
                        HostError.DATA_REFUSED,
                        "The change was refused: the data of "
                                + module
                                + " cannot be "
                                + (data instanceof ModuleData.Archive ? "archived." : "dropped."),
                        cause,
                        HostError.DATA_REFUSED.remedy()),
                module);
    }

    /** Returns what will be done. */
    List<DataEffect> effects() {
        return planned.stream().map(Planned::effect).toList();
    }

    /** Returns the modules whose data do not stay where they are. */
    List<HostedModule> modules() {
        return planned.stream().filter(p -> !p.isKept()).map(Planned::module).distinct().toList();
    }

    /** Archives the data of a module, as far as that is wanted. */
    void archive(HostedModule module, StepRunner steps) {
        for (Planned one : of(module)) {
            if (one.isArchived()) {
                run(
                                one,
                                Step.ARCHIVE,
                                steps,
                                () ->
                                        one.disposal
                                                .archive()
                                                .ifPresent(file -> archives.put(one, file)))
                        .ifPresent(problem -> failures.put(one, problem));
            }
        }
    }

    /** Removes what was archived of a module, because its data stay. */
    void discard(HostedModule module, StepRunner steps) {
        for (Planned one : of(module)) {
            if (archives.remove(one) != null) {
                run(one, Step.DISCARD, steps, one.disposal::discardArchive).ifPresent(warnings);
            }
        }
    }

    /** Drops the data of a module. */
    void drop(HostedModule module, StepRunner steps) {
        for (Planned one : of(module)) {
            run(one, Step.DROP, steps, one.disposal::drop)
                    .ifPresent(problem -> {
                        failures.put(one, problem);
                        warnings.accept(problem);
                    });
        }
    }

    private List<Planned> of(HostedModule module) {
        return planned.stream().filter(p -> p.module.equals(module) && !p.isKept()).toList();
    }

    private static Optional<Problem> run(
            Planned one, Step step, StepRunner steps, StepRunner.Work work) {
        try {
            var loader = one.disposal.getClass().getClassLoader();
            steps.run(one.module, step, UNLIMITED, loader, work);
            return Optional.empty();
        } catch (StepFailure e) {
            return Optional.of(e.problem());
        }
    }

    /** Returns why data could not be archived, if that is so. */
    Optional<Setback> setback() {
        return planned.stream()
                .filter(failures::containsKey)
                .findFirst()
                .map(p ->
                        new Setback(
                                p.module.name(),
                                "the data of " + p.module.name() + " could not be archived.",
                                Optional.ofNullable(failures.get(p))));
    }

    /** Returns what was done. */
    List<DataOutcome> outcomes() {
        return planned.stream()
                .map(p ->
                        new DataOutcome(
                                p.effect,
                                Optional.ofNullable(archives.get(p)),
                                Optional.ofNullable(failures.get(p))))
                .toList();
    }
}
