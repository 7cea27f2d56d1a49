package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How one case compares with others that were measured in the same rounds. */
final class Shares {

    private Shares() {}

    /** Returns the rate as a share of the best of the others, round by round. */
    static Optional<Spread> ofTheBest(CaseFigures one, List<CaseFigures> others) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Spread.of(
                        IntStream.range(0, one.rounds().size())
                                .mapToObj(round ->
                                        one.rounds().get(round)
                                                / others.stream()
                                                        .mapToDouble(o -> o.rounds().get(round))
                                                        .max()
                                                        .orElseThrow())
                                .toList()));
    }
}
