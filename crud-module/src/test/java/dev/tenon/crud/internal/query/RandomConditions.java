package dev.tenon.crud.internal.query;

import dev.tenon.crud.internal.query.Library.Genre;
import dev.tenon.crud.internal.query.LiveLibrary.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conditions made by chance, as a query has them and as Java has them. */
final class RandomConditions {

    /**
     * A condition.
     *
     * @param truth whether a book meets it; null if that is unknown, as a value is missing
     */
    record Sample(String text, Function<Book, Boolean> truth) {}

    private static final String[] LETTERS = {"a", "A", "ä", "[", "*", "?", "\\", "!", "'"};
    private static final List<String> OPERATORS = List.of("=", "<>", "<", "<=", ">", ">=");

    private final Random random;

    RandomConditions(long seed) {
        random = new Random(seed);
    }

    String word() {
        return random.ints(random.nextInt(4), 0, LETTERS.length)
                .mapToObj(i -> LETTERS[i])
                .collect(Collectors.joining());
    }

    Book book(String isbn) {
        return new Book(
                isbn,
                word(),
                random.nextInt(3) == 0 ? null : word(),
                random.nextInt(11) - 5,
                null,
                random.nextInt(3) == 0 ? null : random.nextInt(8) / 4.0,
                random.nextInt(3) == 0 ? null : Genre.values()[random.nextInt(3)],
                null,
                null,
                null,
                random.nextBoolean(),
                'x',
                null,
                null,
                0);
    }

    Sample next(int depth) {
        if (depth == 0) {
            return atom();
        }
        return switch (random.nextInt(5)) {
            case 0 -> {
                var inner = next(depth - 1);
                yield new Sample("not (" + inner.text() + ")", b -> not(inner.truth().apply(b)));
            }
            case 1 -> several("and", false, depth);
            case 2 -> several("or", true, depth);
            default -> atom();
        };
    }

    /**
     * Joins conditions; one that is the decisive value decides, one that is unknown matters else.
     */
    private Sample several(String word, boolean decisive, int depth) {
        var samples = new ArrayList<Sample>();
        for (int i = random.nextInt(3); i >= -1; i--) {
            samples.add(next(depth - 1));
        }
        return new Sample(
                samples.stream()
                        .map(s -> "(" + s.text() + ")")
                        .collect(Collectors.joining(" " + word + " ")),
                b -> {
                    Boolean result = !decisive;
                    for (var sample : samples) {
                        var truth = sample.truth().apply(b);
                        if (truth == null) {
                            result = null;
                        } else if (truth == decisive) {
                            return decisive;
                        }
                    }
                    return result;
                });
    }

    private Sample atom() {
        return switch (random.nextInt(11)) {
            case 0 -> compared("pages", Book::pages, random.nextInt(11) - 5);
            case 1 -> compared("weight", Book::weight, random.nextInt(8) / 4.0);
            case 2 -> equal("subtitle", Book::subtitle);
            case 3 -> equal("title", Book::title);
            case 4 -> like();
            case 5 -> range();
            case 6 -> list();
            case 7 -> computed();
            case 8 -> absent();
            case 9 -> new Sample("lent = true", Book::lent);
            default -> genre();
        };
    }

    private <T extends Comparable<T>> Sample compared(
            String attribute, Function<Book, T> value, T limit) {
        var operator = pick(OPERATORS);
        var test = test(operator);
        return new Sample(
                attribute + " " + operator + " " + limit,
                b ->
                        value.apply(b) == null
                                ? null
                                : (Boolean) test.test(value.apply(b).compareTo(limit)));
    }

    private Sample equal(String attribute, Function<Book, String> value) {
        var word = word();
        boolean isEqual = random.nextBoolean();
        return new Sample(
                attribute + (isEqual ? " = " : " <> ") + quoted(word),
                b ->
                        value.apply(b) == null
                                ? null
                                : (Boolean) (value.apply(b).equals(word) == isEqual));
    }

    private Sample like() {
        var pattern = word() + pick(List.of("%", "_", "%_", "")) + word() + pick(List.of("%", ""));
        var regex =
                pattern.codePoints()
                        .mapToObj(c ->
                                switch (c) {
                                    case '%' -> ".*";
                                    case '_' -> ".";
                                    default -> Pattern.quote(Character.toString(c));
                                })
                        .collect(Collectors.joining());
        boolean isLike = random.nextBoolean();
        return new Sample(
                "subtitle " + (isLike ? "" : "not ") + "like " + quoted(pattern),
                b ->
                        b.subtitle() == null
                                ? null
                                : (Boolean) (b.subtitle().matches(regex) == isLike));
    }

    private Sample range() {
        int low = random.nextInt(11) - 5;
        int high = random.nextInt(11) - 5;
        boolean isWithin = random.nextBoolean();
        return new Sample(
                "pages " + (isWithin ? "" : "not ") + "between " + low + " and " + high,
                b -> (b.pages() >= low && b.pages() <= high) == isWithin);
    }

    private Sample list() {
        var words = List.of(word(), word(), word());
        boolean isOne = random.nextBoolean();
        return new Sample(
                words.stream()
                        .map(RandomConditions::quoted)
                        .collect(
                                Collectors.joining(
                                        ", ", isOne ? "subtitle in (" : "subtitle not in (", ")")),
                b ->
                        b.subtitle() == null
                                ? null
                                : (Boolean) (words.contains(b.subtitle()) == isOne));
    }

    private Sample computed() {
        int factor = random.nextInt(5) - 2;
        int divisor = random.nextInt(3) + 1;
        int added = random.nextInt(5) - 2;
        int limit = random.nextInt(9) - 4;
        var operator = pick(OPERATORS);
        var test = test(operator);
        return new Sample(
                "length(title) + pages * %d / %d - abs(%d) %s %d"
                        .formatted(factor, divisor, added, operator, limit),
                b -> {
                    int length = b.title().codePointCount(0, b.title().length());
                    int value = length + b.pages() * factor / divisor - Math.abs(added);
                    return test.test(Integer.compare(value, limit));
                });
    }

    private Sample absent() {
        boolean isAbsent = random.nextBoolean();
        return new Sample(
                "title || subtitle is " + (isAbsent ? "" : "not ") + "null",
                b -> (b.subtitle() == null) == isAbsent);
    }

    private Sample genre() {
        var genre = Genre.values()[random.nextInt(3)];
        return new Sample(
                "genre = Genre." + genre,
                b -> b.genre() == null ? null : (Boolean) (b.genre() == genre));
    }

    private static IntPredicate test(String operator) {
        return switch (operator) {
            case "=" -> c -> c == 0;
            case "<>" -> c -> c != 0;
            case "<" -> c -> c < 0;
            case "<=" -> c -> c <= 0;
            case ">" -> c -> c > 0;
            default -> c -> c >= 0;
        };
    }

    private static Boolean not(Boolean truth) {
        return truth == null ? null : !truth;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
