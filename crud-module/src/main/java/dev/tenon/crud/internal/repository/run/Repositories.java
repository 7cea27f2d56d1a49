package dev.tenon.crud.internal.repository.run;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.entity.TypeNames;
import dev.tenon.crud.internal.repository.plan.PlannedRepository;
import dev.tenon.database.mapping.MappedDatabase;
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

    private Repositories() {}

    /**
     * Makes them.
     *
     * @param module the module, whose packages are open to this one
     * @throws IllegalAccessException if one of its packages is not open to this module
     */
    public static Repositories of(
            List<PlannedRepository> planned,
            MappedDatabase database,
            Entities entities,
            Module module)
            throws IllegalAccessException {
        var calls = new Calls(database, entities, module.getClassLoader());
        var made = new Repositories();
        for (var repository : planned) {
            var type = TypeNames.load(repository.className(), module.getClassLoader());
            made.byType.put(type, made.proxy(type, repository, calls));
        }
        return made;
    }

    private Object proxy(Class<?> type, PlannedRepository planned, Calls calls)
            throws IllegalAccessException {
        var byMethod = new HashMap<Method, Call>();
        for (var method : type.getMethods()) {
            var known = planned.methods().get(method.getName() + descriptor(method));
            if (known != null) {
                var call = GivenCall.around(calls.of(known, method), method);
                byMethod.put(method, InterceptedCall.around(call, type, method, interceptors));
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
