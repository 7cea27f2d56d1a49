package dev.tenon.benchmarks.measure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A figure of several runs.
 *
 * @param median the middle one; of an even number, the mean of the two in the middle
 */
public record Spread(double least, double median, double most) {

    /** Returns the spread of at least one figure. */
    public static Spread of(Collection<Double> figures) {
        var sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("No run, no figure.");
        }
        int upper = sorted.length / 2;
        int lower = (sorted.length - 1) / 2;
        return new Spread(
                sorted[0], (sorted[lower] + sorted[upper]) / 2, sorted[sorted.length - 1]);
    }

    /**
     * Returns the spread of what one thing reached of another, round by round: a machine is not the
     * same for long.
     *
     * @param figures one of each round, at least one
     * @param whole those of the same rounds that they are shares of
     */
    public static Spread ofShares(List<Double> figures, List<Double> whole) {
        return of(
                IntStream.range(0, figures.size())
                        .mapToObj(round -> figures.get(round) / whole.get(round))
                        .toList());
    }

    /** Returns a figure with the given number of decimals. */
    public static String decimals(double figure, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }

    /** Returns a figure of some thousands as such: {@code 12.3k}. */
    public static String thousands(double figure) {
        return figure < 1_000
                ? String.format(Locale.ROOT, "%.0f", figure)
                : String.format(Locale.ROOT, figure < 100_000 ? "%.1fk" : "%.0fk", figure / 1_000);
    }

    /** Returns {@code median (least–most)} with the given number of decimals. */
    public String text(int decimals) {
        var format = "%." + decimals + "f";
        return String.format(
                Locale.ROOT, format + " (" + format + "–" + format + ")", median, least, most);
    }
}
