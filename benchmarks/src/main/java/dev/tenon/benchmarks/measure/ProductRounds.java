package dev.tenon.benchmarks.measure;

import dev.tenon.benchmarks.sql.Product;
import java.util.List;
import picocli.CommandLine.Option;

/** Which databases are measured, how often, and how long in each process. */
public final class ProductRounds {

    @Option(
            names = "--product",
            paramLabel = "PRODUCT",
            split = ",",
            description = "Which databases: ${COMPLETION-CANDIDATES}. Default: both.")
    List<Product> products = List.of(Product.values());

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured. Default: ${DEFAULT-VALUE}.")
    int rounds = 3;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description =
                    "What does not count at the begin of each process. Default: ${DEFAULT-VALUE}.")
    int warmUp = 5;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "How long each is measured in a round. Default: ${DEFAULT-VALUE}.")
    int seconds = 3;

    @Option(names = "--quick", description = "One round of one second after one.")
    boolean quick;

    /** Returns which databases are measured. */
    public List<Product> products() {
        return products;
    }

    /** Returns how many rounds there are. */
    public int rounds() {
        return quick ? 1 : rounds;
    }

    /** Returns what happens in each process. */
    public Fork fork() {
        return quick ? new Fork(1, 1) : new Fork(warmUp, seconds);
    }

    /** Returns whether a first look is enough. */
    public boolean isQuick() {
        return quick;
    }
}
