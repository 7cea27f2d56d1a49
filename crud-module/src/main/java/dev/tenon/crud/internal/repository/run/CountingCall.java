package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.query.render.BoundQuery;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Querying;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement of whose rows only the number counts.
 *
 * @param isWriting whether it changes rows
 * @param action runs the statement, and returns the number
 */
record CountingCall(
        Querying method,
        Binder binder,
        boolean isWriting,
        BiFunction<Session, BoundQuery, Long> action,
        Executor executor)
        implements Call {

    /** Makes the statement of a call. */
    @FunctionalInterface
    interface Binder {
        BoundQuery bind(@Nullable Object[] arguments);
    }

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) {
        var bound = binder.bind(Arguments.pick(arguments, method.arguments()));
        return isWriting
                ? executor.write(
                        WriteOptions.SINGLE_STATEMENT, s -> action.apply(s, bound), this::result)
                : executor.read(
                        ReadOptions.SINGLE_STATEMENT, s -> action.apply(s, bound), this::result);
    }

    private @Nullable Object result(Long rows) {
        return Numbers.as(method.result().element(), rows);
    }
}
