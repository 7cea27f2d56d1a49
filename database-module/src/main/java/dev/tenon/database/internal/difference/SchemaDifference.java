package dev.tenon.database.internal.difference;

import java.util.List;

/**
 * What has to change for one schema to become another.
 *
 * @param changes the changes in an order in which they can be made: names first, then what goes out
 *     of the way, then columns, tables in the order of their dependencies, and what is between
 *     tables last
 */
public record SchemaDifference(List<Change> changes) {

    public SchemaDifference {
        changes = List.copyOf(changes);
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns what is changed, each as a part of a sentence. */
    public List<String> descriptions() {
        return changes.stream().map(Change::description).toList();
    }

    /** Returns whether all of it can be made without asking anybody. */
    public boolean isAdditive() {
        return changes.stream().allMatch(Change::isAdditive);
    }

    /** Returns the changes by which something is lost. */
    public List<Change> destructive() {
        return changes.stream().filter(Change::isDestructive).toList();
    }

    /** Returns what is lost, each as a part of a sentence. */
    public List<String> losses() {
        return changes.stream().flatMap(c -> c.loss().stream()).toList();
    }

    /** Returns the changes of one kind. */
    public <C extends Change> List<C> changes(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
