package dev.tenon.crud.internal.repository.run;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.entity.TypeNames;
import dev.tenon.crud.internal.repository.plan.PlannedMethod;
import dev.tenon.crud.internal.repository.plan.PlannedRepository;
import dev.tenon.crud.internal.validation.MethodValidation;
import dev.tenon.crud.internal.validation.Validators;
import dev.tenon.database.mapping.MappedDatabase;
import jakarta.data.exceptions.MappingException;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The repositories of one module that runs. */
public final class Repositories {

    private final Map<Class<?>, Object> byType = new LinkedHashMap<>();
    private final InterceptorSource interceptors = new InterceptorSource();

    private final Calls calls;
    private final MethodValidation validation;

    private Repositories(Calls calls, MethodValidation validation) {
        this.calls = calls;
        this.validation = validation;
    }

    /**
     * Makes them.
     *
     * @param module the module, whose packages are open to this one
     * @param validators that of the module, for methods with constraints
     * @throws IllegalAccessException if one of its packages is not open to this module
     */
    public static Repositories of(
            List<PlannedRepository> planned,
            MappedDatabase database,
            Entities entities,
            Module module,
            Validators validators)
            throws IllegalAccessException {
        var made =
                new Repositories(
                        new Calls(database, entities, module.getClassLoader()),
                        new MethodValidation(module, validators));
        for (var repository : planned) {
            var type = TypeNames.load(repository.className(), module.getClassLoader());
            made.byType.put(type, made.proxy(type, repository));
        }
        return made;
    }

    private Object proxy(Class<?> type, PlannedRepository planned) throws IllegalAccessException {
        var byMethod = new HashMap<Method, Call>();
        for (var method : type.getMethods()) {
            var known = planned.methods().get(method.getName() + descriptor(method));
            if (known != null) {
                byMethod.put(method, around(call(known, type, method), type, method));
            } else if (method.isDefault()) {
                // Made by the compiler, which calls one of the others.
                byMethod.put(method, BodyCall.of(method));
            }
        }
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                new RepositoryHandler(type.getName(), byMethod));
    }

    private Call call(PlannedMethod planned, Class<?> type, Method method)
            throws IllegalAccessException {
        try {
            return calls.of(planned, method);
        } catch (MappingException e) {
            throw new MappingException(
                    "The method %s of the repository %s cannot be run on this engine: %s"
                            .formatted(method.getName(), type.getName(), e.getMessage()),
                    e);
        }
    }

    /** Arguments are looked at before interceptors, one of which may begin a transaction. */
    private Call around(Call call, Class<?> type, Method method) {
        var given = GivenCall.around(call, method);
        var checked = ResultCall.around(given, type, method, validation);
        var intercepted = InterceptedCall.around(checked, type, method, interceptors);
        return ArgumentsCall.around(intercepted, type, method, validation);
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    /** Tells of the container of the module, once it knows its interceptors. */
    public void use(BeanManager manager) {
        interceptors.use(manager);
    }

    /** Returns each of them by its interface. */
    public Map<Class<?>, Object> byType() {
        return Map.copyOf(byType);
    }

    /** Returns each of them as a service of its interface. */
    public Map<ServiceKey<?>, Object> services() {
        var services = new HashMap<ServiceKey<?>, Object>();
        byType.forEach((type, repository) -> services.put(ServiceKey.of(type), repository));
        return services;
    }
}
