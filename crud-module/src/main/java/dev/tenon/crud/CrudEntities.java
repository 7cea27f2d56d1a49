package dev.tenon.crud;

import dev.tenon.core.error.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of tables as objects of the entity that maps them. The same as by name in every other
 * respect: hidden and read-only tables, validation, versions.
 */
public interface CrudEntities {

    /**
     * Inserts an object and returns it with its generated key and its version: a copy of a record,
     * else the object itself. A key that the database numbers has to be unset: null or 0.
     */
    <E> Result<E> create(E entity);

    /**
     * Returns the object with the key. References to rows of hidden tables are null in it, and
     * values in hidden tables are left out.
     *
     * @param id the value of the key attribute
     */
    <E> Result<E> find(Class<E> entity, Object id);

    /**
     * Changes some attributes of the object with the key and returns it as it is in the database.
     *
     * @param fields by the names of the attributes; with dots between them, attributes of what is
     *     embedded: {@code address.street}
     */
    <E> Result<E> update(
            Class<E> entity, Object id, Map<String, ? extends @Nullable Object> fields);

    /** Deletes the object with the key and returns it as it was. */
    <E> Result<E> delete(Class<E> entity, Object id);
}
