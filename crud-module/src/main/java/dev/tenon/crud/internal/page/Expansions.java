package dev.tenon.crud.internal.page;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.database.schema.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The steps from one table to others, and from there on.
 *
 * @param steps the first steps by their names, each with what follows it
 */
record Expansions(Map<String, Branch> steps) {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final String ID = "_id";

    /**
     * A step, and those that follow it.
     *
     * @param step where it leads
     * @param then from there on
     */
    record Branch(Step step, Expansions then) {}

    /**
     * A step between two tables.
     *
     * @param target the table that it leads to
     * @param from the column of the table that it comes from
     * @param to the column of the target that has the same value
     * @param isBack whether it leads to the rows that refer to one, and not to the one referred to
     */
    record Step(KnownTable target, KnownColumn from, KnownColumn to, boolean isBack) {}

    /**
     * Finds the way of each path.
     *
     * @param tables all tables by their names
     * @throws dev.tenon.crud.error.RequestException if there is none, or it is too long
     */
    static Expansions of(
            KnownTable table, List<String> paths, Map<String, KnownTable> tables, Limits limits) {
        var steps = new ArrayList<List<String>>();
        for (String path : paths) {
            var parts = List.of(DOT.split(path, -1));
            if (parts.size() > limits.maxExpandDepth()) {
                throw table.refused(
                        CrudError.LIMIT_EXCEEDED,
                        "The path '%s' has %d steps.".formatted(Refusals.shown(path), parts.size()),
                        "At most %d are allowed (tenon.crud.max-expand-depth)."
                                .formatted(limits.maxExpandDepth()));
            }
            steps.add(parts);
        }
        requireFew(table, steps, limits.maxExpandSteps());
        return from(table, steps, tables);
    }

    /** Each step is a query, and ways there and back again multiply the rows. */
    private static void requireFew(KnownTable table, List<List<String>> paths, int most) {
        var steps = new HashSet<List<String>>();
        for (List<String> path : paths) {
            for (int end = 1; end <= path.size(); end++) {
                steps.add(path.subList(0, end));
            }
            if (steps.size() > most) {
                throw table.refused(
                        CrudError.LIMIT_EXCEEDED,
                        "The paths along foreign keys from the table '%s' have more than %d steps."
                                .formatted(table.name(), most),
                        "That is the setting tenon.crud.max-expand-steps.");
            }
        }
    }

    private static Expansions from(
            KnownTable table, List<List<String>> paths, Map<String, KnownTable> tables) {
        var following = new LinkedHashMap<String, List<List<String>>>();
        for (List<String> path : paths) {
            if (!path.isEmpty()) {
                following
                        .computeIfAbsent(path.getFirst(), _ -> new ArrayList<>())
                        .add(path.subList(1, path.size()));
            }
        }
        var branches = new LinkedHashMap<String, Branch>();
        following.forEach((name, then) -> {
            var step = step(table, name, tables);
            branches.put(name, new Branch(step, from(step.target(), then, tables)));
        });
        return new Expansions(branches);
    }

    private static Step step(KnownTable table, String name, Map<String, KnownTable> tables) {
        var possible = possible(table, tables);
        var step = possible.get(name);
        if (step == null) {
            throw table.refusals()
                    .unknown(
                            CrudError.INVALID_EXPANSION,
                            "No step '%s' leads from the table '%s' to another."
                                    .formatted(Refusals.shown(name), table.name()),
                            name,
                            new TreeSet<>(possible.keySet()));
        }
        return step;
    }

    /**
     * Returns all steps by their names. What could be a step along a foreign key and one back is
     * the one along it; a table with several foreign keys to this one needs the name of the column.
     */
    private static Map<String, Step> possible(KnownTable table, Map<String, KnownTable> tables) {
        var found = new LinkedHashMap<String, Step>();
        for (ForeignKey key : table.table().foreignKeys()) {
            var target = tables.get(key.target());
            if (target != null && isFollowed(key, table, target)) {
                var column = key.columns().getFirst();
                found.put(
                        column,
                        new Step(target, table.require(column), referred(key, target), false));
            }
        }
        for (var entry : List.copyOf(found.entrySet())) {
            var column = entry.getKey();
            if (column.endsWith(ID) && table.find(bare(column)).isEmpty()) {
                found.putIfAbsent(bare(column), entry.getValue());
            }
        }
        tables.values().forEach(other -> addWaysBack(table, other, found));
        return found;
    }

    private static void addWaysBack(KnownTable table, KnownTable other, Map<String, Step> found) {
        var keys =
                other.table().foreignKeys().stream()
                        .filter(k -> k.target().equals(table.name()))
                        .filter(k -> isFollowed(k, other, table))
                        .toList();
        for (ForeignKey key : keys) {
            var column = key.columns().getFirst();
            var step = new Step(other, referred(key, table), other.require(column), true);
            found.putIfAbsent(other.name() + "(" + column + ")", step);
            if (keys.size() == 1) {
                found.putIfAbsent(other.name(), step);
            }
        }
    }

    /** One column leads to one; computed columns are not known. */
    private static boolean isFollowed(ForeignKey key, KnownTable from, KnownTable target) {
        var referred =
                key.targetColumns().isEmpty() ? target.table().primaryKey() : key.targetColumns();
        return key.columns().size() == 1
                && referred.size() == 1
                && from.find(key.columns().getFirst()).isPresent()
                && target.find(referred.getFirst()).isPresent();
    }

    private static KnownColumn referred(ForeignKey key, KnownTable target) {
        return key.targetColumns().isEmpty()
                ? target.key().getFirst()
                : target.require(key.targetColumns().getFirst());
    }

    private static String bare(String column) {
        return column.substring(0, column.length() - ID.length());
    }
}
