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
                                .filter(n -> distance(wrong, n) <= n.length() / 3)
                                .min(Comparator.comparingInt(n -> distance(wrong, n))));
    }

    /** Returns how many letters have to be added, removed or replaced (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
