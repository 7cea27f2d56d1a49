package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.measure.Fork;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sessions}: SELECT by key and INSERT, one caller. */
@Command(
        name = "sessions",
        description = {
            "Reads rows by their key and adds rows, one caller, a transaction for each: through the"
                    + " sessions of a module, and with what else there is in Java. SQLite does not"
                    + " wait for the disk here (synchronous=NORMAL), nor does PostgreSQL, which is"
                    + " started for it. Each is a process of JMH."
        })
public final class SessionsCommand implements Callable<Integer> {

    @Mixin ReportOptions output = new ReportOptions();

    @Option(
            names = "--product",
            paramLabel = "PRODUCT",
            split = ",",
            description = "Which databases: ${COMPLETION-CANDIDATES}. Default: both.")
    List<Product> products = List.of(Product.values());

    @Option(
            names = "--rival",
            paramLabel = "RIVAL",
            split = ",",
            description =
                    "What is measured besides raw JDBC: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Rival> rivals = List.of(Rival.values());

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured. Default: 3.")
    int rounds = 3;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "What does not count at the begin of each process. Default: 5.")
    int warmUp = 5;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "How long each is measured in a round. Default: 3.")
    int seconds = 3;

    @Option(names = "--quick", description = "One round of one second after one.")
    boolean quick;

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        var measured = EnumSet.of(Rival.RAW);
        measured.addAll(rivals);
        return new SessionsBenchmark(
                        products,
                        List.copyOf(measured),
                        quick ? 1 : rounds,
                        quick ? new Fork(1, 1) : new Fork(warmUp, seconds))
                .measure()
                .report();
    }
}
