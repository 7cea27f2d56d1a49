package dev.tenon.crud.internal.service;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.RowChange;
import dev.tenon.crud.RowKey;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.internal.change.KeyValues;
import dev.tenon.crud.internal.entity.EntityAccess;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.row.RowChanges;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.validation.Purpose;
import dev.tenon.database.Session;
import dev.tenon.database.mapping.AttributeMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one entity as objects.
 *
 * @param <E> the entity
 */
final class EntityHandle<E> {

    private final ServedDatabase served;
    private final Door door;
    private final Class<E> type;
    private final EntityAccess access;
    private final EntityValues values;
    private final KnownTable table;

    /**
     * Finds the entity.
     *
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-018} if the database has no such
     *     entity, {@code DB-CRUD-001} if its table is hidden
     */
    EntityHandle(ServedDatabase served, Door door, Class<E> type) {
        this.served = served;
        this.door = door;
        this.type = type;
        access =
                served.entities()
                        .find(type)
                        .orElseThrow(() ->
                                served.refusals()
                                        .of(
                                                CrudError.ENTITY_NOT_FOUND,
                                                "%s is no entity of the database %s."
                                                        .formatted(type.getName(), served.name()),
                                                ""));
        values = new EntityValues(served.entities(), access);
        table = served.table(door, access.mapping().table());
    }

    E create(E object) {
        requireWritable();
        var checked = served.check(table).check(values.of(object), Purpose.CREATE, List.of());
        requireValid(checked.violations());
        var written =
                door.write(
                        access.writer().options(List.of(object)),
                        s -> access.writer().insert(s, List.of(object)));
        return type.cast(access.writer().result(written.getFirst()));
    }

    E find(Object id) {
        var key = new KeyValues(table).of(key(id));
        return door.read(access.options(), s -> objectOf(s, id))
                .orElseThrow(() -> RowChanges.notFound(table, key));
    }

    E update(Object id, Map<String, ? extends @Nullable Object> fields) {
        table.requireWritable();
        var columns = columns(fields);
        var change = RowChange.patch(key(id), columns);
        try {
            var patch = served.changing(table).one(change);
            return door.write(s -> patch.work().apply(s).map(_ -> found(s, id))).orElseThrow();
        } catch (ValidationException e) {
            throw invalid(e.violations());
        }
    }

    E delete(Object id) {
        requireWritable();
        var deletion = served.changing(table).one(RowChange.delete(key(id)));
        return door.write(
                        s -> {
                            var before = objectOf(s, id);
                            return deletion.work().apply(s).map(_ -> before.orElseThrow());
                        })
                .orElseThrow();
    }

    /**
     * An object comes and goes with the rows of its collections, which have tables of their own.
     */
    private void requireWritable() {
        table.requireWritable();
        for (AttributeMapping attribute : access.mapping().attributes()) {
            if (attribute instanceof AttributeMapping.Elements elements) {
                served.tables()
                        .known()
                        .map(tables -> tables.get(elements.table()))
                        .ifPresent(KnownTable::requireWritable);
            }
        }
    }

    /** Returns the object, which was there just now. */
    private E found(Session session, Object id) {
        return objectOf(session, id).orElseThrow();
    }

    private Optional<E> objectOf(Session session, Object id) {
        return access.find(session, id, served.tables()::isServed).map(type::cast);
    }

    /** The key of the table may have its columns in another order than the entity. */
    private RowKey key(Object id) {
        if (!access.hasSimpleKey()) {
            throw table.refused(
                    CrudError.INVALID_KEY,
                    "%s has several key attributes, and is not found by one value."
                            .formatted(type.getName()),
                    "The table finds it by a RowKey.");
        }
        var byColumn = values.key(id);
        if (!byColumn.keySet().containsAll(table.table().primaryKey())) {
            throw table.refused(
                    CrudError.INVALID_KEY,
                    "The key of %s is not complete.".formatted(type.getName()),
                    "It has values for " + byColumn.keySet() + ".");
        }
        return new RowKey(
                table.key().stream()
                        .map(c -> Objects.requireNonNull(byColumn.get(c.name())))
                        .toList());
    }

    private Map<String, @Nullable Object> columns(Map<String, ? extends @Nullable Object> fields) {
        var byPath = new LinkedHashMap<String, String>();
        values.attributes().forEach((column, path) -> byPath.put(path, column));
        var columns = new LinkedHashMap<String, @Nullable Object>();
        var unknown = new ArrayList<Violation>();
        fields.forEach((path, value) -> {
            var column = byPath.get(path);
            if (column == null) {
                unknown.add(
                        new Violation(
                                Refusals.shown(path),
                                Rule.KNOWN,
                                "There is no such attribute with one value."
                                        + SimilarName.of(path, byPath.keySet())
                                                .map(name -> " Was " + name + " meant?")
                                                .orElse(""),
                                ""));
            } else {
                var attribute = access.mapping().attribute(path).orElseThrow();
                columns.put(column, values.stored(attribute, value));
            }
        });
        requireValid(unknown);
        return columns;
    }

    private void requireValid(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
    }

    /** Names attributes, and not the columns that somebody who has objects may not know. */
    private ValidationException invalid(List<Violation> violations) {
        var attributes = values.attributes();
        return new ValidationException(
                "%s does not take the values of %s.".formatted(table, type.getName()),
                violations.stream()
                        .map(v ->
                                new Violation(
                                        attributes.getOrDefault(v.field(), v.field()),
                                        v.rule(),
                                        v.message(),
                                        v.rejected()))
                        .toList(),
                table.refusals().context(Map.of("table", table.name())));
    }
}
