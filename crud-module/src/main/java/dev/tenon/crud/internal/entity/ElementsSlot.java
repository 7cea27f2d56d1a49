package dev.tenon.crud.internal.entity;

import dev.tenon.database.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Several values in a table of their own.
 *
 * @param isSet whether no value stands there twice
 * @param form how a value stands in its column
 * @param statements what is said to that table
 */
record ElementsSlot(boolean isSet, ValueForm form, ElementStatements statements) implements Slot {

    @Override
    public int width() {
        return 0;
    }

    @Override
    public boolean isLinked() {
        return true;
    }

    @Override
    public @Nullable Object read(Row row, int column) {
        return null;
    }

    @Override
    public @Nullable Object finish(@Nullable Object read, @Nullable Object owner, Links links) {
        return links.elements(this, owner);
    }

    Collection<@Nullable Object> empty() {
        return isSet ? new LinkedHashSet<>() : new ArrayList<>();
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] columns, int first) {
        // It has no column: what is in it has rows of its own.
    }
}
