package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.measure.ProductRounds;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
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

    @Mixin ProductRounds rounds = new ProductRounds();

    @Option(
            names = "--rival",
            paramLabel = "RIVAL",
            split = ",",
            description =
                    "What is measured besides raw JDBC: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Rival> rivals = List.of(Rival.values());

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
                        rounds.products(), List.copyOf(measured), rounds.rounds(), rounds.fork())
                .measure()
                .report();
    }
}
