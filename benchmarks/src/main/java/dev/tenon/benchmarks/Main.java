package dev.tenon.benchmarks;

/** The program behind {@code benchmarks/run}. */
public final class Main {

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(BenchmarksCommand.commandLine().execute(args));
    }
}
