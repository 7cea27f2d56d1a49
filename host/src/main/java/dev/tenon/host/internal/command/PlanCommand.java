package dev.tenon.host.internal.command;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.json.PlanDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.PlanReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon plan}: what would start, in which order, and what is wrong. */
@Command(
        name = "plan",
        description = {
            "Shows what would start, in which order, and every problem that can be found without"
                    + " running code of a plugin.",
            "",
            "Modules of one wave are independent and start at the same time. Nothing is started,"
                    + " no class of a plugin is loaded."
        },
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon plan",
            "  tenon plan --plugins plugins --plugins my-plugin/target/classes",
            "  tenon plan --json | jq '.modules[] | select(.state != \"RESOLVED\")'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:everything in the plan can start",
            "1:the plan has errors",
            ExitCode.LIST_USAGE,
            ExitCode.LIST_INTERNAL
        })
final class PlanCommand implements Callable<Integer> {

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Option(names = "--json", description = "Print the plan as JSON.")
    boolean json;

    PlanCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        var plan = HostFromOptions.builder(host).plan();
        if (json) {
            output.print(PlanDocument.of(plan));
        } else {
            output.print(PlanReport.of(plan, output.palette()));
        }
        if (plan.hostProblems().stream().anyMatch(Problem::isError)) {
            return ExitCode.USAGE;
        }
        return plan.isClean() ? ExitCode.SUCCESS : ExitCode.NOT_STARTED;
    }
}
