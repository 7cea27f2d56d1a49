package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.measure.DatabaseRounds;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin DatabaseRounds rounds = new DatabaseRounds();

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        try {
            return new MigrationsBenchmark(rounds.databases(), rounds.warmUp(), rounds.rounds())
                    .measure()
                    .report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The measurement was interrupted", e);
        }
    }
}
