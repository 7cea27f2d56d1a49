package dev.tenon.host.internal.command;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.option.DurationOption;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.Setting;
import dev.tenon.host.internal.output.Output;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "tenon",
        versionProvider = TenonVersion.class,
        description = "Runs plugins on the Java module system, each in a layer of its own.",
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon run                         run the plugins of the installation",
            "  tenon plan --plugins my-plugins   show what would start, and what would not",
            "  tenon run --check --json | jq .   start, report, stop",
            "  tenon new acme.billing            write a plugin project",
            "",
            "'tenon COMMAND --help' tells more. Colours are used on a terminal; NO_COLOR=1",
            "turns them off. Results are on standard output, the log on standard error."
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:success",
            "1:a module, or the host, has not started; the plan or the doctor has errors",
            ExitCode.LIST_USAGE,
            ExitCode.LIST_INTERNAL,
            ExitCode.LIST_SIGNAL
        })
public final class TenonCommand implements Callable<Integer> {

    private final Output output;

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    boolean version;

    private TenonCommand(Output output) {
        this.output = output;
    }

    /**
     * Returns the command line that executes the arguments.
     *
     * @param output where it prints to
     */
    public static CommandLine commandLine(Output output, String... arguments) {
        var tenon = new CommandLine(new TenonCommand(output));
        new Subcommands(output).addTo(tenon, arguments);
        return tenon.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationOption())
                .registerConverter(Setting.class, Setting::parse)
                .setColorScheme(CommandLine.Help.defaultColorScheme(output.palette().ansi()))
                .setOut(output.out())
                .setErr(output.err())
                .setExecutionStrategy(TenonCommand::execute)
                .setParameterExceptionHandler(new UsageErrors(output))
                .setExecutionExceptionHandler(new ExecutionErrors(output));
    }

    private static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            // Such as a class that is missing from the installation: told like an exception.
            throw new ExecutionException(
                    parsed.asCommandLineList().getLast(),
                    "The command has failed.",
                    new IllegalStateException(Problem.describe(e), e));
        }
    }

    /** Nothing was asked for: tells what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(output.err());
        return ExitCode.USAGE;
    }
}
