package dev.tenon.database.internal.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds for constraints those that say the same, each for one other: by their names first, where
 * several do.
 *
 * @param <T> one kind of constraint
 */
final class Likeness<T> {

    private final Function<T, String> name;
    private final List<T> dropped;
    private final List<T> added = new ArrayList<>();

    /**
     * @param isSame whether one of the first and one of the second say the same
     */
    Likeness(List<T> from, List<T> to, Function<T, String> name, BiPredicate<T, T> isSame) {
        this.name = name;
        this.dropped = new ArrayList<>(from);
        var rest = new ArrayList<T>();
        for (T wanted : to) {
            if (!takeOut(f -> hasName(f, wanted) && isSame.test(f, wanted))) {
                rest.add(wanted);
            }
        }
        for (T wanted : rest) {
            if (!takeOut(f -> isSame.test(f, wanted))) {
                added.add(wanted);
            }
        }
    }

    private boolean takeOut(Predicate<T> condition) {
        var found = dropped.stream().filter(condition).findFirst();
        found.ifPresent(dropped::remove);
        return found.isPresent();
    }

    private boolean hasName(T found, T wanted) {
        var wantedName = name.apply(wanted);
        return !wantedName.isEmpty() && wantedName.equalsIgnoreCase(name.apply(found));
    }

    /** Returns those of the first for which there is none. */
    List<T> dropped() {
        return dropped;
    }

    /** Returns those of the second for which there is none. */
    List<T> added() {
        return added;
    }

    /** Returns what is added under the name of one that is dropped. */
    Optional<T> replacement(T dropped) {
        return added.stream().filter(a -> hasName(dropped, a)).findFirst();
    }
}
