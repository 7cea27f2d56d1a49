package dev.tenon.database.internal.difference;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds for named things of one schema those of the other: by a declared former name where the name
 * itself is not there yet or goes on as another one, by the name else. Nothing is guessed.
 *
 * @param <T> tables or columns
 */
final class Pairs<T> {

    /**
     * Two that are the same thing.
     *
     * @param from the one of the first schema
     * @param to the one of the second
     */
    record Pair<T>(T from, T to) {}

    private final Map<String, T> from = new LinkedHashMap<>();
    private final List<T> to;
    private final Function<T, String> name;
    private final Function<T, List<String>> formerNames;
    private final UnaryOperator<String> folded;
    private final Set<String> taken = new HashSet<>();
    private final Map<T, Pair<T>> pairs = new HashMap<>();
    private final List<Pair<T>> renamed = new ArrayList<>();

    Pairs(
            List<T> from,
            List<T> to,
            Function<T, String> name,
            Function<T, List<String>> formerNames,
            UnaryOperator<String> folded) {
        this.to = to;
        this.name = name;
        this.formerNames = formerNames;
        this.folded = folded;
        exactFirst(from, to).forEach(this::add);
        boolean isSettled = false;
        while (!isSettled) {
            isSettled = to.stream().noneMatch(this::rename);
        }
        to.forEach(this::match);
    }

    /**
     * A database may have two that differ in case alone: the exact one is meant, if there is one.
     */
    private Stream<T> exactFirst(List<T> from, List<T> to) {
        var exact = to.stream().map(name).collect(toSet());
        return from.stream().sorted(comparing(t -> !exact.contains(name.apply(t))));
    }

    /** The other one has a key of its own, which nothing leads to: no name holds this character. */
    private void add(T thing) {
        var key = folded(thing);
        from.put(from.containsKey(key) ? name.apply(thing) + '\0' : key, thing);
    }

    private String folded(T thing) {
        return folded.apply(name.apply(thing));
    }

    private boolean isFree(String foldedName) {
        return from.containsKey(foldedName) && !taken.contains(foldedName);
    }

    /** Whoever takes a name leaves the one of that name to look for its own. */
    private boolean rename(T thing) {
        if (pairs.containsKey(thing) || isFree(folded(thing))) {
            return false;
        }
        var former = formerNames.apply(thing).stream().map(folded).filter(this::isFree).findFirst();
        former.ifPresent(f -> renamed.add(join(f, thing)));
        return former.isPresent();
    }

    private void match(T thing) {
        if (!pairs.containsKey(thing) && isFree(folded(thing))) {
            join(folded(thing), thing);
        }
    }

    private Pair<T> join(String foldedName, T thing) {
        var pair = new Pair<>(Optional.ofNullable(from.get(foldedName)).orElseThrow(), thing);
        taken.add(foldedName);
        pairs.put(thing, pair);
        return pair;
    }

    /** Returns those that have got another name, in an order in which no name is taken twice. */
    List<Pair<T>> renamed() {
        return renamed;
    }

    /** Returns all that are in both, in the order of the second. */
    List<Pair<T>> both() {
        return to.stream().flatMap(t -> Optional.ofNullable(pairs.get(t)).stream()).toList();
    }

    /** Returns those that only the second has. */
    List<T> added() {
        return to.stream().filter(t -> !pairs.containsKey(t)).toList();
    }

    /** Returns those that only the first has. */
    List<T> dropped() {
        return from.entrySet().stream()
                .filter(e -> !taken.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns what the one of the first schema that has the name is called in the second. */
    String newName(String old) {
        var wanted = folded.apply(old);
        return pairs.values().stream()
                .filter(p -> folded(p.from()).equals(wanted))
                .findFirst()
                .map(p -> name.apply(p.to()))
                .orElse(old);
    }
}
