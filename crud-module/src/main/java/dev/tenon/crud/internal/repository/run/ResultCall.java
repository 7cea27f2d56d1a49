package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.validation.ConstrainedMethods;
import dev.tenon.crud.internal.validation.MethodValidation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A call whose result has constraints, which are checked before its interceptors see it, so that a
 * transaction around the call is rolled back.
 */
record ResultCall(Call inner, Method method, MethodValidation validation) implements Call {

    /** Returns the call, with a look at its result if it has constraints. */
    static Call around(
            Call inner, Class<?> repository, Method method, MethodValidation validation) {
        return ConstrainedMethods.isResultOf(repository, method)
                ? new ResultCall(inner, method, validation)
                : inner;
    }

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) throws Throwable {
        var result = inner.run(repository, arguments);
        validation.checkResult(repository, method, result);
        return result;
    }
}
