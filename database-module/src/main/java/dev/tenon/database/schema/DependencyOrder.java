package dev.tenon.database.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts each table after those it refers to. A circle is begun with its first table. */
final class DependencyOrder {

    private final Map<String, Table> byName = new LinkedHashMap<>();

    DependencyOrder(List<Table> tables) {
        tables.forEach(t -> byName.put(t.name(), t));
    }

    List<Table> tables() {
        var waiting = new LinkedHashSet<>(byName.keySet());
        var ordered = new ArrayList<Table>();
        while (!waiting.isEmpty()) {
            var next =
                    waiting.stream()
                            .filter(name -> isFree(name, waiting))
                            .findFirst()
                            .orElseGet(() -> firstInCircle(waiting));
            waiting.remove(next);
            ordered.add(table(next));
        }
        return List.copyOf(ordered);
    }

    private boolean isFree(String name, Set<String> waiting) {
        return targets(name).stream().noneMatch(waiting::contains);
    }

    /** Follows references until a table is met again: one that only leads to a circle can wait. */
    private String firstInCircle(Set<String> waiting) {
        var met = new ArrayList<String>();
        var name = waiting.iterator().next();
        while (!met.contains(name)) {
            met.add(name);
            name = targets(name).stream().filter(waiting::contains).findFirst().orElseThrow();
        }
        var circle = met.subList(met.indexOf(name), met.size());
        return waiting.stream().filter(circle::contains).findFirst().orElseThrow();
    }

    private List<String> targets(String name) {
        return table(name).foreignKeys().stream()
                .map(ForeignKey::target)
                // One that is found in a database may lead to a table that is not there.
                .filter(target -> !target.equals(name) && byName.containsKey(target))
                .toList();
    }

    private Table table(String name) {
        var table = byName.get(name);
        if (table == null) {
            throw new IllegalStateException("A checked schema refers to its own tables: " + name);
        }
        return table;
    }
}
