package dev.tenon.crud.internal.repository.run;

import org.jspecify.annotations.Nullable;

/** What is done when a method of a repository is called. Safe for use by many threads. */
@FunctionalInterface
interface Call {

    /**
     * Does it.
     *
     * @param repository the object whose method is called
     * @param arguments those of the method
     * @throws Throwable what the method throws
     */
    @Nullable Object run(Object repository, @Nullable Object[] arguments) throws Throwable;
}
