package dev.tenon.crud.internal.repository.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Runs the body of a default method. */
record BodyCall(MethodHandle body) implements Call {

    /**
     * Makes one of a method.
     *
     * @throws IllegalAccessException if the package of its interface is not open to this module
     */
    static BodyCall of(Method method) throws IllegalAccessException {
        var owner = method.getDeclaringClass();
        BodyCall.class.getModule().addReads(owner.getModule());
        var handle =
                MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                        .unreflectSpecial(method, owner);
        return new BodyCall(
                handle.asFixedArity()
                        .asSpreader(Object[].class, method.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object.class, Object[].class)));
    }

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) throws Throwable {
        return (Object) body.invokeExact(repository, arguments);
    }
}
