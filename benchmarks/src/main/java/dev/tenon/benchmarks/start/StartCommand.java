package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code start}: processes of the runtime image, from their start until they are ready. */
@Command(
        name = "start",
        description = {
            "Starts the runtime image with generated plugins of three beans, with and without the"
                    + " start cache, and measures until every module has started: CPU time, wall"
                    + " time, peak resident memory, and what is alive after a full collection. Also"
                    + " 'tenon --help'."
        })
public final class StartCommand implements Callable<Integer> {

    @Mixin ReportOptions output = new ReportOptions();

    @Option(
            names = "--plugins",
            paramLabel = "N",
            split = ",",
            description = "How many plugins, several separated by commas. Default: 1,10,100,200.")
    List<Integer> plugins = List.of(1, 10, 100, 200);

    @Option(
            names = "--cache",
            paramLabel = "CACHE",
            split = ",",
            description =
                    "With or without the cache that 'tenon optimize' makes: ${COMPLETION-CANDIDATES}."
                            + " Default: both.")
    List<StartCache> caches = List.of(StartCache.WITHOUT, StartCache.WITH);

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "How often each is measured, after one run that does not count. Default: 9.")
    int runs = 9;

    @Option(
            names = "--image",
            paramLabel = "FOLDER",
            description = "The runtime image. Default: host/target/tenon.")
    Path image = Path.of("host", "target", "tenon");

    @Option(
            names = "--java-options",
            paramLabel = "TEXT",
            description = "Arguments for the image's JVM, as in TENON_JAVA_OPTS. Default: none.")
    String javaOptions = "";

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        var measured = TenonImage.in(image, javaOptions);
        try {
            return new StartBenchmark(
                            measured,
                            plugins.stream().distinct().sorted().toList(),
                            available(measured),
                            runs)
                    .measure()
                    .report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted.", e));
        }
    }

    private List<StartCache> available(TenonImage measured)
            throws IOException, InterruptedException {
        if (!caches.contains(StartCache.WITH) || measured.makeCache()) {
            return caches;
        }
        System.err.println("This image knows no cache, so it is measured without one.");
        return List.of(StartCache.WITHOUT);
    }
}
