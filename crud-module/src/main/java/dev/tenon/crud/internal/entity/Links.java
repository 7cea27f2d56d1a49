package dev.tenon.crud.internal.entity;

import dev.tenon.database.Session;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.MappingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of other tables that the rows of one result need. They are read level by level, one
 * query for all rows of a table that a level needs, and each row becomes one object. For one result
 * and one thread.
 */
final class Links {

    /** Rows of one entity. */
    private static final class Rows {
        private final Map<Object, @Nullable Object[]> read = new HashMap<>();
        private final Set<Object> wanted = new HashSet<>();
        private final Map<Object, Object> made = new HashMap<>();
        private final Set<Object> inMaking = new HashSet<>();
    }

    private final Session session;
    private final Predicate<String> isShown;
    private final Map<EntityAccess, Rows> entities = new HashMap<>();
    private final IdentityHashMap<ElementsSlot, Map<Object, Collection<@Nullable Object>>>
            elements = new IdentityHashMap<>();

    Links(Session session) {
        this(session, _ -> true);
    }

    /**
     * Reads in a session.
     *
     * @param isShown whether rows of a table are read at all
     */
    Links(Session session, Predicate<String> isShown) {
        this.session = session;
        this.isShown = isShown;
    }

    /** Returns the objects of a result, in its order. */
    List<Object> objects(EntityAccess entity, List<@Nullable Object[]> result) {
        if (!entity.hasSimpleKey()) {
            result.forEach(row -> entity.slots().want(row, this));
            readAll();
            return result.stream().map(row -> entity.object(row, null, this)).toList();
        }
        var keys = result.stream().map(entity::keyOf).toList();
        var rows = rows(entity);
        for (int i = 0; i < keys.size(); i++) {
            rows.read.put(keys.get(i), result.get(i));
        }
        arrived(entity, keys);
        readAll();
        return keys.stream().map(key -> entity(entity, key)).toList();
    }

    /** Returns the values of one attribute of a result, in its order. */
    List<@Nullable Object> values(Slot slot, List<@Nullable Object> read) {
        read.forEach(value -> slot.want(value, this));
        readAll();
        var values = new ArrayList<@Nullable Object>(read.size());
        read.forEach(value -> values.add(slot.finish(value, null, this)));
        return values;
    }

    /** Notes that the row with the key is needed. */
    void wantRow(EntityAccess entity, Object key) {
        var rows = rows(entity);
        if (isShown(entity) && !rows.read.containsKey(key)) {
            rows.wanted.add(key);
        }
    }

    private Rows rows(EntityAccess entity) {
        return entities.computeIfAbsent(entity, _ -> new Rows());
    }

    private void readAll() {
        for (var level = wanted(); !level.isEmpty(); level = wanted()) {
            level.forEach(this::readLevel);
        }
    }

    private Map<EntityAccess, List<Object>> wanted() {
        var wanted = new HashMap<EntityAccess, List<Object>>();
        entities.forEach((entity, rows) -> {
            if (!rows.wanted.isEmpty()) {
                wanted.put(entity, List.copyOf(rows.wanted));
                rows.wanted.clear();
            }
        });
        return wanted;
    }

    private void readLevel(EntityAccess entity, List<Object> keys) {
        var rows = rows(entity);
        for (var row : entity.rowsOf(session, keys)) {
            rows.read.put(entity.keyOf(row), row);
        }
        arrived(entity, keys);
    }

    /** Looks at rows that were read for what they need in turn. */
    private void arrived(EntityAccess entity, List<Object> keys) {
        var rows = rows(entity);
        keys.stream()
                .map(rows.read::get)
                .filter(row -> row != null)
                .forEach(row -> entity.slots().want(row, this));
        entity.elements().forEach(slot -> readElements(slot, entity, keys));
    }

    private boolean isShown(EntityAccess entity) {
        return isShown.test(entity.mapping().table());
    }

    private void readElements(ElementsSlot slot, EntityAccess entity, List<Object> owners) {
        if (!isShown.test(slot.statements().table())) {
            return;
        }
        var byOwner = elements.computeIfAbsent(slot, _ -> new HashMap<>());
        for (var list : InList.of(entity.storedKeys(owners))) {
            var sql = slot.statements().select() + list.sql() + slot.statements().order();
            session.query(sql, list.values())
                    .list(row -> {
                        var owner = entity.readKey(row, 1);
                        var values = byOwner.computeIfAbsent(owner, _ -> slot.empty());
                        return values.add(slot.form().read(row, 2));
                    });
        }
    }

    /** Returns the values that belong to a row. */
    Collection<@Nullable Object> elements(ElementsSlot slot, @Nullable Object owner) {
        var found = elements.getOrDefault(slot, Map.of()).get(owner);
        return found == null ? slot.empty() : found;
    }

    /** Returns the object of a row that is referred to; null if it is not shown. */
    @Nullable Object referred(EntityAccess entity, Object key) {
        return isShown(entity) ? entity(entity, key) : null;
    }

    /** Returns the object of a row that is there. */
    Object entity(EntityAccess entity, Object key) {
        var rows = rows(entity);
        var made = rows.made.get(key);
        if (made != null) {
            return made;
        }
        var row = rows.read.get(key);
        if (row == null) {
            throw new DataException(
                    "A row refers to the "
                            + entity.type().getName()
                            + " with the key "
                            + key
                            + ", which is not there. Declare a foreign key for the reference, or read"
                            + " in one transaction.");
        }
        if (entity.slots().shape() instanceof ClassShape shape) {
            // Known before it is filled: what it refers to may refer back to it.
            var object = shape.empty();
            rows.made.put(key, object);
            shape.fill(object, entity.values(row, key, this));
            return object;
        }
        if (!rows.inMaking.add(key)) {
            throw new MappingException(
                    "The "
                            + entity.type().getName()
                            + " with the key "
                            + key
                            + " refers to itself, directly or by way of others, which records cannot."
                            + " Make the reference the key alone, or the entity a class.");
        }
        var object = entity.object(row, key, this);
        rows.inMaking.remove(key);
        rows.made.put(key, object);
        return object;
    }
}
