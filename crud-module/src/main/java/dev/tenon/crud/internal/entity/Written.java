package dev.tenon.crud.internal.entity;

import org.jspecify.annotations.Nullable;

/**
 * An object that was written, and what its row has got thereby. The object is as it was: a work
 * that is run again begins with the same one.
 *
 * @param entity the object
 * @param key the new key, null if it has the one it had
 * @param version the new version, null if there is none
 */
public record Written(Object entity, @Nullable Object key, @Nullable Object version) {}
