package dev.tenon.database.internal.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;

/** How many rows batches had changed before the savepoints that are open. */
final class SentRows {

    // A batch that nobody has any more needs no count.
    private final Deque<Map<BatchStatement, Long>> savepoints = new ArrayDeque<>(2);

    /** Says that a savepoint begins. */
    void begin() {
        savepoints.push(new WeakHashMap<>());
    }

    /** Says that a batch sends rows, and how many it has changed before. */
    void comesFrom(BatchStatement batch, long changed) {
        if (!savepoints.isEmpty()) {
            savepoints.element().putIfAbsent(batch, changed);
        }
    }

    /** Says that the savepoint has ended well: what was sent belongs to the one around it. */
    void keep() {
        savepoints.pop().forEach(this::comesFrom);
    }

    /** Says that the savepoint is undone. */
    void undo() {
        savepoints.pop().forEach(BatchStatement::changedBack);
    }
}
