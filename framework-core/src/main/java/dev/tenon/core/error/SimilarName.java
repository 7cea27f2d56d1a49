package dev.tenon.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name was meant, for errors that tell what to do. */
public final class SimilarName {

    private SimilarName() {}

    /**
     * Returns the name that ends with a dot and the given one, else the one that differs from it in
     * the fewest letters, at most a third of them.
     */
    public static Optional<String> of(String wrong, Collection<String> names) {
        return names.stream()
                .filter(name -> name.endsWith("." + wrong))
                .findFirst()
                .or(() ->
                        names.stream()
                                // A name far longer or shorter differs in too many letters, and a
                                // long one would take time to compare.
                                .filter(n ->
                                        Math.abs(wrong.length() - n.length()) <= n.length() / 3)
                                .filter(n -> distance(wrong, n) <= n.length() / 3)
                                .min(Comparator.comparingInt(n -> distance(wrong, n))));
    }

    /**
     * Returns how many letters have to be added, removed or replaced, or to change places with the
     * next one (Damerau and Levenshtein, each place changed once at most).
     */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean isSame = from.charAt(i - 1) == to.charAt(j - 1);
        int least =
                Math.min(
                        cost[i - 1][j - 1] + (isSame ? 0 : 1),
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean isSwapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
