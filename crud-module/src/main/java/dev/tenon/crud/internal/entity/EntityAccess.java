package dev.tenon.crud.internal.entity;

import dev.tenon.database.Query;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Row;
import dev.tenon.database.RowMapper;
import dev.tenon.database.Session;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.mapping.EntityMapping;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entity of a module that runs: makes objects of its rows, and rows of its objects. Immutable,
 * and safe for use by many threads; each call works on the session that it is handed.
 */
public final class EntityAccess implements RowObjects {

    private final EntityMapping mapping;
    private final Class<?> type;
    private final Slots slots;
    private final EntityStatements statements;
    private final List<ElementsSlot> elements;
    private final boolean isLinked;
    private final int key;
    private final EntityWriter writer;
    private final RowMapper<Object> objects;
    private final RowMapper<@Nullable Object[]> rows;

    EntityAccess(
            EntityMapping mapping,
            Class<?> type,
            Slots slots,
            Layout layout,
            EntityStatements statements) {
        this.mapping = mapping;
        this.type = type;
        this.slots = slots;
        this.statements = statements;
        elements = slots.elements().toList();
        isLinked = slots.isLinked();
        key = onlyKey(mapping);
        writer = new EntityWriter(this, layout, statements);
        rows = row -> slots.read(row, 1);
        objects = row -> slots.make(slots.read(row, 1));
    }

    private static int onlyKey(EntityMapping mapping) {
        var attributes = mapping.attributes();
        var keys = attributes.stream().filter(AttributeMapping::isId).toList();
        return keys.size() == 1 ? attributes.indexOf(keys.getFirst()) : -1;
    }

    /** Returns how the entity stands in its table. */
    public EntityMapping mapping() {
        return mapping;
    }

    /** Returns its class. */
    public Class<?> type() {
        return type;
    }

    /**
     * Returns the columns of its rows in quotation marks, with commas between them: what a query
     * has to select whose rows become objects.
     */
    public String columns() {
        return statements.columns();
    }

    /** Returns whether one attribute is the key. */
    public boolean hasSimpleKey() {
        return key >= 0;
    }

    /**
     * Returns the key of an object, null if it is not set.
     *
     * @throws IllegalStateException if several attributes are the key
     */
    public @Nullable Object key(Object entity) {
        return slots.get(entity, simpleKey());
    }

    @Override
    public ReadOptions options() {
        return isLinked ? ReadOptions.DEFAULT : ReadOptions.SINGLE_STATEMENT;
    }

    /** Returns the rows of a query that selects {@link #columns}, as objects. */
    @Override
    public List<Object> list(Session session, Query query) {
        return isLinked ? new Links(session).objects(this, query.list(rows)) : query.list(objects);
    }

    @Override
    public Stream<Object> stream(Session session, Query query) {
        return isLinked ? list(session, query).stream() : query.stream(objects);
    }

    /**
     * Returns the values of an attribute, for queries that select nothing else.
     *
     * @param path its name, with dots where it is in another one
     * @throws IllegalArgumentException if there is no such attribute
     */
    public RowObjects attribute(String path) {
        return new SelectedAttribute(slots.at(path));
    }

    /**
     * Returns the value of an attribute of an object; null if it is in another one that is not
     * there.
     *
     * @param path its name, with dots where it is in another one
     * @throws IllegalArgumentException if there is no such attribute
     */
    public @Nullable Object value(Object entity, String path) {
        return slots.value(entity, path);
    }

    /**
     * Finds an object by its key.
     *
     * @param isShown whether rows of a table are shown: references to others are null, and values
     *     of others are left out
     * @throws IllegalStateException if several attributes are the key
     */
    public Optional<Object> find(Session session, Object wanted, Predicate<String> isShown) {
        var query = session.query(statements.find(), stored(wanted));
        if (!isLinked) {
            return query.optional(objects);
        }
        return new Links(session, isShown).objects(this, query.list(rows)).stream().findFirst();
    }

    /** Returns what changes rows as objects say. */
    public EntityWriter writer() {
        return writer;
    }

    /** Returns what is bound for a key, one for each of its columns. */
    @Nullable Object[] stored(Object wanted) {
        var slot = slots.all().get(simpleKey());
        var columns = new @Nullable Object[slot.width()];
        slot.write(wanted, columns, 0);
        return columns;
    }

    Slots slots() {
        return slots;
    }

    EntityStatements statements() {
        return statements;
    }

    /** Returns those attributes that have several values. */
    List<ElementsSlot> elements() {
        return elements;
    }

    /** Returns the position of the attribute that is the key. */
    int simpleKey() {
        if (key < 0) {
            throw new IllegalStateException(
                    "Several attributes are the key of "
                            + type.getName()
                            + ". Find it by each of them.");
        }
        return key;
    }

    /** Returns whether an object with this key has not been given one yet. */
    boolean isUnset(@Nullable Object given) {
        return given == null
                || (generation() == Generation.DATABASE
                        && given instanceof Number number
                        && number.longValue() == 0);
    }

    /** Returns what gives an object a key that has none. */
    Generation generation() {
        return key >= 0 && mapping.attributes().get(key) instanceof Basic basic
                ? basic.generation()
                : Generation.NONE;
    }

    /** Returns the key of a row that was read. */
    Object keyOf(@Nullable Object[] row) {
        var found = row[simpleKey()];
        if (found == null) {
            throw new IllegalStateException("A row of " + mapping.table() + " has no key.");
        }
        return found;
    }

    @Nullable Object readKey(Row row, int column) throws SQLException {
        return slots.all().get(simpleKey()).read(row, column);
    }

    void writeKey(Object entity, @Nullable Object[] columns, int first) {
        slots.all().get(simpleKey()).write(key(entity), columns, first);
    }

    /** Returns what is bound for keys that stand in one column. */
    Collection<@Nullable Object> storedKeys(Collection<?> keys) {
        var stored = new ArrayList<@Nullable Object>();
        keys.forEach(k -> stored.add(stored(k)[0]));
        return stored;
    }

    /** Reads the rows with the keys, as far as they are there. */
    List<@Nullable Object[]> rowsOf(Session session, Collection<?> keys) {
        var found = new ArrayList<@Nullable Object[]>();
        for (var list : InList.of(storedKeys(keys))) {
            found.addAll(
                    session.query(statements.selectByKeys() + list.sql(), list.values())
                            .list(rows));
        }
        return found;
    }

    /** Returns the values of an object of a row. */
    @Nullable Object[] values(@Nullable Object[] row, @Nullable Object owner, Links links) {
        var values = slots.finish(row, owner, links);
        slots.wrap(values);
        return values;
    }

    /** Returns the object of a row. */
    Object object(@Nullable Object[] row, @Nullable Object owner, Links links) {
        return slots.shape().make(values(row, owner, links));
    }
}
