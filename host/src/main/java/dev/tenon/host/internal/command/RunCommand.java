package dev.tenon.host.internal.command;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.host.internal.json.StatusDocument;
import dev.tenon.host.internal.launch.GuardedHost;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.StatusReport;
import dev.tenon.host.internal.startcache.FirstUse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon run}: starts the modules, and stops them when the process is asked to end. */
@Command(
        name = "run",
        description = {
            "Starts every module and runs until SIGINT (Ctrl-C) or SIGTERM; then stops the modules"
                    + " in reverse order.",
            "",
            "A module that cannot start does not keep the others from running. A second signal ends"
                    + " the process at once. With --check or --json, what modules print to standard"
                    + " output goes to standard error."
        },
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon run",
            "  tenon run --check --plugins my-plugin/target/classes",
            "  tenon run --watch --plugins my-plugin/target/classes",
            "  tenon run --settings prod.properties --set tenon.start-timeout=60s",
            "  tenon run --check --json | jq -r '.modules[] | [.name, .state] | @tsv'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:with --check: every module has started",
            "1:with --check: a module has not started; the host cannot start; or the stop limit was"
                    + " exceeded without a signal",
            ExitCode.LIST_USAGE,
            ExitCode.LIST_INTERNAL,
            ExitCode.LIST_SIGNAL
        })
final class RunCommand implements Callable<Integer> {

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Option(
            names = "--check",
            description = "Start everything, print how each module stands, stop, and exit.")
    boolean check;

    @Option(names = "--json", description = "Print how each module stands as JSON.")
    boolean json;

    @Option(
            names = "--watch",
            description =
                    "Follow the plugin folders: install files that appear, upgrade those that change,"
                            + " uninstall those that vanish.")
    boolean watch;

    @Option(
            names = "--stop-limit",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = {
                "How long the whole stop may take, such as 500ms, 30s, 5m. When it is over, the"
                        + " modules that have not stopped are named and the process ends. Default:"
                        + " ${DEFAULT-VALUE}."
            })
    Duration stopLimit = Duration.ofSeconds(30);

    RunCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (check || json) {
            System.setOut(System.err);
        }
        var builder = HostFromOptions.builder(host);
        if (watch) {
            builder.setting("tenon.watch", "true");
        }
        try (var running = start(builder)) {
            var modules = running.modules();
            if (json) {
                output.print(StatusDocument.of(modules));
            } else {
                output.print(StatusReport.of(modules, output.palette()));
            }
            if (!check) {
                output.tell("The host runs until SIGINT (Ctrl-C) or SIGTERM.");
                FirstUse.makeMissingCache(Locations.ofProcess());
                running.awaitExit();
            }
            return modules.stream().allMatch(m -> m.state() == ModuleState.STARTED)
                    ? ExitCode.SUCCESS
                    : ExitCode.NOT_STARTED;
        }
    }

    private GuardedHost start(HostBuilder builder) {
        var problems = new StartProblems();
        builder.listener(problems);
        try {
            return GuardedHost.start(builder, check || json, stopLimit, output::tell);
        } catch (TenonException e) {
            if (json) {
                output.print(StatusDocument.notStarted(problems.of(e)));
            }
            throw e;
        }
    }
}
