package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.DatabaseRounds;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code databases}: opening many, and having many at rest. */
@Command(
        name = "databases",
        description = {
            "Opens SQLite databases that are there and up to date, and checks them, as it is done"
                    + " for modules and with a pool for each. Then starts a host in this process"
                    + " with as many modules, each of which writes to its database and reads from"
                    + " it once, and counts the threads of the process."
        })
public final class DatabasesCommand implements Callable<Integer> {

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
            return new DatabasesBenchmark(rounds.databases(), rounds.warmUp(), rounds.rounds())
                    .measure()
                    .report();
        } catch (SQLException e) {
            throw new IOException("The databases cannot be measured: " + e.getMessage(), e);
        }
    }
}
