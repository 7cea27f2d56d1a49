package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            description =
                    "How many rounds go before, at least 1: it creates the databases. Default: 3.")
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
            return new DatabasesBenchmark(
                            databases, quick ? 1 : Math.max(1, warmUp), quick ? 1 : rounds)
                    .measure()
                    .report();
        } catch (SQLException e) {
            throw new IOException("The databases cannot be measured: " + e.getMessage(), e);
        }
    }
}
