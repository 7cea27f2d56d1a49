package dev.tenon.benchmarks.change;

import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code change}: install, upgrade and uninstall in a running host. */
@Command(
        name = "change",
        description = {
            "Installs, upgrades and uninstalls a generated plugin of three beans in a host that runs"
                    + " others, as a library in this process. A change is over when the class loader"
                    + " of what is gone was collected."
        })
public final class ChangeCommand implements Callable<Integer> {

    @Mixin ReportOptions output = new ReportOptions();

    @Option(
            names = "--plugins",
            paramLabel = "N",
            description = "How many other plugins run. Default: 10.")
    int plugins = 10;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many rounds of the three changes count. Default: 50.")
    int rounds = 50;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "How many rounds go before. Default: 50.")
    int warmUp = 50;

    @Override
    public Integer call() throws IOException {
        output.print(measure());
        return CommandLine.ExitCode.OK;
    }

    /** Measures as the options say. */
    public Report measure() throws IOException {
        return new ChangeBenchmark(plugins, warmUp, rounds).measure().report();
    }
}
