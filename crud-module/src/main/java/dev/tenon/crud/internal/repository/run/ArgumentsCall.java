package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.validation.ConstrainedMethods;
import dev.tenon.crud.internal.validation.MethodValidation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A call whose arguments have constraints, which are checked before anything else is done. */
record ArgumentsCall(Call inner, Method method, MethodValidation validation) implements Call {

    /** Returns the call, with a look at its arguments if they have constraints. */
    static Call around(
            Call inner, Class<?> repository, Method method, MethodValidation validation) {
        return ConstrainedMethods.areParametersOf(repository, method)
                ? new ArgumentsCall(inner, method, validation)
                : inner;
    }

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) throws Throwable {
        validation.checkArguments(repository, method, arguments);
        return inner.run(repository, arguments);
    }
}
