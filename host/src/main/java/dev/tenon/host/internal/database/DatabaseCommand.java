package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands of {@code tenon db} have in common. */
@Command(
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:success",
            "1:it has failed; the message says why",
            "2:wrong usage, wrong settings, an unreadable plugin folder, or no such module",
            ExitCode.LIST_INTERNAL
        })
abstract class DatabaseCommand implements Callable<Integer> {

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    DatabaseCommand(Output output) {
        this.output = output;
    }

    /** Returns where it prints to. */
    final Output output() {
        return output;
    }

    @Override
    public final Integer call() {
        // Code of a plugin may run, and results alone are to be on standard output.
        System.setOut(System.err);
        try (var tools = HostFromOptions.builder(host).tools()) {
            return run(tools.get(DatabaseAdministration.class), tools.plan());
        }
    }

    /**
     * Does it, and returns the exit code.
     *
     * @param plan that of the modules
     */
    abstract int run(DatabaseAdministration databases, Plan plan);
}
