package dev.tenon.host.internal.command;

import dev.tenon.host.internal.database.DatabaseCommands;
import dev.tenon.host.internal.output.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands of {@code tenon}. Picocli takes several milliseconds to find the options of each, so
 * it is shown only those that a command line needs.
 */
final class Subcommands {

    private static final String COMPLETION = "completion";
    private static final Set<String> WITHOUT_COMMAND = Set.of("-h", "--help", "-V", "--version");

    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    Subcommands(Output output) {
        commands.put("run", () -> new RunCommand(output));
        commands.put("plan", () -> new PlanCommand(output));
        commands.put("modules", () -> new ModulesCommand(output));
        commands.put("services", () -> new ServicesCommand(output));
        commands.put("config", () -> new ConfigCommand(output));
        commands.put("db", () -> DatabaseCommands.commandLine(output));
        commands.put("new", () -> new NewCommand(output));
        commands.put("doctor", () -> new DoctorCommand(output));
        commands.put("optimize", () -> new OptimizeCommand(output));
        commands.put("version", () -> new VersionCommand(output));
        commands.put(COMPLETION, GenerateCompletion::new);
    }

    /** Adds what the arguments may ask for: all, if it is not clear what that is. */
    void addTo(CommandLine tenon, String... arguments) {
        var first = arguments.length == 0 ? "" : arguments[0];
        var named = Optional.ofNullable(commands.get(first)).filter(_ -> !first.equals(COMPLETION));
        if (named.isPresent()) {
            tenon.addSubcommand(first, named.get().get());
        } else if (arguments.length == 1 && WITHOUT_COMMAND.contains(first)) {
            commands.forEach((name, command) -> tenon.addSubcommand(name, listed(command.get())));
        } else {
            commands.forEach((name, command) -> tenon.addSubcommand(name, command.get()));
        }
    }

    /** Returns what the list of commands shows of one. */
    private static CommandSpec listed(Object command) {
        if (command instanceof CommandLine group) {
            return group.getCommandSpec();
        }
        var annotation = Objects.requireNonNull(command.getClass().getAnnotation(Command.class));
        var spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage().header(annotation.header()).description(annotation.description());
        return spec;
    }
}
