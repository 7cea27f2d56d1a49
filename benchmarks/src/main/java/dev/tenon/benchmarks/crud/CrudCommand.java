package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.measure.ProductRounds;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import dev.tenon.benchmarks.sql.Synchronous;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crud}: what programs do with tables most. */
@Command(
        name = "crud",
        description = {
            "Finds, adds and changes articles of a catalogue, reads pages of it, and adds many at"
                    + " once, one caller: through Tenon, and with what else there is in Java. First"
                    + " each way is verified: it reads and writes the same as raw JDBC. Each is a"
                    + " process of JMH."
        })
public final class CrudCommand implements Callable<Integer> {

    private static final int QUICK_ARTICLES = 20_000;
    private static final int QUICK_BULK = 5_000;

    @Mixin ReportOptions output = new ReportOptions();

    @Mixin ProductRounds rounds = new ProductRounds();

    @Option(
            names = "--way",
            paramLabel = "WAY",
            split = ",",
            description =
                    "What is measured besides raw JDBC: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Way> ways = List.of(Way.values());

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            split = ",",
            description = "What is done: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Operation> operations = List.of(Operation.values());

    @Option(
            names = "--synchronous",
            paramLabel = "WAY",
            description =
                    "How the databases wait for the disk: ${COMPLETION-CANDIDATES}. Default:"
                            + " ${DEFAULT-VALUE}.")
    Synchronous synchronous = Synchronous.FULL;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description =
                    "How many articles there are, at least 1000. Default: 1000000, with --quick"
                            + " 20000.")
    int articles = 1_000_000;

    @Option(
            names = "--bulk",
            paramLabel = "N",
            description = "How many are added at once. Default: 100000, with --quick 5000.")
    int bulk = 100_000;

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        try {
            return new CrudBenchmark(plan()).measure().report();
        } catch (SQLException e) {
            throw new IOException("The catalogue cannot be made: " + e.getMessage(), e);
        }
    }

    private CrudPlan plan() {
        var measured = EnumSet.of(Way.RAW);
        measured.addAll(ways);
        return new CrudPlan(
                rounds.products(),
                List.copyOf(measured),
                List.copyOf(EnumSet.copyOf(operations)),
                synchronous,
                rounds.isQuick() ? QUICK_ARTICLES : Math.max(1_000, articles),
                rounds.isQuick() ? QUICK_BULK : bulk,
                rounds.rounds(),
                rounds.fork());
    }
}
