package dev.tenon.host.internal.command;

import dev.tenon.core.Plan;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.SimilarName;
import dev.tenon.host.internal.json.ModulesDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.ModulesGraph;
import dev.tenon.host.internal.output.ModulesReport;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.ProblemText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenon modules}: what is known of modules without running them. */
@Command(
        name = "modules",
        description = {
            "Lists the modules of the framework and of the plugin folders, or shows one in full.",
            "",
            "Nothing is started; everything is read from descriptors and annotations."
        },
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon modules",
            "  tenon modules sample.notes",
            "  tenon modules --graph",
            "  tenon modules --graph=mermaid > modules.mmd",
            "  tenon modules --json | jq -r '.modules[].location'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:success, also if a module could not start: see tenon plan",
            "2:wrong usage, wrong settings, an unreadable plugin folder, or no module NAME",
            ExitCode.LIST_INTERNAL
        })
final class ModulesCommand implements Callable<Integer> {

    /** How the graph is printed. */
    enum GraphFormat {
        TEXT,
        MERMAID
    }

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The module to show in full. Default: a list of all.")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--graph",
            arity = "0..1",
            paramLabel = "FORMAT",
            fallbackValue = "TEXT",
            description =
                    "Print which modules require which, as FORMAT: ${COMPLETION-CANDIDATES}. Without"
                            + " a FORMAT: text.")
    Optional<GraphFormat> graph = Optional.empty();

    @Option(names = "--json", description = "Print the modules as JSON.")
    boolean json;

    ModulesCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        var plan = HostFromOptions.builder(host).plan();
        var errors = plan.hostProblems().stream().filter(Problem::isError).toList();
        errors.forEach(p -> output.tell(ProblemText.line(p, output.palette())));
        var shown = name.map(n -> named(n, plan)).orElse(plan.modules());
        if (graph.isPresent()) {
            output.print(
                    switch (graph.get()) {
                        case TEXT -> ModulesGraph.tree(shown, output.palette());
                        case MERMAID -> ModulesGraph.mermaid(shown);
                    });
        } else if (json) {
            output.print(ModulesDocument.of(shown));
        } else if (name.isPresent()) {
            output.print(
                    shown.stream()
                            .map(m -> ModulesReport.of(m, output.palette()))
                            .collect(Collectors.joining(System.lineSeparator())));
        } else {
            output.print(ModulesReport.of(shown, output.palette()));
        }
        return errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.USAGE;
    }

    /** Returns the modules of the name: several if the plan complains of just that. */
    private static List<PlannedModule> named(String name, Plan plan) {
        var found = plan.modules().stream().filter(m -> m.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new HostException(notFound(name, plan));
        }
        return found;
    }

    private static Problem notFound(String name, Plan plan) {
        var names = plan.modules().stream().map(PlannedModule::name).distinct().toList();
        return Problem.error(
                HostError.MODULE_NOT_FOUND,
                "There is no module " + name + ".",
                names.isEmpty()
                        ? "No modules were found at all."
                        : "The modules are " + String.join(", ", names) + ".",
                SimilarName.of(name, names)
                        .map(similar -> "Did you mean " + similar + "?")
                        .orElse("Name the folder it is in with --plugins."));
    }
}
