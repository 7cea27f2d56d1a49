package dev.tenon.crud.internal.query.render;

import org.jspecify.annotations.Nullable;

/** Reads from the objects that are given to a query what is stored of them. */
public interface ArgumentReader {

    /**
     * Returns the value of an attribute of an embedded object.
     *
     * @param path the attribute, with dots between the names where embedded objects are in embedded
     *     ones
     */
    @Nullable Object attribute(Object embedded, String path);

    /** Returns the key of an entity. */
    @Nullable Object key(Object entity);
}
