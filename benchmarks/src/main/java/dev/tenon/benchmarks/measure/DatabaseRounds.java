package dev.tenon.benchmarks.measure;

import picocli.CommandLine.Option;

/** How many databases are measured, and how often. */
public final class DatabaseRounds {

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
            description = "How many rounds go before, at least 1. Default: 3.")
    int warmUp = 3;

    @Option(names = "--quick", description = "One round after one.")
    boolean quick;

    /** Returns how many databases there are. */
    public int databases() {
        return databases;
    }

    /** Returns how many rounds count. */
    public int rounds() {
        return quick ? 1 : rounds;
    }

    /** Returns how many rounds go before. */
    public int warmUp() {
        return quick ? 1 : Math.max(1, warmUp);
    }
}
