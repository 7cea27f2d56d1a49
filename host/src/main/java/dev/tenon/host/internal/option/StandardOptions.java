package dev.tenon.host.internal.option;

import picocli.CommandLine.Option;

/** The options of every command that can fail in more than one way. */
public final class StandardOptions {

    @Option(
            names = "--stacktrace",
            description =
                    "Print the stack traces of errors, not only what happened and what to do.")
    boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text and exit.")
    boolean help;
}
