package dev.tenon.host.internal.database;

import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.StandardOptions;
import dev.tenon.host.internal.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tenon db}: what can be done with the databases of modules. */
@Command(
        name = "db",
        description = {
            "Shows and changes the databases of modules that do not run.",
            "",
            "Commands that only look may be used while a host runs on the same data; those that"
                    + " change something refuse then."
        },
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon db status",
            "  tenon db migrate --module sample.notes",
            "  tenon db backup",
            "  tenon db sql --module sample.notes 'select count(*) from note'",
            "",
            "'tenon db COMMAND --help' tells more."
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {"0:success", ExitCode.LIST_USAGE, ExitCode.LIST_INTERNAL})
public final class DatabaseCommands implements Callable<Integer> {

    private final Output output;

    @Spec CommandSpec spec = CommandSpec.create();

    @Mixin StandardOptions standard = new StandardOptions();

    private DatabaseCommands(Output output) {
        this.output = output;
    }

    /** Returns the command with those that it consists of. */
    public static CommandLine commandLine(Output output) {
        return new CommandLine(new DatabaseCommands(output))
                .addSubcommand("list", new ListCommand(output))
                .addSubcommand("status", new StatusCommand(output))
                .addSubcommand("pending", new PendingCommand(output))
                .addSubcommand("migrate", new MigrateCommand(output))
                .addSubcommand("down", new DownCommand(output))
                .addSubcommand("generate", new GenerateCommand(output))
                .addSubcommand("history", new HistoryCommand(output))
                .addSubcommand("validate", new ValidateCommand(output))
                .addSubcommand("repair", new RepairCommand(output))
                .addSubcommand("backup", new BackupCommand(output))
                .addSubcommand("restore", new RestoreCommand(output))
                .addSubcommand("sql", new SqlCommand(output));
    }

    /** Nothing was asked for: tells what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(output.err());
        return ExitCode.USAGE;
    }
}
