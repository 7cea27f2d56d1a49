package dev.tenon.benchmarks;

import dev.tenon.benchmarks.change.ChangeCommand;
import dev.tenon.benchmarks.report.DocumentRegion;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.start.StartCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code document}: measures every topic and writes the figures into the documentation. */
@Command(
        name = "document",
        description = {
            "Measures everything with the default options and puts the figures into a document,"
                    + " between the lines <!-- figures: TOPIC --> and <!-- end of figures -->."
        })
final class DocumentCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "docs/performance.md",
            description = "The document. Default: ${DEFAULT-VALUE}.")
    Path file = Path.of("docs", "performance.md");

    @Override
    public Integer call() throws IOException {
        for (String topic : List.of("start", "change")) {
            // Before minutes are spent on it.
            DocumentRegion.of(file, topic);
        }
        write("start", new StartCommand().measure());
        write("change", new ChangeCommand().measure());
        return CommandLine.ExitCode.OK;
    }

    private void write(String topic, Report report) throws IOException {
        DocumentRegion.of(file, topic).replace(report.markdown("benchmarks/run document"));
        System.err.println(file + ": wrote the figures of " + topic);
    }
}
