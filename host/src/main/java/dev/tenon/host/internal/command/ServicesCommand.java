package dev.tenon.host.internal.command;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.host.internal.json.ServicesDocument;
import dev.tenon.host.internal.launch.GuardedHost;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.ServicesReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon services}: what modules offer to each other. */
@Command(
        name = "services",
        description = {
            "Starts the modules, lists the services they offer to each other, and stops them.",
            "",
            "Services are offered by running code, so this command runs the code of every plugin."
                    + " What modules print to standard output goes to standard error."
        },
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon services",
            "  tenon services --plugins my-plugin/target/classes",
            "  tenon services --json | jq -r '.services[].type'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:success",
            "1:a module has not started, so its services are missing; or the host cannot start",
            ExitCode.LIST_USAGE,
            ExitCode.LIST_INTERNAL,
            ExitCode.LIST_SIGNAL
        })
final class ServicesCommand implements Callable<Integer> {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Option(names = "--json", description = "Print the services as JSON.")
    boolean json;

    ServicesCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        System.setOut(System.err);
        var builder = HostFromOptions.builder(host);
        try (var running = start(builder)) {
            var services = running.services();
            if (json) {
                output.print(ServicesDocument.of(services));
            } else {
                output.print(ServicesReport.of(services, output.palette()));
            }
            return running.modules().stream().allMatch(m -> m.state() == ModuleState.STARTED)
                    ? ExitCode.SUCCESS
                    : ExitCode.NOT_STARTED;
        }
    }

    private GuardedHost start(HostBuilder builder) {
        var problems = new StartProblems();
        builder.listener(problems);
        try {
            return GuardedHost.start(builder, true, STOP_LIMIT, output::tell);
        } catch (TenonException e) {
            if (json) {
                output.print(ServicesDocument.notStarted(problems.of(e)));
            }
            throw e;
        }
    }
}
