package dev.tenon.crud.internal.service;

import dev.tenon.core.error.Result;
import dev.tenon.crud.CrudEntities;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of entities, each in the database that is found for its class. */
interface EntityRows extends CrudEntities {

    /** Returns the way to the database of the class. */
    DatabaseAccess accessOf(Class<?> entity);

    private <E, T> Result<T> with(Class<E> entity, Function<EntityHandle<E>, T> operation) {
        return Result.of(() -> accessOf(entity))
                .flatMap(access ->
                        access.with((served, door) ->
                                operation.apply(new EntityHandle<>(served, door, entity))));
    }

    @Override
    @SuppressWarnings("unchecked") // The class of an object of the type E.
    default <E> Result<E> create(E entity) {
        return with((Class<E>) entity.getClass(), handle -> handle.create(entity));
    }

    @Override
    default <E> Result<E> find(Class<E> entity, Object id) {
        return with(entity, handle -> handle.find(id));
    }

    @Override
    default <E> Result<E> update(
            Class<E> entity, Object id, Map<String, ? extends @Nullable Object> fields) {
        return with(entity, handle -> handle.update(id, fields));
    }

    @Override
    default <E> Result<E> delete(Class<E> entity, Object id) {
        return with(entity, handle -> handle.delete(id));
    }
}
