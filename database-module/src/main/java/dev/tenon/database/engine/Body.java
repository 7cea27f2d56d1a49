package dev.tenon.database.engine;

import org.jspecify.annotations.Nullable;

/**
 * What is done in one transaction.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface Body<T extends @Nullable Object> {

    /**
     * Does it on the connection, which is lent for the duration of the call.
     *
     * @throws Exception whatever goes wrong; the changes are undone
     */
    T run(EngineConnection connection) throws Exception;
}
