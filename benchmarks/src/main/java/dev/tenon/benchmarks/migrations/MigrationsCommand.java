package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrations}: many databases, brought to the version of their modules. */
@Command(
        name = "migrations",
        description = {
            "Makes SQLite databases by three migrations, brings them to a fourth one, and opens them"
                    + " once more when there is nothing to do: as it is done for modules, one after"
                    + " the other and two at once, and with Flyway alone."
        })
public final class MigrationsCommand implements Callable<Integer> {

    @Mixin ReportOptions output = new ReportOptions();

    @Option(
            names = "--databases",
            paramLabel = "N",
            description = "How many databases. Default: 100.")
    int databases = 100;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many rounds count. Default: 5.")
    int rounds = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "How many rounds go before. Default: 3.")
    int warmUp = 3;

    @Option(names = "--quick", description = "One round after one.")
    boolean quick;

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        try {
            return new MigrationsBenchmark(databases, quick ? 1 : warmUp, quick ? 1 : rounds)
                    .measure()
                    .report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The measurement was interrupted", e);
        }
    }
}
