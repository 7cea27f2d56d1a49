package dev.tenon.crud.internal.entity;

import dev.tenon.database.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of attributes with several values. They go with the row of their owner by the foreign
 * key of their table.
 */
record ElementRows(EntityAccess entity) {

    /** Returns whether there is such an attribute. */
    boolean areThere() {
        return !entity.elements().isEmpty();
    }

    /** Inserts those of new rows. */
    void insert(Session session, List<Draft> owners) {
        if (!areThere()) {
            return;
        }
        var rows = new LinkedHashMap<ElementsSlot, List<@Nullable Object[]>>();
        for (var draft : owners) {
            var owner = owner(draft);
            entity.slots()
                    .eachElements(
                            draft.entity(),
                            (slot, values) ->
                                    add(
                                            slot,
                                            owner,
                                            values,
                                            rows.computeIfAbsent(slot, _ -> new ArrayList<>())));
        }
        for (var entry : rows.entrySet()) {
            Statement.run(session, entry.getKey().statements().insert(), entry.getValue());
        }
    }

    /** Puts those of rows that were there in the place of what they had. */
    void replace(Session session, List<Draft> owners) {
        for (var slot : entity.elements()) {
            var keys =
                    owners.stream()
                            .<@Nullable Object[]>map(d -> new @Nullable Object[] {owner(d)})
                            .toList();
            Statement.run(session, slot.statements().delete(), keys);
        }
        insert(session, owners);
    }

    private @Nullable Object owner(Draft draft) {
        var key = draft.newKey() == null ? entity.key(draft.entity()) : draft.newKey();
        return entity.stored(Objects.requireNonNull(key))[0];
    }

    private static void add(
            ElementsSlot slot,
            @Nullable Object owner,
            Collection<?> values,
            List<@Nullable Object[]> rows) {
        int position = 0;
        for (var value : values) {
            var stored = slot.form().stored(value);
            rows.add(
                    slot.statements().hasPosition()
                            ? new @Nullable Object[] {owner, stored, position++}
                            : new @Nullable Object[] {owner, stored});
        }
    }
}
