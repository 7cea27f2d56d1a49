package dev.tenon.database.internal.declare;

/**
 * Where an attribute stands: in an entity, or in what is embedded in one.
 *
 * @param entity the class that has the attribute
 * @param prefix what the names of columns begin with
 * @param mayBeAbsent whether what has the attribute may be missing as a whole
 * @param isKey whether what has the attribute is the key
 */
record Scope(Entity entity, Prefix prefix, boolean mayBeAbsent, boolean isKey) {

    /** Returns the scope of the attributes of an entity itself. */
    static Scope of(Entity entity) {
        return new Scope(entity, Prefix.NONE, false, false);
    }

    /** Returns the scope of the attributes of what an attribute embeds. */
    Scope within(Attribute attribute, Entity embedded) {
        return new Scope(
                embedded,
                prefix.with(attribute),
                isNullable(attribute),
                isKey || attribute.has(Jakarta.EMBEDDED_ID));
    }

    /** Returns whether they are those of what is embedded. */
    boolean isEmbedded() {
        return !prefix.equals(Prefix.NONE);
    }

    /** Returns whether an attribute is the key or part of it. */
    boolean isKey(Attribute attribute) {
        return isKey || attribute.has(Jakarta.ID) || attribute.has(Jakarta.EMBEDDED_ID);
    }

    /** Returns whether an attribute may have no value. */
    boolean isNullable(Attribute attribute) {
        return !isKey(attribute)
                && (mayBeAbsent || Nullness.isNullable(attribute, entity.isNullMarked()));
    }
}
