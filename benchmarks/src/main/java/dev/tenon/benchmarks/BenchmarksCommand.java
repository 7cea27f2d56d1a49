package dev.tenon.benchmarks;

import dev.tenon.benchmarks.change.ChangeCommand;
import dev.tenon.benchmarks.crud.CrudCommand;
import dev.tenon.benchmarks.databases.DatabasesCommand;
import dev.tenon.benchmarks.migrations.MigrationsCommand;
import dev.tenon.benchmarks.sessions.SessionsCommand;
import dev.tenon.benchmarks.start.StartCommand;
import dev.tenon.benchmarks.writers.WritersCommand;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "benchmarks/run",
        subcommands = {
            StartCommand.class,
            ChangeCommand.class,
            SessionsCommand.class,
            WritersCommand.class,
            DatabasesCommand.class,
            MigrationsCommand.class,
            CrudCommand.class,
            DocumentCommand.class
        },
        description = "Measures Tenon. Nothing else should run on the machine meanwhile.",
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  benchmarks/run start                          processes, from start to ready",
            "  benchmarks/run start --plugins 10 --runs 3    a quick look",
            "  benchmarks/run start --java-options -Xms64m   with another heap",
            "  benchmarks/run change --json | jq .           install, upgrade, uninstall",
            "  benchmarks/run sessions --product sqlite      one caller, against other libraries",
            "  benchmarks/run writers --callers 64 --quick   many callers, a quick look",
            "  benchmarks/run databases                      many databases at rest",
            "  benchmarks/run migrations --quick             databases brought to a version",
            "  benchmarks/run crud --way jdbi --quick        tables, against other libraries",
            "  benchmarks/run document                       all, into docs/performance.md"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:something could not be measured", "2:wrong usage"})
final class BenchmarksCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Print this text and exit.")
    boolean help;

    static CommandLine commandLine() {
        return new CommandLine(new BenchmarksCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, _) -> tell(e, command));
    }

    private static int tell(Exception e, CommandLine command) {
        command.getErr().println(e instanceof IOException ? e.getMessage() : e);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Nothing was asked for: tells what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
