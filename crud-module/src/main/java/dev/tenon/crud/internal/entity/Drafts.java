package dev.tenon.crud.internal.entity;

import dev.tenon.database.mapping.AttributeMapping.Generation;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes rows of the objects of one entity, with the keys and versions that they get. Immutable. */
final class Drafts {

    private final EntityAccess entity;
    private final Layout layout;
    private final int versionAttribute;
    private final Optional<Versions> versions;
    private final Optional<NumberedRows> numbered;

    Drafts(EntityAccess entity, Layout layout) {
        this.entity = entity;
        this.layout = layout;
        var version = entity.mapping().version();
        versionAttribute = version.map(a -> entity.mapping().attributes().indexOf(a)).orElse(-1);
        versions = version.map(_ -> new Versions(boxedType(versionAttribute)));
        numbered =
                entity.generation() == Generation.DATABASE
                        ? Optional.of(
                                new NumberedRows(entity, boxedType(entity.simpleKey()), layout))
                        : Optional.empty();
    }

    private Class<?> boxedType(int attribute) {
        var slot = (ValueSlot) entity.slots().all().get(attribute);
        return Handles.boxed(slot.form().type());
    }

    /** Returns what inserts rows that the database numbers, if it numbers those of the entity. */
    Optional<NumberedRows> numbered() {
        return numbered;
    }

    /**
     * Returns the row of an object.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if it is none of the entity
     */
    Draft of(@Nullable Object object) {
        Objects.requireNonNull(object, () -> "a " + entity.type().getName() + " is null");
        if (!entity.type().isInstance(object)) {
            throw new IllegalArgumentException(
                    "A " + entity.type().getName() + " is needed, not a " + object.getClass());
        }
        var row = new @Nullable Object[layout.columns().size()];
        entity.slots().write(object, row, 0);
        return new Draft(object, row);
    }

    /** Returns whether its object says by itself that there is no row yet. */
    boolean isNew(Draft draft) {
        boolean hasKey = !entity.hasSimpleKey() || !entity.isUnset(entity.key(draft.entity()));
        return !hasKey || (layout.version() >= 0 && draft.row()[layout.version()] == null);
    }

    /** Returns whether the database will number it. */
    boolean isNumbered(Draft draft) {
        return numbered.isPresent() && entity.isUnset(entity.key(draft.entity()));
    }

    /** Gives it the version and, if we make it, the key of a new row. */
    void begin(Draft draft) {
        if (versions.isPresent()) {
            var given = entity.slots().get(draft.entity(), versionAttribute);
            getsVersion(draft, versions.get().first(given));
        }
        if (entity.generation() == Generation.UUID && entity.key(draft.entity()) == null) {
            var type = boxedType(entity.simpleKey());
            var random = UUID.randomUUID();
            Object key = type == String.class ? random.toString() : random;
            draft.gets(key);
            draft.row()[entity.slots().firstColumn(entity.simpleKey())] = key;
        }
    }

    /** Gives it the version of a row that is changed. */
    void change(Draft draft) {
        if (versions.isPresent()) {
            var before = entity.slots().get(draft.entity(), versionAttribute);
            if (before != null) {
                getsVersion(draft, versions.get().next(before));
            }
        }
    }

    private void getsVersion(Draft draft, Object version) {
        draft.getsVersion(version);
        draft.row()[layout.version()] = version;
    }

    /** Returns the object with what its row has got. */
    Object result(Written written) {
        var result = written.entity();
        if (written.key() != null) {
            result = entity.slots().with(result, entity.simpleKey(), written.key());
        }
        if (written.version() != null) {
            result = entity.slots().with(result, versionAttribute, written.version());
        }
        return result;
    }
}
