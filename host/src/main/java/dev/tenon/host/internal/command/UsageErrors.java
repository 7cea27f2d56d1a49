package dev.tenon.host.internal.command;

import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.Output;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, and what was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {

    private final Output output;

    UsageErrors(Output output) {
        this.output = output;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        output.tell(output.palette().error(String.valueOf(e.getMessage())));
        UnmatchedArgumentException.printSuggestions(e, output.err());
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        output.tell("'" + command + " --help' shows what is possible.");
        return ExitCode.USAGE;
    }
}
