package dev.tenon.host.internal.command;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.json.FailureDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.ProblemText;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells why a command failed: the problem in words, as JSON to a program that has asked for that
 * and got nothing, and a stack only to those who ask.
 */
final class ExecutionErrors implements IExecutionExceptionHandler {

    private static final String STACKTRACE = "--stacktrace";
    private static final String JSON = "--json";

    private final Output output;

    ExecutionErrors(Output output) {
        this.output = output;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult all) {
        var stack = command.getParseResult().hasMatchedOption(STACKTRACE);
        if (e instanceof TenonException known) {
            output.tell(ProblemText.line(known.problem(), output.palette()));
        } else {
            output.tell(
                    output.palette().error("Internal error: ")
                            + Problem.describe(e)
                            + (stack ? "" : " " + STACKTRACE + " shows where; please report it."));
        }
        if (stack) {
            e.printStackTrace(output.err());
            output.err().flush();
        }
        if (command.getParseResult().hasMatchedOption(JSON) && !output.hasPrinted()) {
            output.print(FailureDocument.of(problem(e)));
        }
        return ExitCode.of(e);
    }

    private static Problem problem(Exception e) {
        return e instanceof TenonException known
                ? known.problem()
                : Problem.error(
                        ProgramError.INTERNAL,
                        "The command has failed by an error of Tenon itself.",
                        Problem.describe(e),
                        ProgramError.INTERNAL.remedy());
    }
}
