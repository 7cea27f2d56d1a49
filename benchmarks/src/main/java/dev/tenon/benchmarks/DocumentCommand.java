package dev.tenon.benchmarks;

import dev.tenon.benchmarks.report.DocumentRegion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code document}: measures topics and writes the figures into the documentation. */
@Command(
        name = "document",
        description = {
            "Measures with the default options and puts the figures into a document,"
                    + " between the lines <!-- figures: TOPIC --> and <!-- end of figures -->."
        })
final class DocumentCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "docs/performance.md",
            description = "The document. Default: ${DEFAULT-VALUE}.")
    Path file = Path.of("docs", "performance.md");

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            split = ",",
            description = "Which topics: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Topic> topics = List.of(Topic.values());

    @Override
    public Integer call() throws IOException {
        for (Topic topic : topics) {
            // Before minutes are spent on it.
            DocumentRegion.of(file, topic.toString());
        }
        for (Topic topic : topics) {
            write(topic);
        }
        return CommandLine.ExitCode.OK;
    }

    private void write(Topic topic) throws IOException {
        var command = "benchmarks/run document";
        DocumentRegion.of(file, topic.toString()).replace(topic.measure().markdown(command));
        System.err.println(file + ": wrote the figures of " + topic);
    }
}
