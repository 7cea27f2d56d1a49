package dev.tenon.host.internal.command;

import dev.tenon.host.internal.json.VersionDocument;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.VersionReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tenon version}: what this program is and what it runs on. */
@Command(
        name = "version",
        description = "Prints the versions of Tenon and of the Java runtime.",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  tenon version", "  tenon version --json | jq -r .tenon"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {"0:success", "2:wrong usage", ExitCode.LIST_INTERNAL})
final class VersionCommand implements Callable<Integer> {

    private final Output output;

    @Option(names = "--json", description = "Print the versions as JSON.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text and exit.")
    boolean help;

    VersionCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        var version =
                new VersionDocument(
                        TenonVersion.text(),
                        Runtime.version().toString(),
                        System.getProperty("java.vendor", "unknown"),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("os.arch", "unknown"),
                        Locations.ofProcess().home().map(Path::toString));
        if (json) {
            output.print(version);
        } else {
            output.print(VersionReport.of(version, output.palette()));
        }
        return ExitCode.SUCCESS;
    }
}
