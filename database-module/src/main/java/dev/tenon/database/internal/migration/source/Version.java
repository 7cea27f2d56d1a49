package dev.tenon.database.internal.migration.source;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of a migration: numbers with points between them, compared number by number. Zeros at
 * the end mean nothing: 1 and 1.0 are the same version.
 *
 * @param numbers without zeros at the end
 */
public record Version(List<BigInteger> numbers) implements Comparable<Version> {

    /** Stands for a database before its first migration. */
    public static final Version ZERO = new Version(List.of());

    private static final Pattern FORM = Pattern.compile("\\d{1,18}(?:[._]\\d{1,18})*");

    public Version {
        int length = numbers.size();
        while (length > 0 && numbers.get(length - 1).signum() == 0) {
            length--;
        }
        numbers = List.copyOf(numbers.subList(0, length));
    }

    /**
     * Returns the version that the text says, with points or underscores; nothing if it is none.
     */
    public static Optional<Version> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(
                        new Version(
                                Arrays.stream(text.split("[._]")).map(BigInteger::new).toList()))
                : Optional.empty();
    }

    /** Returns whether it is {@link #ZERO}. */
    boolean isZero() {
        return numbers.isEmpty();
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    /** Returns the numbers with points between them. */
    @Override
    public String toString() {
        return numbers.isEmpty()
                ? "0"
                : String.join(".", numbers.stream().map(BigInteger::toString).toList());
    }
}
