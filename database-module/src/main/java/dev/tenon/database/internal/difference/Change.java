package dev.tenon.database.internal.difference;

import java.util.Optional;

/**
 * One step from a schema to another. Tables and columns have the names that they have in the other
 * schema; the conditions of what is dropped are as they were found, with the former names.
 */
public sealed interface Change permits TableChange, ColumnChange, ConstraintChange {

    /** Returns the name of the table that changes, the new one if it is renamed. */
    String table();

    /** Returns what it does to what is there. */
    Effect effect();

    /** Returns what is changed, as a line for people, without a full stop. */
    String description();

    /** Returns what is lost, as a part of a sentence; nothing if nothing is. */
    default Optional<String> loss() {
        return Optional.empty();
    }

    /** Returns whether it can be made without asking anybody. */
    default boolean isAdditive() {
        return effect() == Effect.ADDITIVE;
    }

    /** Returns whether something is lost. */
    default boolean isDestructive() {
        return effect() == Effect.DESTRUCTIVE;
    }
}
