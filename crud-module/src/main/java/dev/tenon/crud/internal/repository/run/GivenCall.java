package dev.tenon.crud.internal.repository.run;

import jakarta.data.repository.DataRepository;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call none of whose arguments may be null: what the methods of {@code BasicRepository} and
 * {@code CrudRepository} say of each of theirs.
 */
record GivenCall(Call inner, Method method) implements Call {

    /** Returns the call, with a look at its arguments if its method is one of Jakarta Data. */
    static Call around(Call inner, Method method) {
        return method.getDeclaringClass().getModule().equals(DataRepository.class.getModule())
                ? new GivenCall(inner, method)
                : inner;
    }

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) throws Throwable {
        for (int i = 0; i < arguments.length; i++) {
            int number = i + 1;
            Objects.requireNonNull(
                    arguments[i],
                    () ->
                            "The argument number "
                                    + number
                                    + " of "
                                    + method.getName()
                                    + " is null.");
        }
        return inner.run(repository, arguments);
    }
}
