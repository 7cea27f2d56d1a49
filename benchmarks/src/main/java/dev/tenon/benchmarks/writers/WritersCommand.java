package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import dev.tenon.benchmarks.sql.Synchronous;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code writers}: many callers of one SQLite file. */
@Command(
        name = "writers",
        description = {
            "Lets many callers at once write to a SQLite file, through the sessions of a module and"
                    + " through a pool of ten connections: rows that are added, a row that is read"
                    + " and then changed, reads among writers, and callers on virtual threads."
        })
public final class WritersCommand implements Callable<Integer> {

    @Mixin ReportOptions output = new ReportOptions();

    @Option(
            names = "--synchronous",
            paramLabel = "WAY",
            split = ",",
            description =
                    "How SQLite waits for the disk: ${COMPLETION-CANDIDATES}. Default: both ways.")
    List<Synchronous> synchronous = List.of(Synchronous.values());

    @Option(
            names = "--callers",
            paramLabel = "N",
            split = ",",
            description =
                    "How many callers write, several numbers separated by commas. Default:"
                            + " 1,4,16,64.")
    List<Integer> callers = List.of(1, 4, 16, 64);

    @Option(
            names = "--crowd",
            paramLabel = "N",
            description = "How many callers on virtual threads. Default: 1000.")
    int crowd = 1_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured. Default: 3.")
    int rounds = 3;

    @Option(
            names = "--milliseconds",
            paramLabel = "N",
            description =
                    "How long each is measured in a round, after half of it that does not count."
                            + " Default: 2000.")
    int milliseconds = 2_000;

    @Option(names = "--quick", description = "One round of half a second.")
    boolean quick;

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        var measured = Duration.ofMillis(quick ? 500 : milliseconds);
        try {
            return new WritersBenchmark(
                            synchronous.stream().distinct().toList(),
                            callers.stream().distinct().sorted().toList(),
                            crowd,
                            quick ? 1 : rounds,
                            new Load(measured.dividedBy(2), measured))
                    .measure()
                    .report();
        } catch (SQLException e) {
            throw new IOException("The files cannot be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted.", e));
        }
    }
}
