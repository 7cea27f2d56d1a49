package dev.tenon.database;

import org.jspecify.annotations.Nullable;

/**
 * What is done in one session.
 *
 * @param <T> what it returns; {@code null} is allowed, for work without a result
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

    /**
     * Does the work. The session must not be used after it, nor by another thread.
     *
     * @throws Exception whatever goes wrong; the session is rolled back
     */
    T apply(Session session) throws Exception;
}
