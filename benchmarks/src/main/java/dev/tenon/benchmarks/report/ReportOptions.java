package dev.tenon.benchmarks.report;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a report is printed. */
public final class ReportOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @ArgGroup(exclusive = true)
    Format format = new Format();

    static final class Format {
        @Option(names = "--markdown", description = "Print the tables as Markdown.")
        boolean markdown;

        @Option(names = "--json", description = "Print the figures as JSON.")
        boolean json;
    }

    /** Prints to standard output. */
    public void print(Report report) {
        var root = command.root();
        var arguments = root.commandLine().getParseResult().originalArgs();
        var out = root.commandLine().getOut();
        if (format.json) {
            out.print(report.json());
        } else if (format.markdown) {
            out.print(report.markdown(root.name() + " " + String.join(" ", arguments)));
        } else {
            out.print(report.text());
        }
        out.flush();
    }
}
