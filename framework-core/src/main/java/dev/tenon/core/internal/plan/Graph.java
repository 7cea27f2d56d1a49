package dev.tenon.core.internal.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds ways along which modules require each other. */
final class Graph {

    private Graph() {}

    /**
     * Returns the shortest way from one module to another along at least one edge, both included; a
     * module that requires itself through others has a way to itself.
     */
    static Optional<List<String>> path(String from, String to, Map<String, Set<String>> edges) {
        var cameFrom = new HashMap<String, String>();
        var queue = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>();
        while (!queue.isEmpty()) {
            var current = queue.remove();
            for (String next : edges.getOrDefault(current, Set.of())) {
                if (next.equals(to)) {
                    return Optional.of(way(from, current, to, cameFrom));
                }
                if (seen.add(next)) {
                    cameFrom.put(next, current);
                    queue.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> way(
            String from, String last, String to, Map<String, String> cameFrom) {
        var way = new ArrayList<String>(List.of(to));
        for (var at = last; !at.equals(from); at = cameFrom.getOrDefault(at, from)) {
            way.add(at);
        }
        way.add(from);
        return way.reversed();
    }
}
